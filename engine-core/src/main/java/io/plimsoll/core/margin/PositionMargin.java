package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;

/**
 * Requirement of one position in cross mode: the tier schedule on the group's total notional in the instrument, of which the
 * position bears its share by lots. For a group of one account that is the schedule on the position itself.
 *
 * <p>Options: a short one bears the schedule on the notional of its underlying. A long premium-style one bears nothing, for it
 * cannot owe; a long futures-style one can lose what it is worth, and bears the schedule up to that.
 */
final class PositionMargin {
    private final PriceBook prices;
    private final Valuation valuation;

    private long notional;
    private long initialMargin;
    private long maintenanceMargin;

    PositionMargin(final PriceBook prices, final Valuation valuation) {
        this.prices = prices;
        this.valuation = valuation;
    }

    /**
     * The notional of so many lots.
     *
     * @param instrument the instrument; not a spot pair, which has no positions.
     * @param lots not negative.
     * @return millionths of the margin currency, rounded up.
     */
    long notionalOf(final Instrument instrument, final long lots) {
        return usdCeil(instrument.notionalAsset(), lots * instrument.lotNotional(prices.markTicks(instrument)));
    }

    /**
     * Computes the requirement of {@code signedLots} where the account now has {@code held}.
     *
     * @param account whose group counts.
     * @param instrument the instrument; not a spot pair, which has no positions.
     * @param held absolute lots that the account has now.
     * @param signedLots lots to be margined, not 0.
     */
    void compute(final Account account, final Instrument instrument, final long held, final long signedLots) {
        final long lots = Math.abs(signedLots);
        final long lotNotional = instrument.lotNotional(prices.markTicks(instrument));
        notional = notionalOf(instrument, lots);
        final long others =
                account.group().members().count() == 1 ? 0 : account.group().grossLots(instrument) - held;
        if (others == 0) {
            initialMargin = instrument.tiers().initialMarginCeil(notional);
            maintenanceMargin = instrument.tiers().maintenanceMarginCeil(notional);
        } else {
            share(instrument, lots, others + lots, lotNotional);
        }
        if (signedLots > 0 && instrument.kind() == InstrumentKind.OPTION) {
            keepWithin(mostToLose(instrument, signedLots));
        }
    }

    /**
     * Initial margin of an instrument with the orders of its worse side filled. A bought option may need less than a sold one.
     *
     * @param account whose.
     * @param of the instrument.
     * @param held signed lots that the account has now.
     * @param allBought signed lots with all buys filled.
     * @param allSold signed lots with all sells filled.
     * @return millionths of the margin currency, rounded up.
     */
    long worseSide(
            final Account account, final Instrument of, final long held, final long allBought, final long allSold) {
        return switch (of.kind()) {
            case SPOT -> 0;
            case OPTION -> Math.max(initial(account, of, held, allBought), initial(account, of, held, allSold));
            default -> initial(account, of, held, Math.max(Math.abs(allBought), Math.abs(allSold)));
        };
    }

    private long initial(final Account account, final Instrument of, final long held, final long lots) {
        if (lots == 0) {
            return 0;
        }
        compute(account, of, Math.abs(held), lots);
        return initialMargin;
    }

    private void share(final Instrument instrument, final long lots, final long groupLots, final long lotNotional) {
        final long groupAmount = FixedPoint.mulDivCeil(groupLots, lotNotional, 1, Long.MAX_VALUE);
        final long groupNotional = usdCeil(instrument.notionalAsset(), groupAmount);
        initialMargin = FixedPoint.mulDivCeil(
                instrument.tiers().initialMarginCeil(groupNotional), lots, groupLots, Valuation.USD_MAX);
        maintenanceMargin = FixedPoint.mulDivCeil(
                instrument.tiers().maintenanceMarginCeil(groupNotional), lots, groupLots, Valuation.USD_MAX);
    }

    private long usdCeil(final Asset asset, final long amount) {
        return asset == null ? Math.min(Valuation.USD_MAX, amount) : valuation.usdCeil(asset, amount);
    }

    private long mostToLose(final Instrument instrument, final long lots) {
        return instrument.isPremiumStyle()
                ? 0
                : valuation.usdCeil(instrument.settlement(), instrument.value(lots, prices.markTicks(instrument)));
    }

    private void keepWithin(final long most) {
        initialMargin = Math.min(initialMargin, most);
        maintenanceMargin = Math.min(maintenanceMargin, most);
    }

    long notional() {
        return notional;
    }

    long initialMargin() {
        return initialMargin;
    }

    long maintenanceMargin() {
        return maintenanceMargin;
    }
}
