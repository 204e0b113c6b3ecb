package io.plimsoll.lab.backtest;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.config.scenario.Femto;
import io.plimsoll.config.scenario.JointBlock;
import io.plimsoll.config.scenario.RiskClass;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.StressBlock;
import io.plimsoll.config.scenario.StressEvent;
import io.plimsoll.config.scenario.StressMove;
import io.plimsoll.config.scenario.StressSource;
import io.plimsoll.config.scenario.Underlying;
import io.plimsoll.config.scenario.VolatilityMove;
import io.plimsoll.core.math.ScenarioPricer;
import io.plimsoll.lab.scenario.Classes;
import io.plimsoll.lab.scenario.JointDay;
import io.plimsoll.lab.scenario.JointWindows;
import io.plimsoll.lab.scenario.Move;
import io.plimsoll.lab.scenario.NamedEvent;
import io.plimsoll.lab.scenario.StressTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scenario sets as they could be made at the end of a day: classes, volatility rules and grid are those of a set, joint rows and
 * stress are of the past up to that day.
 */
final class WalkScenarios {
    private static final String OTHER = "other";
    private static final StressMove NOTHING = new StressMove(0, 0, StressSource.CLOSES);

    private final History history;
    private final WalkTerms terms;
    private final JointWindows windows;
    private final Map<String, SigmaPath> sigmas = new HashMap<>();

    WalkScenarios(final History history, final WalkTerms terms) {
        this.history = history;
        this.terms = terms;
        this.windows = new JointWindows(
                history.series(),
                history.volatilityChanges(),
                ImpliedPath::ofResidual,
                history.basisChanges(),
                terms.lambda());
        history.series().forEach((symbol, each) -> sigmas.put(symbol, new SigmaPath(each, terms.lambda())));
    }

    SigmaPath sigma(final String symbol) {
        return sigmas.get(symbol);
    }

    /** Rows of the joint block at the end of a day. */
    JointBlock joint(final List<String> symbols, final LocalDate day) {
        final List<JointDay> days = windows.upTo(symbols, day, terms.days());
        final int weight = JointBlock.WEIGHT_TOTAL / days.size();
        return new JointBlock(
                24,
                ScenarioPricer.nearest(terms.lambda() * Femto.ONE),
                Calendar.EVERY_DAY,
                days.stream().map(each -> row(each, weight)).toList());
    }

    private static JointBlock.Row row(final JointDay day, final int weight) {
        final JointBlock.Residual[] residuals = new JointBlock.Residual[day.z().size()];
        for (int u = 0; u < residuals.length; u++) {
            residuals[u] = new JointBlock.Residual(
                    femto(day.z().get(u)),
                    femto(day.volatility().get(u)),
                    femto(day.basis().get(u)));
        }
        return new JointBlock.Row(day.date(), weight, List.of(residuals));
    }

    private static long femto(final double value) {
        return ScenarioPricer.nearest(value * Femto.ONE);
    }

    /** The joint block alone. */
    ScenarioSet jointOnly(final ScenarioSet base, final List<String> symbols, final JointBlock joint) {
        return new ScenarioSet(
                base.name(),
                base.version(),
                base.hash(),
                base.classes(),
                underlyings(base.classes(), symbols),
                List.of(),
                Optional.of(joint),
                Optional.empty());
    }

    /** The whole set at the end of a day. */
    ScenarioSet set(final ScenarioSet base, final List<String> symbols, final LocalDate day, final JointBlock joint) {
        final List<RiskClass> classes = base.classes().stream()
                .map(each -> new RiskClass(
                        each.name(),
                        each.group(),
                        femto(each.rangeFemto() * terms.range() / Femto.ONE),
                        each.volatility()))
                .toList();
        return new ScenarioSet(
                base.name(),
                base.version(),
                base.hash(),
                classes,
                underlyings(classes, symbols),
                base.grid(),
                Optional.of(joint),
                Optional.of(stress(base, symbols, day)));
    }

    private static List<Underlying> underlyings(final List<RiskClass> classes, final List<String> symbols) {
        return symbols.stream()
                .map(symbol -> new Underlying(symbol, classOf(classes, Classes.of(symbol))))
                .toList();
    }

    /** The class of a name, else the one for others, else the last. */
    private static RiskClass classOf(final List<RiskClass> classes, final String name) {
        final Map<String, RiskClass> byName = new HashMap<>();
        classes.forEach(each -> byName.put(each.name(), each));
        final RiskClass others = byName.getOrDefault(OTHER, classes.get(classes.size() - 1));
        return byName.getOrDefault(name, others);
    }

    /** Before the first event one in which nothing happens, so that there is something to measure. */
    private StressBlock stress(final ScenarioSet base, final List<String> symbols, final LocalDate day) {
        final StressTable table = history.stress().until(day);
        final List<StressEvent> events = table.events().isEmpty()
                ? List.of(new StressEvent(
                        "none", day, symbols.stream().map(symbol -> NOTHING).toList()))
                : table.events().stream()
                        .map(event -> event(table, event, symbols))
                        .toList();
        return new StressBlock(
                base.stress().map(StressBlock::volatilityDown).orElse(VolatilityMove.UP),
                base.stress().map(StressBlock::volatilityUp).orElse(VolatilityMove.NONE),
                events);
    }

    private static StressEvent event(final StressTable table, final NamedEvent event, final List<String> symbols) {
        return new StressEvent(
                event.id(),
                event.date(),
                symbols.stream().map(symbol -> move(table.of(event, symbol))).toList());
    }

    private static StressMove move(final Move move) {
        return new StressMove(femto(move.down()), femto(move.up()), move.source());
    }
}
