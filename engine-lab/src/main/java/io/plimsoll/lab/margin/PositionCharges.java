package io.plimsoll.lab.margin;

import io.plimsoll.config.model.ChargeText;
import io.plimsoll.config.model.ModelWords;
import io.plimsoll.core.margin.model.Charge;
import io.plimsoll.core.margin.model.ClassRates;
import io.plimsoll.core.margin.model.EachCharge;
import io.plimsoll.core.margin.model.FixedCharge;
import io.plimsoll.core.margin.model.LossCharge;
import io.plimsoll.core.margin.model.OpenInterestRate;
import io.plimsoll.core.margin.model.PegRate;
import io.plimsoll.core.margin.model.PlatformRate;
import io.plimsoll.core.margin.model.PositionCharge;
import io.plimsoll.core.margin.model.PositionRate;
import io.plimsoll.core.margin.model.Selection;
import io.plimsoll.core.margin.model.Side;
import io.plimsoll.core.margin.model.SizeRate;
import io.plimsoll.core.margin.model.TierCharge;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.List;
import java.util.function.Function;

/**
 * Builds the charges that look at positions one by one, or at parts of a portfolio.
 *
 * @param charges builds a charge that is a part of another.
 * @param blocks finds the block that a charge names.
 */
record PositionCharges(Function<ChargeText, Charge> charges, Function<ChargeText, ScenarioBlock> blocks) {
    Charge charge(final ChargeText text) {
        final String name = text.name();
        return switch (text.type()) {
            case EACH ->
                new EachCharge(
                        name,
                        EachCharge.Part.valueOf(
                                text.word("of", ModelWords.Part.class).name()),
                        selection(text),
                        parts(text));
            case TIERS ->
                new TierCharge(
                        name, amounts(text, "floors"), ratios(text), parts(text).get(0));
            case LOSS -> new LossCharge(name, blocks.apply(text));
            case FIXED -> new FixedCharge(name, selection(text), ClassRates.of(amounts(text, "amounts")));
            case AMOUNT -> new PositionCharge(name, column(text), selection(text), rates(text), false);
            case RELIEF -> new PositionCharge(name, column(text), selection(text), rates(text), true);
            default -> ofNotional(text, rate(text));
        };
    }

    private List<Charge> parts(final ChargeText text) {
        return text.parts().stream().map(charges).toList();
    }

    private static Charge ofNotional(final ChargeText text, final PositionRate rate) {
        return new PositionCharge(text.name(), Column.NOTIONAL, selection(text), rate, false);
    }

    private static PositionRate rate(final ChargeText text) {
        return switch (text.type()) {
            case NOTIONAL_BY_OPEN_INTEREST ->
                new OpenInterestRate(
                        rates(text), ClassRates.of(amounts(text, "lower")), ClassRates.of(amounts(text, "upper")));
            case PEG_NOTIONAL -> new PegRate(text.ratio("threshold"), text.ratio("factor"));
            case SIZE_IMPACT -> size(text, SizeRate.Shape.IMPACT, 0);
            case SIZE_DISCOUNT -> size(text, SizeRate.Shape.DISCOUNT, text.ratio("most"));
            case PLATFORM_WEIGHT ->
                new PlatformRate(
                        PlatformRate.Total.valueOf(
                                text.word("total", ModelWords.Total.class).name()),
                        ModelBuilder.rates(text, "weights"),
                        ClassRates.of(amounts(text, "start")));
            default -> throw new IllegalArgumentException("a charge '" + text.type() + "' is built elsewhere");
        };
    }

    private static SizeRate size(final ChargeText text, final SizeRate.Shape shape, final long most) {
        return new SizeRate(
                shape,
                SizeRate.Power.valueOf(
                        text.word("power", ModelWords.Power.class).name()),
                rates(text),
                ClassRates.of(amounts(text, "scale")),
                most);
    }

    private static ClassRates rates(final ChargeText text) {
        return ModelBuilder.rates(text, "rates");
    }

    private static long[] ratios(final ChargeText text) {
        return text.ratios().get("rates").stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] amounts(final ChargeText text, final String key) {
        return text.ratios().get(key).stream()
                .mapToLong(ModelBuilder::minorUnitsOfMillions)
                .toArray();
    }

    private static int column(final ChargeText text) {
        return switch (text.word("of", ModelWords.Column.class)) {
            case VALUE -> Column.VALUE;
            case NOTIONAL -> Column.NOTIONAL;
            case DELTA -> Column.DELTA;
            case OUT_OF_THE_MONEY -> Column.OUT_OF_THE_MONEY;
            case UNITS -> Column.UNITS;
        };
    }

    private static Selection selection(final ChargeText text) {
        return new Selection(
                ModelBuilder.kinds(text),
                Side.valueOf(text.word("side", ModelWords.Side.class).name()));
    }
}
