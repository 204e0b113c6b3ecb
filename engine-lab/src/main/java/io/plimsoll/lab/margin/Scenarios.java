package io.plimsoll.lab.margin;

import io.plimsoll.config.Nearest;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.GridScenario;
import io.plimsoll.config.scenario.JointBlock;
import io.plimsoll.config.scenario.PriceUnit;
import io.plimsoll.config.scenario.RiskClass;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.StressBlock;
import io.plimsoll.config.scenario.StressEvent;
import io.plimsoll.config.scenario.StressMove;
import io.plimsoll.config.scenario.Underlying;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.math.Exponential;
import io.plimsoll.core.math.ScenarioPricer;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.SkewRule;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.math.VolatilityRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/**
 * A scenario set as a margin model uses it: where each block stands, and what each underlying sees. A joint scenario is the
 * residual of its day times the underlying's own volatility now: {@code exp(z sigma sqrt(h / 24)) - 1}; the volatility and
 * the basis move by what they did that day.
 */
public final class Scenarios {
    private static final double ONE = Rate.ONE;
    private static final double DAY_HOURS = 24;

    private final ScenarioSet set;
    private final List<Long> basis;
    private final List<GridScenario> moves = new ArrayList<>();
    private final List<GridScenario> skews = new ArrayList<>();
    private final ScenarioPlan plan;

    private Scenarios(final ScenarioSet set, final ModelText model) {
        this.set = set;
        this.basis = model.basis();
        for (final GridScenario scenario : set.grid()) {
            (isSkew(scenario) ? skews : moves).add(scenario);
        }
        plan = ScenarioPlan.of(
                moves.size(),
                skews.size(),
                set.joint().map(block -> block.rows().size()).orElse(0),
                set.stress().map(block -> 2 * block.events().size()).orElse(0),
                basis.size());
    }

    /**
     * Lays out a set for a model.
     *
     * @param set the scenario set.
     * @param model the model; its expiry basis adds two moves.
     * @return the scenarios.
     */
    public static Scenarios of(final ScenarioSet set, final ModelText model) {
        return new Scenarios(set, model);
    }

    private static boolean isSkew(final GridScenario scenario) {
        return scenario.volatility() == io.plimsoll.config.scenario.VolatilityMove.LINEAR
                || scenario.volatility() == io.plimsoll.config.scenario.VolatilityMove.ABSOLUTE;
    }

    /** {@return where each block stands} */
    public ScenarioPlan plan() {
        return plan;
    }

    /** {@return the set} */
    public ScenarioSet set() {
        return set;
    }

    /**
     * The scenarios as an underlying sees them.
     *
     * @param symbol of the underlying.
     * @param sigma its volatility per day, for joint scenarios.
     * @return all scenarios of the plan.
     * @throws IllegalArgumentException when the set does not have it.
     */
    public Shocks shocks(final String symbol, final double sigma) {
        final int index = indexOf(symbol);
        final RiskClass riskClass = set.underlyings().get(index).riskClass();
        final Shocks shocks = new Shocks(plan.count());
        moves.forEach(scenario -> addGrid(shocks, scenario, riskClass));
        skews.forEach(scenario -> addGrid(shocks, scenario, riskClass));
        set.joint().ifPresent(block -> addJoint(shocks, block, index, sigma));
        set.stress().ifPresent(block -> addStress(shocks, block, index));
        for (final long multiplier : basis) {
            shocks.add(multiplier / ONE, VolatilityMove.NONE, 0, 0);
        }
        return shocks;
    }

    private static void addGrid(final Shocks shocks, final GridScenario scenario, final RiskClass riskClass) {
        shocks.add(1 + move(scenario, riskClass), move(scenario.volatility()), 0, scenario.hours());
    }

    private static double move(final GridScenario scenario, final RiskClass riskClass) {
        final double price = scenario.priceFemto() / ONE;
        return scenario.unit() == PriceUnit.RANGE ? price * (riskClass.rangeFemto() / ONE) : price;
    }

    private static VolatilityMove move(final io.plimsoll.config.scenario.VolatilityMove move) {
        return VolatilityMove.valueOf(move.name());
    }

    private static void addJoint(final Shocks shocks, final JointBlock block, final int index, final double sigma) {
        final double time = time(block);
        for (final JointBlock.Row row : block.rows()) {
            final JointBlock.Residual residual = row.residuals().get(index);
            shocks.add(
                    Exponential.exp(residual.zFemto() / ONE * (sigma * time)),
                    VolatilityMove.SHARE,
                    volatilityMove(residual, time),
                    block.horizonHours(),
                    residual.basisFemto() / ONE * time);
        }
    }

    private static double time(final JointBlock block) {
        return Math.sqrt(block.horizonHours() / DAY_HOURS);
    }

    private static double volatilityMove(final JointBlock.Residual residual, final double time) {
        return Exponential.expm1(residual.volatilityFemto() / ONE * time);
    }

    /**
     * Price moves of an underlying in the joint scenarios.
     *
     * @param symbol of the underlying.
     * @param sigma its volatility per day.
     * @return a relative move a scenario, -0.1 for a fall of 10 %; none without a joint block.
     */
    public double[] jointPriceMoves(final String symbol, final double sigma) {
        return residuals(symbol, (residual, time) -> Exponential.expm1(residual.zFemto() / ONE * (sigma * time)));
    }

    /**
     * Volatility moves of an underlying in the joint scenarios, for options of 30 days.
     *
     * @param symbol of the underlying.
     * @return a relative move a scenario, 0.1 for a rise by 10 % of itself; none without a joint block.
     */
    public double[] jointVolatilityMoves(final String symbol) {
        return residuals(symbol, Scenarios::volatilityMove);
    }

    private double[] residuals(final String symbol, final ToDoubleBiFunction<JointBlock.Residual, Double> moveAfter) {
        final int index = indexOf(symbol);
        return set.joint().stream()
                .flatMap(block -> block.rows().stream())
                .mapToDouble(row -> moveAfter.applyAsDouble(
                        row.residuals().get(index), time(set.joint().orElseThrow())))
                .toArray();
    }

    private static void addStress(final Shocks shocks, final StressBlock block, final int index) {
        for (final StressEvent event : block.events()) {
            final StressMove move = event.moves().get(index);
            shocks.add(1 + move.downFemto() / ONE, move(block.volatilityDown()), 0, 0);
            shocks.add(1 + move.upFemto() / ONE, move(block.volatilityUp()), 0, 0);
        }
    }

    /**
     * Writes the scenarios as the engine takes them: their number; of each the volatility move, hours and whether it is a
     * residual; then of each underlying, by scenario, move or residual, change of volatility, change of
     * the basis and damping.
     *
     * @param words to add to.
     */
    public void addTo(final Words words) {
        words.add(plan.count());
        moves.forEach(each -> addKind(words, move(each.volatility()), each.hours(), false));
        skews.forEach(each -> addKind(words, move(each.volatility()), each.hours(), false));
        for (int s = plan.joint().from(); s < plan.joint().to(); s++) {
            addKind(words, VolatilityMove.SHARE, set.joint().orElseThrow().horizonHours(), true);
        }
        for (int s = plan.stress().from(); s < plan.stress().to(); s++) {
            final StressBlock block = set.stress().orElseThrow();
            final boolean isFall = (s - plan.stress().from()) % 2 == 0;
            addKind(words, move(isFall ? block.volatilityDown() : block.volatilityUp()), 0, false);
        }
        basis.forEach(each -> addKind(words, VolatilityMove.NONE, 0, false));
        for (int u = 0; u < set.underlyings().size(); u++) {
            addFigures(words, u);
        }
    }

    private static void addKind(
            final Words words, final VolatilityMove move, final int hours, final boolean isResidual) {
        words.add(move.code());
        words.add(hours);
        words.add(isResidual ? 1 : 0);
    }

    private void addFigures(final Words words, final int underlying) {
        final Underlying of = set.underlyings().get(underlying);
        final long[] damping = damping(of.symbol());
        for (int i = 0; i < moves.size() + skews.size(); i++) {
            final GridScenario scenario = i < moves.size() ? moves.get(i) : skews.get(i - moves.size());
            addFigure(words, ScenarioPricer.nearest(move(scenario, of.riskClass()) * ONE), 0, 0, damping[i]);
        }
        set.joint().ifPresent(block -> block.rows().forEach(row -> {
            final JointBlock.Residual residual = row.residuals().get(underlying);
            addFigure(words, residual.zFemto(), residual.volatilityFemto(), residual.basisFemto(), Rate.ONE);
        }));
        set.stress().ifPresent(block -> block.events().forEach(event -> {
            final StressMove move = event.moves().get(underlying);
            addFigure(words, move.downFemto(), 0, 0, Rate.ONE);
            addFigure(words, move.upFemto(), 0, 0, Rate.ONE);
        }));
        basis.forEach(multiplier -> addFigure(words, multiplier - Rate.ONE, 0, 0, Rate.ONE));
    }

    private static void addFigure(
            final Words words, final long move, final long volatility, final long basis, final long damping) {
        words.add(move);
        words.add(volatility);
        words.add(basis);
        words.add(damping);
    }

    /**
     * Damping of an underlying's scenarios.
     *
     * @param symbol of the underlying.
     * @return share of each one's profit or loss that counts: {@code min(1, damping x range / |move|)} where a grid scenario is
     *     damped, else one.
     */
    public long[] damping(final String symbol) {
        final RiskClass riskClass = set.underlyings().get(indexOf(symbol)).riskClass();
        final long[] damping = new long[plan.count()];
        Arrays.fill(damping, Rate.ONE);
        for (int i = 0; i < moves.size(); i++) {
            final GridScenario scenario = moves.get(i);
            if (scenario.dampingFemto() > 0) {
                final double share = scenario.dampingFemto()
                        / ONE
                        * (riskClass.rangeFemto() / ONE)
                        / Math.abs(move(scenario, riskClass));
                damping[i] = Math.min(Rate.ONE, ScenarioPricer.nearest(share * ONE));
            }
        }
        return damping;
    }

    /**
     * How far an underlying's volatilities move.
     *
     * @param symbol of the underlying.
     * @return the rules of its class.
     */
    public VolatilityRules rules(final String symbol) {
        final io.plimsoll.config.scenario.VolatilityRule rule =
                set.underlyings().get(indexOf(symbol)).riskClass().volatility();
        return new VolatilityRules(
                rule.rangeUpFemto() / ONE,
                rule.rangeDownFemto() / ONE,
                rule.shortPowerFemto() / ONE,
                rule.longPowerFemto() / ONE,
                rule.dteFloorDays(),
                rule.minVolUpFemto() / ONE,
                rule.maxVolFemto() / ONE,
                skew(rule.skew(), rule.skew().linear()),
                skew(rule.skew(), rule.skew().absolute()));
    }

    private static SkewRule skew(
            final io.plimsoll.config.scenario.SkewRule rule, final io.plimsoll.config.scenario.SkewMove move) {
        return new SkewRule(
                move.capFemto() / ONE,
                move.cbaseFemto() / ONE,
                rule.minKStarFemto() / ONE,
                rule.widthScaleFemto() / ONE,
                rule.volStaticFemto() / ONE,
                rule.volScaleFemto() / ONE);
    }

    /**
     * Place of an underlying's class among the classes of the set.
     *
     * @param symbol of the underlying.
     * @return from 0.
     */
    public int classOf(final String symbol) {
        return set.classes().indexOf(set.underlyings().get(indexOf(symbol)).riskClass());
    }

    /**
     * Place of an underlying's group among the groups of the set.
     *
     * @param symbol of the underlying.
     * @return from 0.
     */
    public int groupOf(final String symbol) {
        return set.groups()
                .indexOf(set.underlyings().get(indexOf(symbol)).riskClass().group());
    }

    private int indexOf(final String symbol) {
        final List<String> symbols =
                set.underlyings().stream().map(Underlying::symbol).toList();
        final int index = symbols.indexOf(symbol);
        if (index < 0) {
            throw new IllegalArgumentException("scenario set '" + set.name() + "' has no underlying '" + symbol
                    + "'; there are: " + String.join(", ", symbols) + Nearest.question(symbol, symbols));
        }
        return index;
    }

    /**
     * A readable name of a scenario.
     *
     * @param scenario place in the plan.
     * @return such as {@code grid: price -75 % of range, volatility up} or {@code joint: 2020-03-12}.
     */
    public String name(final int scenario) {
        if (scenario < plan.grid().to()) {
            return "grid: " + gridName(scenario);
        }
        if (scenario < plan.joint().to()) {
            final int row = scenario - plan.joint().from();
            return "joint: " + set.joint().orElseThrow().rows().get(row).date();
        }
        if (scenario < plan.stress().to()) {
            final int move = scenario - plan.stress().from();
            final String event =
                    set.stress().orElseThrow().events().get(move / 2).name();
            return "stress: " + event + (move % 2 == 0 ? ", fall" : ", rebound");
        }
        return scenario == plan.basis().from() ? "basis: up" : "basis: down";
    }

    private String gridName(final int scenario) {
        final GridScenario grid = scenario < moves.size() ? moves.get(scenario) : skews.get(scenario - moves.size());
        final String volatility = grid.volatility().name().toLowerCase(Locale.ROOT);
        final String price = Show.percent(grid.priceFemto()) + (grid.unit() == PriceUnit.RANGE ? " of range" : "");
        final String hours = grid.hours() == 0 ? "" : ", " + grid.hours() + " h pass";
        return "price " + price + ", volatility " + volatility + hours;
    }

    /** Ratios for people. */
    private static final class Show {
        private static final int PERCENT_SCALE = 13;

        private Show() {}

        static String percent(final long femto) {
            final String text = BigDecimal.valueOf(femto, PERCENT_SCALE)
                    .stripTrailingZeros()
                    .toPlainString();
            return (femto > 0 ? "+" : "") + text + " %";
        }
    }
}
