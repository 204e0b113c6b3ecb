package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.core.market.SettlementBook;

/**
 * Settles dated instruments at their expiry and others when they are delisted, a slice of accounts at a time and in the order of their ids: orders are cancelled,
 * positions pay what they are worth less what they cost, and are gone. Each account is rounded against itself; the ledger of
 * settlement is the other side of all, and is left with dust. A trade that comes late is booked and settled like the others.
 */
final class Settlement {
    /** Accounts settled in one command. */
    static final int SETTLED_PER_COMMAND = 16;

    private static final int LOOKED_AT_PER_COMMAND = 512;

    private final EngineState state;
    private final CommandContext context;
    private final Movements movements;
    private final Remargin remargin;
    private final Funding funding;
    private final Pockets pockets;
    private final Cancellation cancellation;

    Settlement(
            final EngineState state,
            final CommandContext context,
            final Movements movements,
            final Remargin remargin,
            final Funding funding,
            final Pockets pockets,
            final Cancellation cancellation) {
        this.state = state;
        this.context = context;
        this.movements = movements;
        this.remargin = remargin;
        this.funding = funding;
        this.pockets = pockets;
        this.cancellation = cancellation;
    }

    /** Whether an instrument has expired and is not settled whole. */
    boolean isDue() {
        return state.settlement().nextDueNs() <= state.timeNs();
    }

    /** Does a slice. */
    void goOn() {
        final Instrument instrument = state.settlement().nextDue();
        if (state.settlement().isBegun(instrument)) {
            settleSome(instrument);
        } else {
            begin(instrument);
        }
    }

    /** A trade of an instrument that is settled was booked. */
    void isLate(final Instrument instrument) {
        if (state.settlement().isBegun(instrument)) {
            state.settlement().goOnWith(instrument, 0);
        }
    }

    private void begin(final Instrument instrument) {
        final SettlementBook book = state.settlement();
        final boolean limited = book.begin(instrument);
        close(instrument);
        if (limited) {
            alarm(AlarmCode.SETTLEMENT_LIMITED, instrument);
        }
        if (!book.hasFreshPrice(instrument)) {
            alarm(AlarmCode.SETTLEMENT_PRICE_OLD, instrument);
        }
    }

    private void close(final Instrument instrument) {
        state.prices().status(instrument, MarketStatus.SETTLED);
        context.events().markets().onMarketStatusChanged(instrument, MarketStatus.SETTLED);
        context.events()
                .markets()
                .onInstrumentSettled(
                        instrument,
                        state.settlement(),
                        state.accounts().holdersOf(instrument).count());
    }

    /** Settles at a price, whether the instrument is dated or not; the slices follow. */
    void delist(final Instrument instrument, final long ticks) {
        final boolean moved = funding.bringUp(instrument);
        state.funding().stop(instrument);
        state.settlement().delist(instrument, ticks, context.timeNs());
        close(instrument);
        if (moved) {
            remargin.all(state.accounts().holdersOf(instrument));
        }
    }

    private void alarm(final AlarmCode code, final Instrument instrument) {
        context.events().onAlarm(code, 0, instrument.id(), 0, 0, 0);
    }

    private void settleSome(final Instrument instrument) {
        final Holders all = state.accounts().all();
        int index = all.from(state.settlement().nextAccount(instrument));
        int settled = 0;
        for (int i = 0; i < LOOKED_AT_PER_COMMAND && settled < SETTLED_PER_COMMAND && index < all.count(); i++) {
            settled += settle(all.at(index++), instrument) ? 1 : 0;
        }
        if (index < all.count()) {
            state.settlement().goOnWith(instrument, all.at(index).id());
        } else {
            state.settlement().done(instrument);
        }
    }

    private boolean settle(final Account account, final Instrument instrument) {
        final boolean cancelled = cancellation.all(account, instrument, TradingCommands.BOTH_SIDES) > 0;
        final boolean held = account.positions().lotsOf(instrument) != 0;
        if (held) {
            settlePosition(account, instrument);
            pockets.sweep(account);
        }
        if (held || cancelled) {
            remargin.withGroup(account, instrument);
        }
        return held || cancelled;
    }

    private void settlePosition(final Account account, final Instrument instrument) {
        final SettlementBook book = state.settlement();
        final Asset asset = instrument.settlement();
        funding.settle(account, instrument);
        final long lots = account.positions().lotsOf(instrument);
        final long cost = account.positions().entryCostOf(instrument);
        final long worth = FixedPoint.timesFloor(lots, book.lotValue(instrument), book.fractionBits(instrument));
        final long paid = worth - cost;
        state.accounts().setPosition(account, instrument, 0, 0);
        book.settled(instrument, lots);
        context.events().accounts().onPositionSettled(account, instrument, lots, cost, paid);
        if (account.mode() == MarginMode.PORTFOLIO && state.risk().inUse() != null) {
            state.risk().inUse().of(account).traded(account, instrument, -lots);
        }
        state.ledger().add(LedgerAccount.SETTLEMENT, asset, -worth);
        movements.move(account, asset, paid, BalanceReason.SETTLEMENT);
    }
}
