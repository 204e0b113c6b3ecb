package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.PhaseIn;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.PortfolioBooks;
import org.agrona.collections.LongHashSet;

/**
 * Spreads what the house raises over time. Where tiers, wrong-way shares, scenarios or a margin model are replaced, the maintenance margin
 * of each account under the old is compared with that under the new, at the same prices; what is more counts bit by bit
 * ({@link PhaseIn}). Initial margin follows at once: nobody takes new risk on old terms.
 */
final class Raises {
    private final EngineState state;
    private final CommandContext context;
    private final MarginCalculator calculator;
    private final MarginAssessment old = new MarginAssessment();
    private final MarginAssessment now = new MarginAssessment();
    private final LongHashSet seen = new LongHashSet();
    private PortfolioBooks previous;
    private long previousHash;
    private long seenHash;

    Raises(final EngineState state, final CommandContext context, final MarginCalculator calculator) {
        this.state = state;
        this.context = context;
        this.calculator = calculator;
    }

    /** What is asked of accounts, and of each what counts of it, two numbers an account: to be taken before something is replaced. */
    long[] before(final Holders accounts) {
        final long[] figures = new long[2 * accounts.count()];
        for (int i = 0; i < accounts.count(); i++) {
            calculator.assess(accounts.at(i), old);
            figures[2 * i] = old.askedMaintenanceMargin();
            figures[2 * i + 1] = counted(old);
        }
        return figures;
    }

    private static long counted(final MarginAssessment of) {
        return of.askedMaintenanceMargin() - of.sparedMaintenanceMargin();
    }

    /** Spreads what is asked of them more than before. */
    void after(final Holders accounts, final long[] figures) {
        for (int i = 0; i < accounts.count(); i++) {
            calculator.assess(accounts.at(i), now);
            compare(accounts.at(i), figures[2 * i], figures[2 * i + 1]);
        }
    }

    private void compare(final Account account, final long asked, final long counted) {
        final long duration = state.parameters().phaseInNs();
        final long askedNow = now.askedMaintenanceMargin();
        if (askedNow <= asked || duration == 0) {
            return;
        }
        final long timeNs = context.timeNs();
        state.accounts().phaseIn(account, PhaseIn.of(counted, askedNow, timeNs, timeNs + duration));
        context.events().accounts().onRaisePhasedIn(account, counted, askedNow);
    }

    /** Other books have taken over: accounts in portfolio mode are compared when they are margined next, until {@link #end}. */
    void begin(final PortfolioBooks before) {
        end();
        final long hashBefore = hash();
        previous = before;
        previousHash = before.regime().hashFromScratch();
        state.hash().replace(hashBefore, hash());
    }

    /** All accounts have been margined by the books in use. */
    void end() {
        final long hashBefore = hash();
        previous = null;
        previousHash = 0;
        seen.clear();
        seenHash = 0;
        state.hash().replace(hashBefore, hash());
    }

    /** Compares an account, if that is still to be done. */
    void look(final Account account) {
        if (previous == null
                || account.mode() != MarginMode.PORTFOLIO
                || previous.of(account) == null
                || !isFirst(account)) {
            return;
        }
        // What the old book remembers of the account is older than its last trade.
        previous.of(account).leave(account);
        calculator.portfolio(previous);
        calculator.assess(account, old);
        previous.of(account).leave(account);
        calculator.portfolio(state.risk().inUse());
        calculator.assess(account, now);
        compare(account, old.askedMaintenanceMargin(), counted(old));
    }

    private boolean isFirst(final Account account) {
        final boolean isFirst = seen.add(account.id());
        if (isFirst) {
            final long before = hash();
            seenHash += StateHash.of(
                    HashKind.PHASE_IN, account.id(), account.group().id());
            state.hash().replace(before, hash());
        }
        return isFirst;
    }

    /** The account has chosen how it is margined itself: nothing is spread, and what was is over. */
    void chosen(final Account account) {
        if (previous != null) {
            isFirst(account);
        }
        state.accounts().phaseIn(account, PhaseIn.NONE);
    }

    /** What is still to be compared, for the state hash; 0 when nothing is. */
    long hash() {
        return previous == null ? 0 : StateHash.of(HashKind.PHASE_IN, previousHash, seenHash);
    }
}
