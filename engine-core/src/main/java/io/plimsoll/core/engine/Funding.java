package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.FundingBook;

/**
 * Moves the funding index of an instrument, and books what a position has accrued before the position changes. Accounts and the
 * ledger book opposite amounts; each account is rounded against itself, so that the ledger is left with dust and never short.
 */
final class Funding {
    private final EngineState state;
    private final CommandContext context;
    private final Movements movements;
    private final Remargin remargin;

    Funding(final EngineState state, final CommandContext context, final Movements movements, final Remargin remargin) {
        this.state = state;
        this.context = context;
        this.movements = movements;
        this.remargin = remargin;
    }

    /** Whether an interval has ended and no command has come for its instrument since. */
    boolean isDue() {
        return state.funding().nextDueNs() <= state.timeNs();
    }

    /** Ends the interval of one instrument. */
    void goOn() {
        final Instrument instrument = state.funding().nextDue();
        if (bringUp(instrument)) {
            remargin.all(state.accounts().holdersOf(instrument));
        }
    }

    /** Moves the index up to now; the caller margins those who hold the instrument, when it says that the index moved. */
    boolean bringUp(final Instrument instrument) {
        final FundingBook book = state.funding();
        if (!book.isBehind(instrument, context.timeNs())) {
            return false;
        }
        final boolean wasLimited = book.isLimited(instrument);
        final boolean moved = book.bringUp(instrument, context.timeNs());
        if (moved && !book.terms(instrument).isContinuous()) {
            context.events().markets().onFundingRateSet(instrument, book);
        }
        if (book.isLimited(instrument) && !wasLimited) {
            context.events().onAlarm(AlarmCode.FUNDING_INDEX_LIMIT, 0, instrument.id(), 0, 0, 0);
        }
        return moved;
    }

    /** Before a trade. Funding that is paid all the time shows in the margin of others with the next price or premium. */
    void bringUpForTrade(final Instrument instrument) {
        if (bringUp(instrument) && !state.funding().terms(instrument).isContinuous()) {
            remargin.all(state.accounts().holdersOf(instrument));
        }
    }

    /** Books what the position has accrued; nothing where there is none, or where the index has not moved. */
    void settle(final Account account, final Instrument instrument) {
        if (!account.positions().isFundingDue(instrument)) {
            return;
        }
        final Asset asset = instrument.settlement();
        final long received = state.accounts().settleFunding(account, instrument);
        context.events().money().onFundingPaid(account, instrument, received);
        movements.move(account, asset, received, BalanceReason.FUNDING, LedgerAccount.FUNDING);
    }
}
