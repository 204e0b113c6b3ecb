package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;

/**
 * What an order pays out of a balance at once when it fills: either side of a spot order, and the premium of an option that is
 * bought. Fees are not counted.
 */
public final class OrderCash {
    private static final long SUM_MAX = 1L << 61;

    private OrderCash() {}

    /**
     * The asset that an order pays with.
     *
     * @param instrument of the order.
     * @param signedLots of the order: positive buys.
     * @return the asset; null when filling it pays nothing at once.
     */
    public static Asset assetOf(final Instrument instrument, final long signedLots) {
        if (instrument.kind() == InstrumentKind.SPOT) {
            return signedLots > 0 ? instrument.settlement() : instrument.underlying();
        }
        return instrument.isPremiumStyle() && signedLots > 0 ? instrument.settlement() : null;
    }

    /**
     * The asset that an order gets at once: either side of a spot order, and the premium of an option that is sold.
     *
     * @param instrument of the order.
     * @param signedLots of the order: positive buys.
     * @return the asset; null when filling it brings nothing at once.
     */
    static Asset assetGot(final Instrument instrument, final long signedLots) {
        return assetOf(instrument, -signedLots);
    }

    /** What an order gets when it is filled at its limit, in minor units of {@link #assetGot}; not negative. */
    static long amountGot(final Instrument instrument, final long signedLots, final long limit) {
        return amountOf(instrument, -signedLots, limit);
    }

    /**
     * What an order pays when it is filled at its limit.
     *
     * @param instrument of an order that pays.
     * @param signedLots of the order: positive buys.
     * @param limit of the order, in ticks.
     * @return minor units of {@link #assetOf}, not negative.
     */
    public static long amountOf(final Instrument instrument, final long signedLots, final long limit) {
        return signedLots > 0
                ? instrument.value(signedLots, limit)
                : -signedLots * instrument.terms().contract().lotSize();
    }

    /**
     * What of a balance, and of what may be borrowed, no resting order has been promised.
     *
     * @param orders resting orders.
     * @param account whose.
     * @param asset of which balance.
     * @return minor units, not negative.
     */
    public static long unpromised(final Orders orders, final Account account, final Asset asset) {
        return unpromised(orders, account, null, 0, asset);
    }

    /**
     * What of a balance, and of what may be borrowed, no order has been promised.
     *
     * @param orders resting orders.
     * @param account whose.
     * @param proposal orders that are to come, and those that are to go for them and do not count; null: none.
     * @param first how many of those that are to come count.
     * @param asset of which balance.
     * @return minor units, not negative.
     */
    public static long unpromised(
            final Orders orders,
            final Account account,
            final OrderProposal proposal,
            final int first,
            final Asset asset) {
        long promised = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (proposal == null || !proposal.leaves(slot)) {
                promised += promisedTo(orders.instrument(slot), orders.signedLots(slot), orders.limit(slot), asset);
                promised = Math.min(promised, SUM_MAX);
            }
        }
        for (int i = 0; i < first; i++) {
            promised += promisedTo(proposal.instrument(i), proposal.signedLots(i), proposal.limit(i), asset);
            promised = Math.min(promised, SUM_MAX);
        }
        return Math.max(0, spendable(account, asset) - promised);
    }

    private static long promisedTo(
            final Instrument instrument, final long signedLots, final long limit, final Asset asset) {
        return assetOf(instrument, signedLots) == asset ? amountOf(instrument, signedLots, limit) : 0;
    }

    /**
     * What of an asset an account may spend: its balance, and what it may borrow as far as that goes.
     *
     * @param account whose.
     * @param asset of which.
     * @return minor units; negative when it owes more than it may.
     */
    public static long spendable(final Account account, final Asset asset) {
        final long balance = account.balances().of(asset) - account.balances().accruedInterest(asset);
        final long ofAccount = asset.rules().get(AssetRule.BORROW_ACCOUNT_MAX);
        if (ofAccount == 0 || account.isPocket()) {
            return balance;
        }
        final long ofAll =
                asset.rules().get(AssetRule.BORROW_TOTAL_MAX) - asset.totals().debt();
        return Math.max(0, balance) + Math.max(0, Math.min(ofAccount - Math.max(0, -balance), ofAll));
    }
}
