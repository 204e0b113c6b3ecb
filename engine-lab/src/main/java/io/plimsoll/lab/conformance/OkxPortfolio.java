package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.Charge;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.PortfolioBuilder;
import io.plimsoll.lab.margin.PortfolioMargin;
import io.plimsoll.lab.margin.PricedPortfolio;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Linear contracts of a case, each an underlying of its own with its own moves: those of the grid, then both extreme moves, of
 * which half counts. What equity lacks is a coin that is borrowed.
 */
final class OkxPortfolio {
    private static final String[] NAMES = {"first", "second", "third"};
    private static final int EXTREME_MOVES = 2;
    private static final int DIGITS = 9;
    private static final BigDecimal BOOK = BigDecimal.valueOf(1_000_000);

    private final ScenarioPlan plan;
    private final PortfolioBuilder builder;
    private final JsonNode inputs;
    private final List<JsonNode> positions;
    private final int near;
    private final BigDecimal rate;

    OkxPortfolio(final JsonNode inputs) {
        this(inputs, Fields.list(inputs, "positions"));
    }

    private OkxPortfolio(final JsonNode inputs, final List<JsonNode> positions) {
        this.inputs = inputs;
        this.positions = positions;
        if (positions.isEmpty() || positions.size() > NAMES.length) {
            throw new CaseException(positions.size() + " positions; allowed: 1 to " + NAMES.length);
        }
        near = Fields.decimals(positions.get(0), "mr1_grid").size();
        rate = Fields.decimal(inputs, "usdt_usd");
        plan = ScenarioPlan.of(near + EXTREME_MOVES, 0, 0, 0, 0);
        builder = new PortfolioBuilder(plan);
        for (int i = 0; i < positions.size(); i++) {
            add(positions.get(i), i);
        }
        final BigDecimal equity = equity();
        if (equity.signum() < 0) {
            borrow(equity.setScale(DIGITS, RoundingMode.HALF_EVEN));
        }
    }

    /** A book of one million that loses amounts. */
    private OkxPortfolio(final List<BigDecimal> losses) {
        inputs = null;
        positions = List.of();
        near = losses.size();
        rate = BigDecimal.ONE;
        plan = ScenarioPlan.of(near, 0, 0, 0, 0);
        builder = new PortfolioBuilder(plan);
        final Shocks shocks = new Shocks(near);
        losses.forEach(loss ->
                shocks.add(1 - loss.divide(BOOK, MathContext.DECIMAL64).doubleValue(), VolatilityMove.NONE, 0, 0));
        builder.contract(
                "book", RiskKind.PERPETUAL, perpetual(0, 1, shocks, LinearMarket.undamped(near)), Rate.ONE, 1, 1, BOOK);
    }

    static OkxPortfolio losing(final List<BigDecimal> losses) {
        return new OkxPortfolio(losses);
    }

    /** A rate that makes an amount of the book of one million. */
    static long rateOf(final BigDecimal amount) {
        return Fields.rate(amount.divide(BOOK, MathContext.DECIMAL64));
    }

    private int perpetual(final int classOf, final double price, final Shocks shocks, final long... damping) {
        final int place = builder.underlying(
                new RiskFrame.Underlying(NAMES[classOf], 0, PortfolioBuilder.MINOR_SCALE, classOf, 0, Rate.ONE),
                price,
                shocks,
                LinearMarket.RULES,
                damping);
        return builder.perpetual(place);
    }

    private void add(final JsonNode position, final int place) {
        final List<BigDecimal> grid = Fields.decimals(position, "mr1_grid");
        if (grid.size() != near) {
            throw new CaseException("'mr1_grid' has " + grid.size() + " moves, the first position's has " + near);
        }
        final Shocks shocks = new Shocks(plan.count());
        grid.forEach(move -> shocks.add(1 + move.doubleValue(), VolatilityMove.NONE, 0, 0));
        final double extreme = Fields.real(position, "mr6_shock");
        shocks.add(1 - extreme, VolatilityMove.NONE, 0, 0);
        shocks.add(1 + extreme, VolatilityMove.NONE, 0, 0);
        final long[] damping = LinearMarket.undamped(plan.count());
        Arrays.fill(damping, near, damping.length, Rate.ONE / 2);
        final double index = Fields.decimal(position, "index").multiply(rate).doubleValue();
        final double mark = Fields.decimal(position, "mark").multiply(rate).doubleValue();
        builder.given()
                .moving(
                        Fields.text(position, "instrument"),
                        RiskKind.PERPETUAL,
                        perpetual(place, index, shocks, damping),
                        index,
                        mark,
                        size(position));
    }

    private void borrow(final BigDecimal amount) {
        final Shocks still = new Shocks(plan.count());
        for (int s = 0; s < plan.count(); s++) {
            still.add(1, VolatilityMove.NONE, 0, 0);
        }
        builder.coin(
                "USD",
                perpetual(0, 1, still, LinearMarket.undamped(plan.count())),
                Rate.ONE,
                1,
                new PortfolioBuilder.Haircuts(0, 0),
                false,
                amount);
    }

    private static BigDecimal size(final JsonNode position) {
        return Fields.decimal(position, "contracts").multiply(Fields.decimal(position, "contract_value"));
    }

    /** The rates of the positions, as parameters of the model: classes are in the order of the positions. */
    Map<String, Long> rates() {
        final Map<String, Long> rates = new LinkedHashMap<>();
        for (int i = 0; i < positions.size(); i++) {
            rates.put("mr4_rate_" + (i + 1), Fields.rate(positions.get(i), "mr4_rate"));
            rates.put("mr7_rate_" + (i + 1), Fields.rate(positions.get(i), "mr7_rate"));
        }
        return rates;
    }

    /** One position of the account as an account of its own. */
    OkxPortfolio unit(final int place) {
        return new OkxPortfolio(inputs, List.of(positions.get(place)));
    }

    BigDecimal profitInQuote() {
        return positions.stream()
                .map(position -> size(position)
                        .multiply(Fields.decimal(position, "mark").subtract(Fields.decimal(position, "avg_price"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal profit() {
        return profitInQuote().multiply(rate);
    }

    BigDecimal equity() {
        return Fields.decimal(Fields.required(inputs, "simulated_cash"), "USDT")
                .multiply(rate)
                .add(profit());
    }

    ScenarioBlock near() {
        return new ScenarioBlock("near", 0, near);
    }

    ScenarioBlock far() {
        return new ScenarioBlock("far", near, plan.count());
    }

    PricedPortfolio priced() {
        return builder.portfolio();
    }

    ScenarioPlan plan() {
        return plan;
    }

    /** The largest loss of a block, at least 0. */
    BigDecimal worst(final ScenarioBlock block) {
        return of(OkxSuite.worst(block), true).maintenance();
    }

    /** The whole grid, nothing damped. */
    PortfolioMargin grid() {
        return of(OkxSuite.worst(plan.grid()), false);
    }

    private PortfolioMargin of(final Charge risk, final boolean isDamped) {
        final MarginModel model = new MarginModel(
                "grid",
                1,
                false,
                List.of(),
                List.of(),
                isDamped ? List.of(plan.grid()) : List.of(),
                risk,
                Rate.ONE,
                Rate.ONE,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return PortfolioMargin.of(model, priced(), plan.count());
    }
}
