package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
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
     * What of a balance no order has been promised.
     *
     * @param orders resting orders.
     * @param account whose.
     * @param without slot of an order that does not count; {@link Orders#NONE}: all count.
     * @param asset of which balance.
     * @return minor units, not negative.
     */
    public static long unpromised(final Orders orders, final Account account, final int without, final Asset asset) {
        long promised = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            final Instrument instrument = orders.instrument(slot);
            final long lots = orders.signedLots(slot);
            if (slot != without && assetOf(instrument, lots) == asset) {
                promised = FixedPoint.addSaturated(promised, amountOf(instrument, lots, orders.limit(slot)), SUM_MAX);
            }
        }
        return Math.max(0, account.balances().of(asset) - promised);
    }
}
