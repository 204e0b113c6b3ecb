package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.EnumSet;
import java.util.List;

/** Margin models over 24 scenarios which together have every charge that a twin knows. */
final class TwinModels {
    private static final ScenarioBlock GRID = new ScenarioBlock("grid", 0, 10);
    private static final ScenarioBlock SKEW = new ScenarioBlock("skew", 8, 10);
    private static final ScenarioBlock BASIS = new ScenarioBlock("basis", 10, 13);
    private static final ScenarioBlock JOINT = new ScenarioBlock("joint", 10, 24);

    private TwinModels() {}

    static List<MarginModel> all() {
        final Charge addOns = new SumOf(
                "add-ons",
                List.of(
                        new NotionalCharge(
                                "close-out",
                                EnumSet.of(RiskKind.PERPETUAL, RiskKind.FUTURE),
                                ClassRates.of(Rate.ONE / 500, Rate.ONE / 250, Rate.ONE / 100)),
                        new ShortOptionCharge("short options", Rate.ONE / 333),
                        new VegaOffsetCharge("vega", Rate.ONE / 4, 30 * Rate.ONE),
                        new FundingCharge("funding", 3 * Rate.ONE / 2)));
        final Measure shortfall = new Measure(Measure.Kind.SHORTFALL, 815_000);
        final Measure valueAtRisk = new Measure(Measure.Kind.VALUE_AT_RISK, 900_000);
        final long most = Rate.ONE * 7 / 10;
        return List.of(
                model(
                        "blend",
                        false,
                        new LargestOf(
                                "risk",
                                List.of(
                                        new ScenarioCharge(
                                                "grid",
                                                GRID,
                                                Measure.WORST,
                                                new Across(Across.Rule.BLEND_IN_GROUPS, most, Long.MAX_VALUE)),
                                        new ScenarioCharge(
                                                "joint",
                                                JOINT,
                                                shortfall,
                                                new Across(Across.Rule.BLEND, most, Long.MAX_VALUE)),
                                        new MultipleOf(
                                                "stress",
                                                Rate.ONE / 3,
                                                new ScenarioCharge("joint", JOINT, Measure.WORST, Across.TOGETHER)))),
                        addOns),
                model(
                        "by expiry",
                        true,
                        new LargestOf(
                                "risk",
                                List.of(
                                        new ScenarioCharge("grid", GRID, Measure.WORST, Across.SUM),
                                        new ExpiryCharge("basis", BASIS, Rate.ONE / 2, 2 * Rate.ONE))),
                        addOns),
                model("netting", false, new ScenarioCharge("grid", GRID, Measure.WORST, Across.SUM), netting()),
                model(
                        "aligned",
                        false,
                        new ScenarioCharge(
                                "grid",
                                GRID,
                                valueAtRisk,
                                new Across(Across.Rule.ALIGNED_GAIN, Rate.ONE * 6 / 10, 500_000_000)),
                        addOns));
    }

    /** What offsets, what closing costs, and what is doubtful. */
    private static Charge netting() {
        final ClassRates least = ClassRates.of(Rate.ONE * 3 / 1_000, Rate.ONE * 6 / 1_000, Rate.ONE / 100);
        final ClassRates perYear = ClassRates.of(Rate.ONE / 20, Rate.ONE / 10);
        return new SumOf(
                "netting",
                List.of(
                        new RollCharge("roll", least, perYear, RollCharge.Netting.OFFSET),
                        new RollCharge("roll of all", least, perYear, RollCharge.Netting.GROSS),
                        new OptionCloseOutCharge(
                                "option close-out", ClassRates.of(Rate.ONE / 3_000, Rate.ONE / 700), Rate.ONE * 3 / 2),
                        new QuoteHedgeCharge("quote hedge", Rate.ONE / 100),
                        new InterestCharge("interest", 2 * Rate.ONE),
                        new ConfidenceCharge("confidence", Rate.ONE * 55 / 100, Rate.ONE * 3 / 4),
                        new HaircutCharge("haircut", false),
                        new HaircutCharge("haircut of the initial margin", true)));
    }

    static MarginModel model(final String name, final boolean byExpiry, final Charge risk, final Charge addOns) {
        return new MarginModel(
                name,
                1,
                byExpiry,
                byExpiry ? List.of(GRID) : List.of(),
                List.of(SKEW),
                List.of(GRID),
                risk,
                Rate.ONE,
                Rate.ONE * 8 / 10,
                List.of(addOns),
                List.of(
                        new PegCharge("peg", Rate.ONE, 2 * Rate.ONE),
                        new OpenInterestCharge(
                                "open interest",
                                List.of(
                                        new OpenInterestCharge.Caps(0, 2_100, Rate.ONE / 3),
                                        new OpenInterestCharge.Caps(800, 1_900, Rate.ONE * 6 / 10),
                                        new OpenInterestCharge.Caps(0, 0, Rate.ONE)))),
                List.of(),
                byExpiry ? List.of(95 * (Rate.ONE / 100), 0L, 0L, 104 * (Rate.ONE / 100), 0L, 0L) : List.of());
    }
}
