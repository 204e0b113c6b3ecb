package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.margin.MarginLook;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.lab.whatif.Sensitivities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What lowers the requirement of an account most. Each position in turn is closed by a trade at the mark in a copy of the engine, which
 * margins the account anew, and opened again by another one.
 */
public final class AccountRelief {
    private static final Comparator<Relief> MOST_FIRST = Comparator.comparing(Relief::initial)
            .thenComparing(Relief::maintenance)
            .reversed();

    private final MarginEngine engine;
    private final EngineState state;
    private final Account account;
    private final Account other;
    private final HostFeed feed;
    private final List<Open> positions = new ArrayList<>();
    private List<Sensitivities> deltas = List.of();
    private LiveMarket market;

    /** A position as it is before anything is closed. */
    private record Open(Instrument instrument, long lots, BigDecimal notional) {}

    private AccountRelief(final MarginEngine engine, final Account account) {
        this.engine = engine;
        this.state = engine.state();
        this.account = account;
        this.other = other();
        this.feed = new HostFeed(engine);
    }

    /** The error account takes the other side; against itself some account of another group does. */
    private Account other() {
        if (account.id() != Account.ERROR_ACCOUNT) {
            return state.accounts().account(Account.ERROR_ACCOUNT);
        }
        final Holders all = state.accounts().all();
        for (int i = 0; i < all.count(); i++) {
            if (!all.at(i).isPocket() && all.at(i).group() != account.group()) {
                return all.at(i);
            }
        }
        throw new IllegalStateException("nobody can take over what the error account holds");
    }

    /**
     * Closes every position in turn, a part and the whole.
     *
     * @param engine a copy of its own: its figures are the same afterwards, its entry costs and its sequence are not.
     * @param account in any mode.
     * @param part share of each position that is closed as a part, above 0 and below 1; rounded up to a lot.
     * @return a part and the whole of each position, or the whole alone where a part would be that; what relieves the initial margin
     *     most first.
     */
    public static List<Relief> of(final MarginEngine engine, final Account account, final BigDecimal part) {
        final AccountRelief relief = new AccountRelief(engine, account);
        engine.explain(account, relief.new Positions());
        final List<Relief> all = new ArrayList<>();
        for (final Open held : relief.positions) {
            final long lots = BigDecimal.valueOf(held.lots)
                    .multiply(part)
                    .setScale(0, RoundingMode.UP)
                    .longValueExact();
            if (lots != held.lots) {
                all.add(relief.close(held, lots));
            }
            // A pocket without its position is emptied: the whole comes last.
            all.add(relief.close(held, held.lots));
        }
        all.sort(MOST_FIRST);
        return all;
    }

    /**
     * Trades the delta of each underlying away by the first of its perpetuals that is open.
     *
     * @param engine a copy of its own, as for {@link #of}.
     * @param account in any mode; only in portfolio mode, once there are rows, its deltas are known.
     * @return one for each underlying that has a delta and a perpetual; what relieves the initial margin most first.
     */
    public static List<Hedge> hedges(final MarginEngine engine, final Account account) {
        final AccountRelief relief = new AccountRelief(engine, account);
        engine.explain(account, relief.new Positions());
        final List<Hedge> all = new ArrayList<>();
        for (final Sensitivities of : relief.deltas) {
            relief.hedge(of).ifPresent(all::add);
        }
        all.sort(Comparator.comparing(Hedge::initial)
                .thenComparing(Hedge::maintenance)
                .reversed());
        return all;
    }

    private Optional<Hedge> hedge(final Sensitivities of) {
        final Optional<Instrument> perpetual = perpetual(of.place());
        final long lots = perpetual
                .map(each -> of.delta()
                        .negate()
                        .divide(market.lotWorth(each), 0, RoundingMode.HALF_EVEN)
                        .longValueExact())
                .orElse(0L);
        if (lots == 0) {
            return Optional.empty();
        }
        final Instrument instrument = perpetual.orElseThrow();
        final MarginStatus was = account.status();
        final Standing before = Standing.of(engine, account.id());
        if (!isTraded(instrument, lots)) {
            return Optional.empty();
        }
        final Standing after = Standing.of(engine, account.id());
        final MarginStatus status = account.status();
        trade(instrument, -lots);
        state.accounts().moveTo(account, was);
        final String symbol = instrument.terms().symbol().toString();
        return Optional.of(new Hedge(of.place(), of.delta(), symbol, lots, before, after, status));
    }

    private Optional<Instrument> perpetual(final String underlying) {
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.kind() == InstrumentKind.LINEAR_PERPETUAL
                    && instrument.underlying().symbol().toString().equals(underlying)
                    && state.prices().status(instrument) == MarketStatus.OPEN
                    && market.lotWorth(instrument).signum() > 0) {
                return Optional.of(instrument);
            }
        }
        return Optional.empty();
    }

    private Relief close(final Open held, final long lots) {
        final MarginStatus was = account.status();
        final Standing before = Standing.of(engine, account.id());
        trade(held.instrument, -lots);
        final Standing after = Standing.of(engine, account.id());
        final MarginStatus status = account.status();
        trade(held.instrument, lots);
        // A status that was left is not entered again at the same figures.
        state.accounts().moveTo(account, was);
        final BigDecimal notional = held.notional
                .multiply(BigDecimal.valueOf(lots))
                .divide(BigDecimal.valueOf(held.lots), held.notional.scale(), RoundingMode.HALF_EVEN);
        return new Relief(
                held.instrument.terms().symbol().toString(), lots, held.lots, notional, before, after, status);
    }

    private boolean isTraded(final Instrument instrument, final long lots) {
        final long held = account.positions().lotsOf(instrument);
        return feed.trade(instrument, lots, account.id(), other.id())
                && account.positions().lotsOf(instrument) == held + lots;
    }

    private void trade(final Instrument instrument, final long lots) {
        if (!isTraded(instrument, lots)) {
            throw new IllegalStateException("the engine cannot book a trade of " + lots + " lots of "
                    + instrument.terms().symbol() + " for account " + account.id());
        }
    }

    /** Notes positions with what tiers are read from, and deltas. */
    private final class Positions implements MarginLook {
        @Override
        public void position(
                final Instrument instrument,
                final long lots,
                final long notional,
                final long initial,
                final long maintenance,
                final boolean isByTiers) {
            positions.add(new Open(instrument, lots, LiveNames.money(notional)));
        }

        @Override
        public void at(final ChargeRun run, final AmountTree tree, final Holdings holdings) {
            final RiskRegime regime = state.risk().inUse().regime();
            market = new LiveMarket(state, regime);
            deltas = Sensitivities.of(new LiveBook(state, regime, holdings)).stream()
                    .filter(Sensitivities::isTotal)
                    .toList();
        }
    }
}
