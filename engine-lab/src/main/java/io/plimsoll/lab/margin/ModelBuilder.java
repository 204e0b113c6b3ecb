package io.plimsoll.lab.margin;

import io.plimsoll.config.model.ChargeText;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.model.ModelWords;
import io.plimsoll.config.model.RollNetting;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.Across;
import io.plimsoll.core.margin.model.Charge;
import io.plimsoll.core.margin.model.ClassCharge;
import io.plimsoll.core.margin.model.ClassRates;
import io.plimsoll.core.margin.model.ConcentrationCharge;
import io.plimsoll.core.margin.model.ConfidenceCharge;
import io.plimsoll.core.margin.model.ExpiryCharge;
import io.plimsoll.core.margin.model.FundingCharge;
import io.plimsoll.core.margin.model.HaircutCharge;
import io.plimsoll.core.margin.model.InterestCharge;
import io.plimsoll.core.margin.model.LargestOf;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.Measure;
import io.plimsoll.core.margin.model.MultipleOf;
import io.plimsoll.core.margin.model.NotionalCharge;
import io.plimsoll.core.margin.model.OpenInterestCharge;
import io.plimsoll.core.margin.model.OpenOrdersCharge;
import io.plimsoll.core.margin.model.OptionCloseOutCharge;
import io.plimsoll.core.margin.model.PegCharge;
import io.plimsoll.core.margin.model.QuoteHedgeCharge;
import io.plimsoll.core.margin.model.ReservedFundsCharge;
import io.plimsoll.core.margin.model.RollCharge;
import io.plimsoll.core.margin.model.ScenarioCharge;
import io.plimsoll.core.margin.model.ShortOptionCharge;
import io.plimsoll.core.margin.model.SmallestOf;
import io.plimsoll.core.margin.model.SumOf;
import io.plimsoll.core.margin.model.VegaOffsetCharge;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns a margin model's text into the model, for scenarios that stand where a plan says. */
public final class ModelBuilder {
    private static final int MILLIONS = 6;
    private static final long MINOR_UNITS = FixedPoint.powerOfTen(PortfolioBuilder.MINOR_SCALE);

    private final ScenarioPlan plan;

    private ModelBuilder(final ScenarioPlan plan) {
        this.plan = plan;
    }

    /**
     * Builds a model.
     *
     * @param text what its file says.
     * @param plan where the scenarios stand.
     * @return the model.
     */
    public static MarginModel build(final ModelText text, final ScenarioPlan plan) {
        return new ModelBuilder(plan).model(text);
    }

    private MarginModel model(final ModelText text) {
        final boolean byExpiry = text.sums() == ModelWords.Sums.BY_EXPIRY;
        return new MarginModel(
                text.name(),
                text.version(),
                byExpiry,
                text.discount().isPresent() ? List.of(plan.grid()) : List.of(),
                text.skewIsLoss() ? List.of(plan.skew()) : List.of(),
                List.of(plan.grid()),
                charge(text.risk()),
                text.initial(),
                text.maintenance(),
                charges(text.addOns()),
                charges(text.initialAddOns()),
                charges(text.maintenanceAddOns()),
                text.discount().map(ModelBuilder::discount).orElse(List.of()));
    }

    private static List<Long> discount(final ModelText.Discount text) {
        return List.of(
                text.positive(),
                text.positiveRate(),
                text.positiveAdd(),
                text.negative(),
                text.negativeRate(),
                text.negativeAdd());
    }

    private List<Charge> charges(final List<ChargeText> texts) {
        return texts.stream().map(this::charge).toList();
    }

    private Charge charge(final ChargeText text) {
        final String name = text.name();
        return switch (text.type()) {
            case SUM -> new SumOf(name, charges(text.parts()));
            case LARGEST -> new LargestOf(name, charges(text.parts()));
            case SMALLEST -> new SmallestOf(name, charges(text.parts()));
            case BY_CLASS -> new ClassCharge(name, charges(text.parts()));
            case RESERVED_FUNDS ->
                new ReservedFundsCharge(name, charge(text.parts().get(0)));
            case OPEN_ORDERS -> new OpenOrdersCharge(name, Rate.timesCeil(MINOR_UNITS, text.ratio("rate")));
            case EACH,
                    TIERS,
                    LOSS,
                    AMOUNT,
                    RELIEF,
                    FIXED,
                    NOTIONAL_BY_OPEN_INTEREST,
                    SIZE_IMPACT,
                    SIZE_DISCOUNT,
                    PLATFORM_WEIGHT,
                    PEG_NOTIONAL -> new PositionCharges(this::charge, this::block).charge(text);
            case MULTIPLE ->
                new MultipleOf(name, text.ratio("rate"), charge(text.parts().get(0)));
            case SCENARIOS -> new ScenarioCharge(name, block(text), measure(text), across(text));
            case EXPIRY_BASIS -> new ExpiryCharge(name, plan.basis(), text.ratio("base"), text.ratio("per-year"));
            case NOTIONAL -> new NotionalCharge(name, kinds(text), rates(text, "rates"));
            case HAIRCUT ->
                new HaircutCharge(name, text.word("of", ModelWords.Haircut.class) == ModelWords.Haircut.INITIAL);
            case SHORT_OPTIONS -> new ShortOptionCharge(name, text.ratio("rate"));
            case CONFIDENCE -> new ConfidenceCharge(name, text.ratio("threshold"), text.ratio("factor"));
            case PEG -> new PegCharge(name, text.ratio("threshold"), text.ratio("factor"));
            case OPTION_CLOSE_OUT -> new OptionCloseOutCharge(name, rates(text, "rates"), text.ratio("vega-points"));
            case VEGA_OFFSET -> new VegaOffsetCharge(name, text.ratio("share"), text.ratio("points"));
            case QUOTE_HEDGE -> new QuoteHedgeCharge(name, text.ratio("rate"));
            case INTEREST -> new InterestCharge(name, text.ratio("points"));
            case CONCENTRATION ->
                new ConcentrationCharge(name, plan.grid(), text.ratio("share-of-volume"), text.ratio("most"));
            case FUNDING -> new FundingCharge(name, text.ratio("periods"));
            case OPEN_INTEREST -> new OpenInterestCharge(name, caps(text));
            case ROLL -> new RollCharge(name, rates(text, "least"), rates(text, "per-year"), netting(text));
        };
    }

    private ScenarioBlock block(final ChargeText text) {
        return switch (text.word("block", ModelWords.Block.class)) {
            case GRID -> plan.grid();
            case JOINT -> plan.joint();
            case STRESS -> plan.stress();
            case PAYOFF -> plan.payoff();
            case BEYOND -> plan.beyond();
        };
    }

    private static Measure measure(final ChargeText text) {
        return switch (text.word("measure", ModelWords.Measure.class)) {
            case WORST -> Measure.WORST;
            case SHORTFALL -> new Measure(Measure.Kind.SHORTFALL, ppm(text.ratio("level")));
            case VALUE_AT_RISK -> new Measure(Measure.Kind.VALUE_AT_RISK, ppm(text.ratio("level")));
        };
    }

    private static Across across(final ChargeText text) {
        return switch (text.word("across", ModelWords.Across.class)) {
            case SUM -> Across.SUM;
            case TOGETHER -> Across.TOGETHER;
            case BLEND -> new Across(Across.Rule.BLEND, text.ratio("share"), Long.MAX_VALUE);
            case BLEND_IN_GROUPS -> new Across(Across.Rule.BLEND_IN_GROUPS, text.ratio("share"), Long.MAX_VALUE);
            case ALIGNED_GAIN ->
                new Across(Across.Rule.ALIGNED_GAIN, text.ratio("share"), minorUnitsOfMillions(text.ratio("most")));
        };
    }

    /** Amounts in a model's file are in millions of the margin currency; a ratio has 15 decimals, a million 6 more zeros. */
    static long minorUnitsOfMillions(final long ratio) {
        return ratio / FixedPoint.powerOfTen(Rate.SCALE - MILLIONS - PortfolioBuilder.MINOR_SCALE);
    }

    private static List<OpenInterestCharge.Caps> caps(final ChargeText text) {
        final ClassRates lower = rates(text, "lower");
        final ClassRates upper = rates(text, "upper");
        final ClassRates most = rates(text, "most");
        final int classes =
                text.ratios().values().stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, classes)
                .mapToObj(place -> new OpenInterestCharge.Caps(
                        minorUnitsOfMillions(lower.of(place)), minorUnitsOfMillions(upper.of(place)), most.of(place)))
                .toList();
    }

    private static RollCharge.Netting netting(final ChargeText text) {
        return switch (text.word("netting", RollNetting.class)) {
            case OFFSET -> RollCharge.Netting.OFFSET;
            case GROSS -> RollCharge.Netting.GROSS;
        };
    }

    static ClassRates rates(final ChargeText text, final String key) {
        return ClassRates.of(
                text.ratios().get(key).stream().mapToLong(Long::longValue).toArray());
    }

    static Set<RiskKind> kinds(final ChargeText text) {
        final Set<RiskKind> kinds = EnumSet.noneOf(RiskKind.class);
        text.words().get("kinds").forEach(kind -> kinds.add(RiskKind.valueOf(kind.name())));
        return kinds;
    }

    private static int ppm(final long ratio) {
        final long perPpm = Rate.ONE / FixedPoint.PPM;
        if (ratio % perPpm != 0) {
            throw new IllegalArgumentException("a level is finer than a millionth");
        }
        return Math.toIntExact(ratio / perPpm);
    }
}
