package io.plimsoll.core.engine;

import io.plimsoll.core.account.Holders;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.InterestIndex;

/**
 * Moves the interest indices of assets with time. An index is brought up before a balance of its asset moves, with every index price of
 * the asset, and at every full hour, when all who owe it are margined anew. What accrued is booked when a debt is touched.
 */
final class Interest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private int rated;

    Interest(final EngineState state, final CommandContext context, final Remargin remargin) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
    }

    /** Moves an index up to now. */
    void bringUp(final Asset asset) {
        final InterestIndex index = asset.interest();
        if (index.yearlyRate() != 0) {
            final long before = index.hash();
            index.bringUp(context.timeNs());
            state.hash().replace(before, index.hash());
        }
    }

    /** Changes the rate of an asset from now on. */
    void rate(final Asset asset, final long rate) {
        final InterestIndex index = asset.interest();
        final long before = index.hash();
        rated += Long.signum(rate) - Long.signum(index.yearlyRate());
        index.rate(rate, context.timeNs());
        state.hash().replace(before, index.hash());
    }

    /** Whether a full hour has passed in which somebody owed an asset with a rate. */
    boolean isDue() {
        return rated != 0 && firstDue() != null;
    }

    private Asset firstDue() {
        final long hour = state.timeNs() / HOUR_NS;
        for (int i = 0; i < state.assets().count(); i++) {
            final Asset asset = state.assets().at(i);
            final InterestIndex index = asset.interest();
            if (index.yearlyRate() != 0 && asset.totals().debt() != 0 && index.marginedHour() < hour) {
                return asset;
            }
        }
        return null;
    }

    /** Margins all who owe one asset anew. */
    void goOn() {
        final Asset asset = firstDue();
        bringUp(asset);
        final InterestIndex index = asset.interest();
        final long before = index.hash();
        index.marginedHour(context.timeNs() / HOUR_NS);
        state.hash().replace(before, index.hash());
        final Holders holders = state.accounts().holdersOf(asset);
        for (int i = 0; i < holders.count(); i++) {
            if (holders.at(i).balances().of(asset) < 0) {
                remargin.one(holders.at(i));
            }
        }
    }
}
