package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.margin.PortfolioBooks;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.sbe.ParameterId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a margin model or a scenario set in the place of another does to all accounts.
 *
 * @param accounts whose margins or status are others afterwards; whoever is called first in front.
 * @param margined accounts in portfolio mode.
 * @param atWork model and set before, by name and version.
 * @param instead model and set after.
 * @param notes what to see to before the documents are loaded, in whole sentences without a full stop.
 */
public record MarginImpact(
        List<AccountImpact> accounts, int margined, String atWork, String instead, List<String> notes) {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final Standing NOTHING = new Standing(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Copies the lists. */
    public MarginImpact {
        accounts = List.copyOf(accounts);
        notes = List.copyOf(notes);
    }

    /** Where an account stands. */
    private record Noted(Account account, Standing standing, MarginStatus status) {}

    /**
     * Loads documents into a copy of an engine, which makes the rows and margins all accounts anew. Before that it makes the rows of
     * what is at work anew too, so that prices that rows do not have yet are no part of the difference.
     *
     * @param engine a copy of its own, which has the new documents afterwards; its time stands still.
     * @param change what is loaded.
     * @return the accounts that it touches.
     * @throws MarketException when there is nothing to replace, or the engine cannot take what is to be loaded.
     */
    public static MarginImpact of(final MarginEngine engine, final DocumentChange change) {
        final EngineState state = engine.state();
        AccountPortfolio.regime(state);
        check(state, change);
        final HostFeed feed = new HostFeed(engine);
        final Standing rowsAsTheyWere = sum(noted(engine));
        feed.revalueAll(state.timeNs());
        final List<Noted> before = noted(engine);
        final String atWork = documents(state, change.id());
        // What is asked for in the end is listed: a raise that comes to count bit by bit counts whole.
        feed.parameter(ParameterId.PHASE_IN_NS, 0);
        final DocumentLoad load = new DocumentLoad(state, feed);
        load.load(change);
        feed.work();
        if (state.risk().inUse().regime().set() != state.risk().set()) {
            throw new MarketException("scenario set '" + state.risk().set().name()
                    + "' does not fit margin model 1, '"
                    + state.risk().inUse().of(Account.FIRST_MODEL).model().name() + "'; --model names one that does");
        }
        final List<String> notes = new ArrayList<>(load.notes());
        noteRows(sum(before).minus(rowsAsTheyWere).initial(), notes);
        final List<Noted> after = noted(engine);
        return new MarginImpact(
                IntStream.range(0, before.size())
                        .mapToObj(i -> impact(before.get(i), after.get(i)))
                        .filter(AccountImpact::isTouched)
                        .sorted(AccountImpact.CALLED_FIRST)
                        .toList(),
                (int) before.stream().filter(MarginImpact::isMargined).count(),
                atWork,
                documents(state, change.id()),
                notes);
    }

    private static void check(final EngineState state, final DocumentChange change) {
        if (change.id() < 1
                || change.id() > PortfolioBooks.MODELS_MAX
                || state.risk().inUse().of(change.id()) == null) {
            throw new MarketException("there is no margin model " + change.id() + " at work; there are: "
                    + String.join(", ", models(state)));
        }
        final Holders all = state.accounts().all();
        final List<Account> margined = IntStream.range(0, all.count())
                .mapToObj(all::at)
                .filter(account -> account.mode() == MarginMode.PORTFOLIO)
                .toList();
        if (margined.isEmpty()) {
            throw new MarketException("no account is in portfolio mode, so no margin hangs on scenarios or models");
        }
        if (change.set().isEmpty()
                && change.id() != Account.FIRST_MODEL
                && margined.stream().noneMatch(account -> account.model() == change.id())) {
            throw new MarketException("no account has margin model " + change.id());
        }
    }

    private static List<String> models(final EngineState state) {
        return IntStream.rangeClosed(1, PortfolioBooks.MODELS_MAX)
                .filter(id -> state.risk().inUse().of(id) != null)
                .mapToObj(id -> id + " " + state.risk().inUse().of(id).model().name())
                .toList();
    }

    private static String documents(final EngineState state, final int id) {
        final MarginModel model = state.risk().inUse().of(id).model();
        final io.plimsoll.core.risk.ScenarioSet set =
                state.risk().inUse().regime().set();
        return "margin model " + id + " " + model.name() + " v" + model.version() + ", scenarios " + set.name() + " v"
                + set.version();
    }

    private static void noteRows(final BigDecimal rise, final List<String> notes) {
        if (rise.abs().compareTo(CENT) >= 0) {
            notes.add("rows made from prices now, without any change, would move initial margins by "
                    + rise.stripTrailingZeros().toPlainString()
                    + " in sum; the figures before are those with such rows");
        }
    }

    private static List<Noted> noted(final MarginEngine engine) {
        final Holders all = engine.state().accounts().all();
        return IntStream.range(0, all.count())
                .mapToObj(all::at)
                .map(account -> new Noted(account, Standing.of(engine, account.id()), account.status()))
                .toList();
    }

    private static boolean isMargined(final Noted noted) {
        return noted.account.mode() == MarginMode.PORTFOLIO;
    }

    private static Standing sum(final List<Noted> all) {
        return all.stream().map(Noted::standing).reduce(NOTHING, Standing::plus);
    }

    private static AccountImpact impact(final Noted before, final Noted after) {
        final Account account = before.account;
        return new AccountImpact(
                account.id(),
                account.mode(),
                account.model(),
                before.standing,
                after.standing,
                before.status,
                after.status);
    }

    /** {@return where the accounts that are touched stand before, in sum} */
    public Standing before() {
        return accounts.stream().map(AccountImpact::before).reduce(NOTHING, Standing::plus);
    }

    /** {@return where they stand after, in sum} */
    public Standing after() {
        return accounts.stream().map(AccountImpact::after).reduce(NOTHING, Standing::plus);
    }

    /** {@return how many accounts are further down the ladder afterwards} */
    public int worse() {
        return (int) accounts.stream().filter(AccountImpact::isWorse).count();
    }
}
