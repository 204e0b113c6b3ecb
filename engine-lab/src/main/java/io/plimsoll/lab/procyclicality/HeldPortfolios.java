package io.plimsoll.lab.procyclicality;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.AccountsCopy;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.PortfolioBooks;
import io.plimsoll.core.margin.Valuation;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.lab.profit.OpenWorth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What all accounts of an engine held at a moment: positions, balances, modes and models. It is margined at what the engine knows
 * whenever it is asked, by the engine's own formula over the engine's own rows, and the engine takes no notice. Funding and interest
 * go on; what a whole market has, such as open interest, is what it is then.
 */
final class HeldPortfolios {
    private final EngineState state;
    private final AccountsCopy copy;

    /**
     * Takes what is held now.
     *
     * @param state of the engine.
     * @param untilNs positions in what has expired by then are left out, as if closed at their marks now.
     */
    HeldPortfolios(final EngineState state, final long untilNs) {
        this.state = state;
        this.copy = new AccountsCopy(state.accounts());
        final OpenWorth worth = new OpenWorth(state.prices(), new Valuation(state.prices()));
        for (int i = 0; i < copy.all().count(); i++) {
            leaveOut(copy.all().at(i), untilNs, worth);
        }
    }

    private void leaveOut(final Account account, final long untilNs, final OpenWorth worth) {
        final Positions positions = account.positions();
        for (int i = positions.count() - 1; i >= 0; i--) {
            final Instrument instrument = positions.instrumentAt(i);
            if (instrument.isExpiredAt(untilNs)) {
                copy.close(account, instrument, worth.of(positions, i));
            }
        }
    }

    /**
     * Margins everybody.
     *
     * @return initial margin without orders by account, in millionths of the margin currency. Accounts of a group that holds what was
     *     delisted since are not there: their portfolios cannot be had any more.
     */
    Map<Long, Long> initialMargins() {
        final MarginCalculator calculator = new MarginCalculator(
                state.prices(), new Valuation(state.prices()), state.limits().assets(), state::timeNs);
        final PortfolioBooks books = books();
        calculator.portfolio(books);
        final MarginAssessment assessment = new MarginAssessment();
        final Map<Long, Long> margins = new TreeMap<>();
        for (int i = 0; i < copy.all().count(); i++) {
            final Account account = copy.all().at(i);
            if (!holdsDelisted(account.group())) {
                calculator.assess(account, assessment);
                margins.put(account.id(), assessment.initialMargin());
                if (books != null && account.mode() == MarginMode.PORTFOLIO) {
                    // Vectors of one account at a time, not of a hundred thousand.
                    books.of(account).leave(account);
                }
            }
        }
        return margins;
    }

    /** Books of their own over the rows at work, so that those of the engine go on knowing its accounts. */
    private PortfolioBooks books() {
        final PortfolioBooks inUse = state.risk().inUse();
        if (inUse == null) {
            return null;
        }
        final List<MarginModel> models = new ArrayList<>();
        IntStream.rangeClosed(1, PortfolioBooks.MODELS_MAX)
                .mapToObj(inUse::of)
                .forEach(book -> models.add(book == null ? null : book.model()));
        return new PortfolioBooks(inUse.regime(), models);
    }

    private boolean holdsDelisted(final Group group) {
        for (int i = 0; i < group.members().count(); i++) {
            final Positions positions = group.members().at(i).positions();
            for (int j = 0; j < positions.count(); j++) {
                if (state.prices().status(positions.instrumentAt(j)) == MarketStatus.SETTLED) {
                    return true;
                }
            }
        }
        return false;
    }
}
