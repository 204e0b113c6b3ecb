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
import java.util.List;
import org.junit.jupiter.api.Test;

/** What it costs to hold expiries that may move apart. */
class RollChargeTest {
    private static final long PERCENT = Rate.ONE / 100;
    private static final ScenarioBlock ONE = new ScenarioBlock("one", 0, 1);
    private static final int PERPETUAL = 0;
    private static final int QUARTER = 1;
    private static final int YEAR = 2;
    private static final int OTHER_YEAR = 3;

    /** Lots in contracts that are worth 100 each. */
    private static final class Book implements Holdings {
        private final List<RiskInstrument> instruments = new ArrayList<>();
        private final List<Long> lots = new ArrayList<>();

        Book with(final int expiry, final long count) {
            final RiskRow row = new RiskRow(1, 0);
            row.values()[Column.NOTIONAL] = 100;
            row.values()[Column.DELTA] = 100;
            final RiskKind kind = expiry == PERPETUAL ? RiskKind.PERPETUAL : RiskKind.FUTURE;
            final int underlying = expiry == OTHER_YEAR ? 1 : 0;
            instruments.add(new RiskInstrument(
                    instruments.size(), kind, underlying, expiry, 0, underlying, 0, Rate.ONE, row, CoinTiers.NONE));
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
    void grossCountsEveryContractLongAndShort() {
        final Book book = new Book().with(PERPETUAL, 10).with(QUARTER, -10).with(YEAR, 1);

        assertThat(charge(RollCharge.Netting.GROSS, book))
                .as("1,000 at 1 %, 1,000 at max(1 %, 2 %), 100 at 8 %")
                .isEqualTo(10 + 20 + 8);
    }

    @Test
    void grossDoesNotNetContractsOfOneExpiry() {
        assertThat(charge(RollCharge.Netting.GROSS, new Book().with(YEAR, 5).with(YEAR, -5)))
                .isEqualTo(80);
    }

    @Test
    void theClassSaysTheRate() {
        assertThat(charge(RollCharge.Netting.GROSS, new Book().with(OTHER_YEAR, 10)))
                .as("1,000 at 20 %")
                .isEqualTo(200);
    }

    @Test
    void anOffsetCostsTheSameWhicheverSideIsTheSmaller() {
        assertThat(charge(
                        RollCharge.Netting.OFFSET,
                        new Book().with(PERPETUAL, 10).with(YEAR, -11)))
                .isEqualTo(80);
        assertThat(charge(
                        RollCharge.Netting.OFFSET,
                        new Book().with(PERPETUAL, -11).with(YEAR, 10)))
                .isEqualTo(80);
    }

    @Test
    void whatDoesNotOffsetIsFree() {
        assertThat(charge(
                        RollCharge.Netting.OFFSET,
                        new Book().with(PERPETUAL, 10).with(YEAR, 3)))
                .isZero();
        assertThat(charge(RollCharge.Netting.OFFSET, new Book().with(YEAR, 10).with(YEAR, -10)))
                .as("nets within the expiry")
                .isZero();
        assertThat(charge(RollCharge.Netting.OFFSET, new Book().with(YEAR, 10).with(OTHER_YEAR, -10)))
                .as("two underlyings")
                .isZero();
    }

    @Test
    void aGivenAmountIsChargedAsItIs() {
        assertThat(assess(new GivenCharge("orders", 1_500, 2), new Book().with(YEAR, 1)))
                .isEqualTo(15);
        assertThatThrownBy(() -> new GivenCharge("orders", -1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("orders is -1; a charge is not negative");
    }

    private static long charge(final RollCharge.Netting netting, final Book book) {
        final ClassRates least = ClassRates.of(PERCENT, PERCENT);
        final ClassRates perYear = ClassRates.of(8 * PERCENT, 20 * PERCENT);
        return assess(new RollCharge("roll", least, perYear, netting), book);
    }

    /** The charge, which must be the same in both accumulators. */
    private static long assess(final Charge charge, final Book book) {
        final long inLongs = assess(charge, book, new LongAccumulator(1));
        assertThat(assess(charge, book, new WideAccumulator(1))).isEqualTo(inLongs);
        return inLongs;
    }

    private static long assess(final Charge charge, final Book book, final Accumulator tree) {
        final ScenarioCharge none = new ScenarioCharge("none", ONE, Measure.WORST, Across.SUM);
        final MarginModel model = new MarginModel(
                "test",
                1,
                false,
                List.of(),
                List.of(),
                List.of(),
                none,
                0,
                0,
                List.of(charge),
                List.of(),
                List.of(),
                List.of());
        final RiskFrame frame = frame();
        final PortfolioSums sums = new PortfolioSums(tree, frame, false);
        sums.addAll(book);
        final ChargeRun run = new ChargeRun(model, frame, tree);
        run.assess(sums, book);
        return tree.ceil(run.maintenance());
    }

    private static RiskFrame frame() {
        final RiskFrame frame = new RiskFrame();
        frame.add(new RiskFrame.Underlying("A", 0, 0, 0, 0, Rate.ONE));
        frame.add(new RiskFrame.Underlying("B", 0, 0, 1, 0, Rate.ONE));
        frame.add(expiry(0, 0));
        frame.add(expiry(0, Rate.ONE / 4));
        frame.add(expiry(0, Rate.ONE));
        frame.add(expiry(1, Rate.ONE));
        return frame;
    }

    private static RiskFrame.Expiry expiry(final int underlying, final long years) {
        return new RiskFrame.Expiry(underlying, years > 0, years, 0, Rate.ONE);
    }
}
