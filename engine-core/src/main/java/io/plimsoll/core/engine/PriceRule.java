package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.Instrument;

/**
 * Whether the index prices that a decision about an account rests on may be used. One that is older than its asset's limit, or is said
 * to be doubtful, may not, and that of a claim neither when its underlying's may not. An account rests on the prices of what it has and
 * owes, and of what its positions and orders are about, are settled in and are quoted in.
 */
final class PriceRule {
    private final EngineState state;
    private final CommandContext context;
    private int limits;
    private Asset unusable;

    PriceRule(final EngineState state, final CommandContext context) {
        this.state = state;
        this.context = context;
    }

    /** A limit on a price was set, or taken away with 0: without any there is nothing to look at. */
    void changed(final long before, final long after) {
        limits += Long.signum(after) - Long.signum(before);
    }

    /** The asset whose price the last check found unusable. */
    Asset unusable() {
        return unusable;
    }

    /** Checks what an account has, and its orders. */
    RejectReason check(final Account account) {
        return limits > 0 && (isUnusable(account) || isAnyOrderUnusable(account)) ? reason() : RejectReason.NONE;
    }

    /** Checks the same and an instrument in which there is to be an order. */
    RejectReason check(final Account account, final Instrument instrument) {
        return limits > 0 && isUnusable(instrument) ? reason() : check(account);
    }

    /** Whether what an account has cannot be valued by prices that may be used. */
    boolean isUnusableFor(final Account account) {
        return limits > 0 && isUnusable(account);
    }

    private RejectReason reason() {
        return state.prices().isStale(unusable, context.timeNs())
                ? RejectReason.PRICE_STALE
                : RejectReason.PRICE_DOUBTFUL;
    }

    private boolean isUnusable(final Account account) {
        final Balances balances = account.balances();
        for (int i = 0; i < balances.count(); i++) {
            if (balances.amountAt(i) != 0 && isUnusable(balances.assetAt(i))) {
                return true;
            }
        }
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            if (isUnusable(positions.instrumentAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyOrderUnusable(final Account account) {
        final Orders orders = state.orders();
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (isUnusable(orders.instrument(slot))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnusable(final Instrument instrument) {
        final Asset notional = instrument.notionalAsset();
        return isUnusable(instrument.underlying())
                || isUnusable(instrument.settlement())
                || (notional != null && isUnusable(notional));
    }

    private boolean isUnusable(final Asset asset) {
        unusable = asset;
        return state.prices().isStale(asset, context.timeNs())
                || asset.rules().get(AssetRule.INDEX_DOUBTFUL) != 0
                || (asset.claim() != null && isUnusable(asset.claim().underlying()));
    }
}
