package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;

/**
 * Books one side of a trade to one account. The entry cost is an exact integer: a part that is closed takes
 * {@code floor(cost x closed / size)} with it, the remainder stays, a flat position has cost 0.
 */
final class TradeSide {
    private final EngineState state;
    private final CommandContext context;

    TradeSide(final EngineState state, final CommandContext context) {
        this.state = state;
        this.context = context;
    }

    /** Whether the account can hold what the side brings: position limit, number of positions, room in the balance. */
    boolean fits(final Account account, final Instrument instrument, final long signedLots, final long fee) {
        final long before = account.positions().lotsOf(instrument);
        final long after = before + signedLots;
        if (Math.abs(after) > instrument.positionLotsLimit()) {
            return false;
        }
        if (before == 0 && account.positions().count() == state.limits().positionsPerAccount()) {
            return false;
        }
        // A realised amount is below twice the largest value of a position, and a fee may not be larger than that.
        final long most = 2 * Instrument.POSITION_VALUE_MAX;
        return Math.abs(fee) <= most
                && fee != Long.MIN_VALUE
                && account.balances().hasRoomFor(instrument.settlement(), 2 * most)
                && account.balances().hasRoomFor(instrument.settlement(), -2 * most);
    }

    void book(
            final Account account,
            final Instrument instrument,
            final TradeFill fill,
            final long signedLots,
            final long fee) {
        final long lots = account.positions().lotsOf(instrument);
        final long cost = account.positions().entryCostOf(instrument);
        final boolean reduces = lots != 0 && Long.signum(lots) != Long.signum(signedLots);
        final long closed = reduces ? Math.min(Math.abs(lots), Math.abs(signedLots)) : 0;
        final long releasedCost = closed == 0 ? 0 : FixedPoint.shareFloor(cost, closed, Math.abs(lots));
        final long realised =
                closed == 0 ? 0 : instrument.value(Long.signum(lots) * closed, fill.price()) - releasedCost;
        final long opened = signedLots + Long.signum(lots) * closed;
        final long costAfter = cost - releasedCost + instrument.value(opened, fill.price());

        state.accounts().setPosition(account, instrument, lots + signedLots, costAfter);
        context.events().onPositionChanged(account, instrument, realised, fill.tradeId());
        move(account, instrument.settlement(), realised, BalanceReason.REALISED_PNL);
        move(account, instrument.settlement(), -fee, BalanceReason.FEE);
        if (fee != 0) {
            state.ledger().add(LedgerAccount.FEES, instrument.settlement(), fee);
        }
    }

    private void move(final Account account, final Asset asset, final long change, final BalanceReason reason) {
        if (change != 0) {
            final long balance = state.accounts().addBalance(account, asset, change);
            context.events().onBalanceChanged(account, asset, change, balance, reason);
        }
    }
}
