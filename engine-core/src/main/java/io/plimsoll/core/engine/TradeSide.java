package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractLimits;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.risk.Revaluation;

/**
 * Books one side of a trade to one account.
 *
 * <p>The value of the traded lots at the trade's price is computed once; the two sides book it with opposite signs, so no money
 * appears whatever was rounded. A position is charged with it as its entry cost, an exact integer: a part that is closed takes
 * {@code floor(cost x closed / size)} with it, the remainder stays, a flat position has cost 0. A premium-style option pays it
 * at once, and its cost is 0; a spot trade pays it for the underlying, and there is no position.
 */
final class TradeSide {
    private final EngineState state;
    private final CommandContext context;
    private final Movements movements;
    private final Funding funding;

    TradeSide(final EngineState state, final CommandContext context, final Movements movements, final Funding funding) {
        this.state = state;
        this.context = context;
        this.movements = movements;
        this.funding = funding;
    }

    /** Whether the account can hold what the side brings: position limit, number of positions, room in the balances. */
    boolean fits(final Account account, final Instrument instrument, final long signedLots, final long fee) {
        // A realised amount is below twice the largest value of a position, and a fee may not be larger than that;
        // funding that
        // accrued is below the value of one.
        final long most = 2 * ContractLimits.AMOUNT_MAX;
        final boolean spot = instrument.kind() == InstrumentKind.SPOT;
        return account.mayHave(instrument)
                && (fee == TradeFill.BY_SCHEDULE || Math.abs(fee) <= most)
                && hasRoomFor(account, instrument.settlement(), 2 * most + ContractLimits.AMOUNT_MAX)
                && (spot
                        ? hasRoomFor(account, instrument.underlying(), most)
                        : fitsPosition(account, instrument, signedLots));
    }

    private static boolean hasRoomFor(final Account account, final Asset asset, final long change) {
        return account.balances().hasRoomFor(asset, change)
                && account.balances().hasRoomFor(asset, -change);
    }

    private boolean fitsPosition(final Account account, final Instrument instrument, final long signedLots) {
        final long before = account.positions().lotsOf(instrument);
        return Math.abs(before + signedLots) <= lotsLimit(account.mode(), instrument)
                && (before != 0 || account.positions().count() < state.limits().positionsPerAccount());
    }

    /** In portfolio mode rows are made for positions of a certain size. */
    static long lotsLimit(final MarginMode mode, final Instrument instrument) {
        return mode == MarginMode.PORTFOLIO
                ? Math.min(instrument.positionLotsLimit(), Revaluation.LOTS_LIMIT * instrument.positionLotsPeak())
                : instrument.positionLotsLimit();
    }

    void book(
            final Account account,
            final Instrument instrument,
            final TradeFill fill,
            final long signedLots,
            final long fee) {
        final long value = instrument.value(signedLots, fill.price());
        if (instrument.kind() == InstrumentKind.SPOT) {
            final long underlying = signedLots * instrument.terms().contract().lotSize();
            movements.move(account, instrument.underlying(), underlying, BalanceReason.SPOT_TRADE);
            movements.move(account, instrument.settlement(), -value, BalanceReason.SPOT_TRADE);
        } else if (instrument.isPremiumStyle()) {
            final long lots = account.positions().lotsOf(instrument);
            state.accounts().setPosition(account, instrument, lots + signedLots, 0);
            context.events().accounts().onPositionChanged(account, instrument, 0, fill.tradeId());
            movements.move(account, instrument.settlement(), -value, BalanceReason.PREMIUM);
        } else {
            funding.settle(account, instrument);
            bookAtCost(account, instrument, fill, signedLots, value);
        }
        if (account.mode() == MarginMode.PORTFOLIO && state.risk().inUse() != null) {
            state.risk().inUse().of(account).traded(account, instrument, signedLots);
        }
        final long booked =
                fee == TradeFill.BY_SCHEDULE ? feeBySchedule(account, value, fill.buyerTook() == signedLots > 0) : fee;
        movements.move(account, instrument.settlement(), -booked, BalanceReason.FEE, LedgerAccount.FEES);
    }

    private static long feeBySchedule(final Account account, final long value, final boolean isTaker) {
        final FeeSchedule schedule = account.feeSchedule();
        return schedule == null ? 0 : schedule.feeCeil(Math.abs(value), isTaker);
    }

    /** The value is divided between what closes and what opens, the floor to what closes; linear values divide exactly. */
    private void bookAtCost(
            final Account account,
            final Instrument instrument,
            final TradeFill fill,
            final long signedLots,
            final long value) {
        final long lots = account.positions().lotsOf(instrument);
        final long cost = account.positions().entryCostOf(instrument);
        final boolean reduces = lots != 0 && Long.signum(lots) != Long.signum(signedLots);
        final long closed = reduces ? Math.min(Math.abs(lots), Math.abs(signedLots)) : 0;
        final long releasedCost = closed == 0 ? 0 : FixedPoint.shareFloor(cost, closed, Math.abs(lots));
        final long closingValue = closed == 0 ? 0 : FixedPoint.shareFloor(value, closed, Math.abs(signedLots));
        final long realised = -closingValue - releasedCost;
        final long costAfter = cost - releasedCost + value - closingValue;

        state.accounts().setPosition(account, instrument, lots + signedLots, costAfter);
        context.events().accounts().onPositionChanged(account, instrument, realised, fill.tradeId());
        movements.move(account, instrument.settlement(), realised, BalanceReason.REALISED_PNL);
    }
}
