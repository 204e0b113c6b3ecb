package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.CoinTiers;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.core.risk.WideAccumulator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Charges of positions one by one, of parts of a portfolio, and choices among them. */
class PositionChargeTest {
    private static final long PERCENT = Rate.ONE / 100;
    private static final ScenarioBlock ONE = new ScenarioBlock("one", 0, 1);
    private static final Set<RiskKind> ALL = EnumSet.allOf(RiskKind.class);
    private static final Selection EVERYTHING = new Selection(ALL, Side.BOTH);
    private static final Charge NOTIONAL =
            new PositionCharge("notional", Column.NOTIONAL, EVERYTHING, ClassRates.of(Rate.ONE), false);

    private final RiskFrame frame = frame();

    /** Lots that are worth 100 each and hold 4 units; a scenario takes 10 from a lot. */
    private static final class Book implements Holdings {
        private final List<RiskInstrument> instruments = new ArrayList<>();
        private final List<Long> lots = new ArrayList<>();

        Book with(final RiskKind kind, final int underlying, final long count) {
            final RiskRow row = new RiskRow(1, 0);
            row.values()[Column.VALUE] = 100;
            row.values()[Column.NOTIONAL] = 100;
            row.values()[Column.UNITS] = 4;
            row.values()[Column.COUNT] = -10;
            instruments.add(new RiskInstrument(
                    instruments.size(), kind, underlying, underlying, 0, underlying, 0, Rate.ONE, row, CoinTiers.NONE));
            lots.add(count);
            return this;
        }

        @Override
        public int count() {
            return lots.size();
        }

        @Override
        public RiskInstrument instrument(final int index) {
            return instruments.get(index);
        }

        @Override
        public long lots(final int index) {
            return lots.get(index);
        }
    }

    @Test
    void aRateIsTakenOfEachPositionByItsClassLongAndShortAlike() {
        final Charge charge =
                new PositionCharge("rate", Column.NOTIONAL, EVERYTHING, ClassRates.of(2 * PERCENT, 5 * PERCENT), false);

        assertThat(assess(charge, book(RiskKind.PERPETUAL, 10, -20)))
                .as("1,000 at 2 %, 2,000 at 5 %")
                .isEqualTo(20 + 100);
    }

    @Test
    void onlyTheKindsAndTheSideThatAreMeantArePaidFor() {
        final Selection shortCalls = new Selection(Set.of(RiskKind.CALL), Side.SHORT);
        final Charge charge = new PositionCharge("rate", Column.NOTIONAL, shortCalls, ClassRates.of(PERCENT), false);
        final Book book = new Book()
                .with(RiskKind.CALL, 0, 5)
                .with(RiskKind.PUT, 0, -5)
                .with(RiskKind.CALL, 0, -3)
                .with(RiskKind.CALL, 1, 0);

        assertThat(assess(charge, book)).isEqualTo(3);
    }

    @Test
    void aReliefIsTakenOff() {
        final Charge relief = new PositionCharge("relief", Column.VALUE, EVERYTHING, ClassRates.of(PERCENT), true);

        assertThat(assess(new SumOf("sum", List.of(NOTIONAL, relief)), book(RiskKind.PERPETUAL, -10, 0)))
                .as("1,000 less 1 % of a value of 1,000")
                .isEqualTo(990);
    }

    @Test
    void ofTwoChargesTheSmallerOneBinds() {
        final Charge fixed = new FixedCharge("fixed", EVERYTHING, ClassRates.of(300L));

        assertThat(assess(new SmallestOf("choice", List.of(NOTIONAL, fixed)), book(RiskKind.PERPETUAL, 2, 0)))
                .isEqualTo(200);
        assertThat(assess(new SmallestOf("choice", List.of(NOTIONAL, fixed)), book(RiskKind.PERPETUAL, 4, 0)))
                .isEqualTo(300);
    }

    @Test
    void eachUnderlyingIsAssessedAsIfNothingElseWereHeld() {
        final Charge scenarios = new ScenarioCharge("loss", ONE, Measure.WORST, Across.TOGETHER);
        final Book book = book(RiskKind.PERPETUAL, 10, -4);

        assertThat(assess(scenarios, book)).isEqualTo(100 - 40);
        assertThat(assess(new EachCharge("each", EachCharge.Part.UNDERLYING, EVERYTHING, List.of(scenarios)), book))
                .isEqualTo(100);
    }

    @Test
    void aChoiceOfEachPositionDiffersFromAChoiceOfAll() {
        final Charge least =
                new LargestOf("largest", List.of(NOTIONAL, new FixedCharge("fixed", EVERYTHING, ClassRates.of(300L))));
        final Book book =
                book(RiskKind.PERPETUAL, 1, 5).with(RiskKind.FUTURE, 1, 2).with(RiskKind.FUTURE, 1, 0);

        assertThat(assess(least, book)).isEqualTo(900);
        assertThat(assess(new EachCharge("each", EachCharge.Part.POSITION, EVERYTHING, List.of(least)), book))
                .as("300, 500, 300; nothing for a position of 0")
                .isEqualTo(1_100);
        assertThat(assess(new EachCharge("each", EachCharge.Part.EXPIRY, EVERYTHING, List.of(least)), book))
                .as("300; 700 of two positions, which are 600 at least")
                .isEqualTo(1_000);
    }

    @Test
    void eachClassHasItsOwnCharge() {
        final Charge none = new SumOf("none", List.of());

        assertThat(assess(new ClassCharge("classes", List.of(none, NOTIONAL)), book(RiskKind.COIN, 7, 2)))
                .isEqualTo(200);
        assertThat(assess(new ClassCharge("classes", List.of(NOTIONAL)), book(RiskKind.COIN, 7, 2)))
                .as("the last one holds for all classes beyond")
                .isEqualTo(900);
    }

    @Test
    void aScheduleTakesOfEachTierItsRate() {
        final Charge tiers = new TierCharge(
                "tiers", new long[] {0, 500, 800}, new long[] {PERCENT, 10 * PERCENT, 50 * PERCENT}, NOTIONAL);

        assertThat(assess(tiers, book(RiskKind.PERPETUAL, 5, 0))).isEqualTo(5);
        assertThat(assess(tiers, book(RiskKind.PERPETUAL, 7, 0))).isEqualTo(5 + 20);
        assertThat(assess(tiers, book(RiskKind.PERPETUAL, -10, 0))).isEqualTo(5 + 30 + 100);
    }

    @Test
    void aScheduleThatFallsIsRefused() {
        assertThatThrownBy(() -> new TierCharge("tiers", new long[] {0, 5}, new long[] {2, 1}, NOTIONAL))
                .hasMessage("tiers: tier 2 is not above the one before");
        assertThatThrownBy(() -> new TierCharge("tiers", new long[] {1}, new long[] {2}, NOTIONAL))
                .hasMessage("tiers has 1 floors and 1 rates; the first floor is 0");
    }

    /** Base 20 %, caps 1,000 and 2,000: at 1,500 half of the way to 100 %. */
    @Test
    void aRateGrowsWithOpenInterestBetweenItsCaps() {
        final PositionRate rate =
                new OpenInterestRate(ClassRates.of(20 * PERCENT), ClassRates.of(1_000L), ClassRates.of(2_000, 0));
        final Charge charge = new PositionCharge("rate", Column.NOTIONAL, EVERYTHING, rate, false);

        assertThat(withTotals(charge, new RiskFrame.Totals(1_000, 0, 0))).isEqualTo(20);
        assertThat(withTotals(charge, new RiskFrame.Totals(1_500, 0, 0))).isEqualTo(60);
        assertThat(withTotals(charge, new RiskFrame.Totals(9_000, 0, 0))).isEqualTo(100);
        frame.totals(1, new RiskFrame.Totals(9_000, 0, 0));
        assertThat(assess(charge, book(RiskKind.PERPETUAL, 0, 1)))
                .as("an upper cap of 0")
                .isEqualTo(20);
    }

    /** 36 units of 9: a ratio of 4, whose root is 2. */
    @Test
    void aRateGrowsWithTheSizeOfAPosition() {
        assertThat(assess(bySize(SizeRate.Shape.IMPACT, SizeRate.Power.LINEAR), book(RiskKind.COIN, 9, 0)))
                .as("900 at 4 x 10 %")
                .isEqualTo(360);
        assertThat(assess(bySize(SizeRate.Shape.IMPACT, SizeRate.Power.ROOT), book(RiskKind.COIN, 9, 0)))
                .as("900 at 2 x 10 %")
                .isEqualTo(180);
        assertThat(assess(bySize(SizeRate.Shape.DISCOUNT, SizeRate.Power.ROOT), book(RiskKind.COIN, 9, 0)))
                .as("900 at 1 - 1.08 / 1.2")
                .isEqualTo(90);
        assertThat(assess(bySize(SizeRate.Shape.DISCOUNT, SizeRate.Power.ROOT), book(RiskKind.COIN, 1, 0)))
                .as("a weight above one is no gift")
                .isZero();
    }

    private static Charge bySize(final SizeRate.Shape shape, final SizeRate.Power power) {
        final PositionRate rate =
                new SizeRate(shape, power, ClassRates.of(10 * PERCENT), ClassRates.of(9L), 108 * PERCENT);
        return new PositionCharge("size", Column.NOTIONAL, EVERYTHING, rate, false);
    }

    @Test
    void aWeightMovesWithWhatTheVenueHolds() {
        final Charge deposits = new PositionCharge(
                "deposits",
                Column.NOTIONAL,
                EVERYTHING,
                new PlatformRate(PlatformRate.Total.DEPOSITS, ClassRates.of(80 * PERCENT), ClassRates.of(1_000L)),
                false);
        final Charge borrows = new PositionCharge(
                "borrows",
                Column.NOTIONAL,
                EVERYTHING,
                new PlatformRate(PlatformRate.Total.BORROWS, ClassRates.of(120 * PERCENT), ClassRates.of(1_000L)),
                false);

        assertThat(withTotals(deposits, new RiskFrame.Totals(0, 1_000, 9_000))).isEqualTo(20);
        assertThat(withTotals(deposits, new RiskFrame.Totals(0, 2_000, 9_000))).isEqualTo(60);
        assertThat(withTotals(borrows, new RiskFrame.Totals(0, 9_000, 1_000))).isEqualTo(20);
        assertThat(withTotals(borrows, new RiskFrame.Totals(0, 9_000, 2_000))).isEqualTo(140);
    }

    @Test
    void aStableCoinBelowItsPegCostsARateOfTheNotional() {
        final Charge charge =
                new PositionCharge("peg", Column.NOTIONAL, EVERYTHING, new PegRate(98 * PERCENT, Rate.ONE), false);

        assertThat(assess(charge, book(RiskKind.PERPETUAL, 10, 0))).isZero();
        frame.stablePrice(90 * PERCENT);
        assertThat(assess(charge, book(RiskKind.PERPETUAL, 10, 0))).isEqualTo(80);
    }

    @Test
    void aLossCanBeNegativeWhereEveryScenarioGains() {
        final Charge loss = new LossCharge("loss", ONE);

        assertThat(assess(new SumOf("sum", List.of(NOTIONAL, loss)), book(RiskKind.PERPETUAL, -1, 0)))
                .as("100 less a gain of 10")
                .isEqualTo(90);
    }

    private long withTotals(final Charge charge, final RiskFrame.Totals totals) {
        frame.totals(0, totals);
        return assess(charge, book(RiskKind.COIN, 1, 0));
    }

    private static Book book(final RiskKind kind, final long first, final long second) {
        return new Book().with(kind, 0, first).with(kind, 1, second);
    }

    /** The charge as the maintenance margin, which must be the same in both accumulators. */
    private long assess(final Charge charge, final Book book) {
        final long inLongs = assess(charge, book, new LongAccumulator(1));
        assertThat(assess(charge, book, new WideAccumulator(1))).isEqualTo(inLongs);
        return inLongs;
    }

    private long assess(final Charge charge, final Book book, final Accumulator tree) {
        final MarginModel model = new MarginModel(
                "test",
                1,
                false,
                List.of(),
                List.of(),
                List.of(),
                new SumOf("none", List.of()),
                0,
                0,
                List.of(),
                List.of(),
                List.of(charge),
                List.of());
        final PortfolioSums sums = new PortfolioSums(tree, frame, false);
        sums.addAll(book);
        final ChargeRun run = new ChargeRun(model, frame, tree);
        run.assess(sums, book);
        assertThat(tree.ceil(run.initial())).isEqualTo(Math.max(0, tree.ceil(run.maintenance())));
        return tree.ceil(run.maintenance());
    }

    private static RiskFrame frame() {
        final RiskFrame frame = new RiskFrame();
        for (int place = 0; place < 2; place++) {
            frame.add(new RiskFrame.Underlying("U" + place, 0, 0, place, 0, Rate.ONE));
            frame.add(new RiskFrame.Expiry(place, false, 0, 0, Rate.ONE));
        }
        return frame;
    }
}
