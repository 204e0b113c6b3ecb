package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;

/**
 * The assets that an order brings and takes when it is filled at its limit: either side of a spot order, a premium, and what any other
 * contract gains or loses against the mark in the asset that it settles in. A fee at the worse rate goes with what is taken, a rebate
 * comes with what is brought. Use the object again.
 */
final class OrderFlow {
    private final PriceBook prices;
    private Asset comes;
    private Asset goes;
    private long got;
    private long given;

    OrderFlow(final PriceBook prices) {
        this.prices = prices;
    }

    /** Looks at an order of an account; gives itself. */
    OrderFlow of(final Account account, final Instrument in, final long signedLots, final long limit) {
        final Asset settlement = in.settlement();
        final long value = in.value(signedLots, limit);
        final long fee = OrderFill.fee(account, value);
        final long rebate = OrderFill.rebate(account, value);
        if (in.kind() == InstrumentKind.SPOT || in.isPremiumStyle()) {
            comes = OrderCash.assetGot(in, signedLots);
            goes = OrderCash.assetOf(in, signedLots);
            got = comes == null ? 0 : OrderCash.amountGot(in, signedLots, limit) + (comes == settlement ? rebate : 0);
            given = goes == null ? 0 : OrderCash.amountOf(in, signedLots, limit) + (goes == settlement ? fee : 0);
        } else {
            final long gain = in.value(signedLots, prices.markTicks(in)) - value;
            comes = settlement;
            goes = settlement;
            got = Math.max(0, gain + rebate);
            given = Math.max(0, fee - gain);
        }
        return this;
    }

    /** The asset that it brings; null when it brings none. */
    Asset comes() {
        return comes;
    }

    /** The asset that it takes; null when it takes none. */
    Asset goes() {
        return goes;
    }

    /** What it brings, in minor units, not negative. */
    long got() {
        return got;
    }

    /** What it takes, in minor units, not negative. */
    long given() {
        return given;
    }
}
