package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;

/** What filling an order does to balances at once, at its limit or at the mark, whichever is worse; in minor units. */
final class OrderFill {
    private final PriceBook prices;

    OrderFill(final PriceBook prices) {
        this.prices = prices;
    }

    /** Whether an account has a place for what it would owe. */
    boolean hasPlaceToOwe(final Account account, final Instrument instrument, final long lots, final long limit) {
        if (instrument.kind() == InstrumentKind.SPOT) {
            return account.balances().holds(OrderCash.assetOf(instrument, lots));
        }
        return account.balances().holds(instrument.settlement())
                || (!instrument.isPremiumStyle() && loss(account, instrument, lots, limit) == 0);
    }

    /** What filling an order takes from the balance: a premium, a loss against the mark, the fee. */
    long loss(final Account account, final Instrument instrument, final long signedLots, final long limit) {
        final long paid = paid(instrument, signedLots, limit);
        final long worth = instrument.value(signedLots, prices.markTicks(instrument));
        return fee(account, paid) + (instrument.isPremiumStyle() ? paid : Math.max(0, paid - worth));
    }

    /** Value of an order at its price; negative for a sell. */
    long paid(final Instrument instrument, final long signedLots, final long limit) {
        final long mark = prices.markTicks(instrument);
        return instrument.value(signedLots, signedLots > 0 ? Math.max(limit, mark) : Math.min(limit, mark));
    }

    /** Fee at the worse rate. */
    static long fee(final Account account, final long value) {
        final FeeSchedule fees = account.feeSchedule();
        return fees == null ? 0 : fees.worstCeil(Math.abs(value));
    }

    /** Rebate at the better rate. */
    static long rebate(final Account account, final long value) {
        final FeeSchedule fees = account.feeSchedule();
        return fees == null ? 0 : fees.bestFloor(Math.abs(value));
    }
}
