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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charges by what is known of an underlying: its funding and its open interest. */
class UnderlyingChargesTest {
    private static final ScenarioBlock ONE = new ScenarioBlock("one", 0, 1);
    private static final long BASIS_POINT = Rate.ONE / 10_000;
    private static final FundingCharge FUNDING = new FundingCharge("funding", Rate.ONE);
    private static final OpenInterestCharge OPEN_INTEREST = new OpenInterestCharge(
            "open interest",
            List.of(
                    new OpenInterestCharge.Caps(1_000, 2_500, Rate.ONE * 6 / 10),
                    new OpenInterestCharge.Caps(0, 0, Rate.ONE)));

    /** A position of so many lots, worth 100,000 each. */
    private record Lots(RiskKind kind, long lots) {}

    /** Positions, all in one underlying. */
    private record Book(List<Lots> positions) implements Holdings {
        @Override
        public int count() {
            return positions.size();
        }

        @Override
        public RiskInstrument instrument(final int index) {
            final RiskRow row = new RiskRow(1, 0);
            row.values()[Column.NOTIONAL] = 100_000;
            row.values()[Column.DELTA] = 100_000;
            return new RiskInstrument(index, positions.get(index).kind(), 0, 0, 0, 0, 0, Rate.ONE, row, CoinTiers.NONE);
        }

        @Override
        public long lots(final int index) {
            return positions.get(index).lots();
        }
    }

    @Test
    void whoPaysFundingProvidesForItAndWhoReceivesItGetsNothing() {
        final Lots five = new Lots(RiskKind.PERPETUAL, 5);
        final Lots shortFive = new Lots(RiskKind.PERPETUAL, -5);

        assertThat(charge(FUNDING, 0, BASIS_POINT, 0, five)).isEqualTo(50);
        assertThat(charge(FUNDING, 0, BASIS_POINT, 0, shortFive)).isZero();
        assertThat(charge(FUNDING, 0, -BASIS_POINT, 0, five)).isZero();
        assertThat(charge(FUNDING, 0, -BASIS_POINT, 0, shortFive)).isEqualTo(50);
        assertThat(charge(FUNDING, 0, 0, 0, five)).isZero();
        assertThat(charge(new FundingCharge("funding", 3 * Rate.ONE), 0, BASIS_POINT, 0, five))
                .isEqualTo(150);
    }

    @Test
    void fundingIsOfTheNetOfPerpetualsAndOfNothingElse() {
        assertThat(charge(
                        FUNDING,
                        0,
                        BASIS_POINT,
                        0,
                        new Lots(RiskKind.PERPETUAL, 5),
                        new Lots(RiskKind.PERPETUAL, -2),
                        new Lots(RiskKind.FUTURE, 9),
                        new Lots(RiskKind.COIN, 9)))
                .isEqualTo(30);
    }

    @Test
    void openInterestTakesMarginInAStraightLineBetweenItsCaps() {
        final Lots shortOne = new Lots(RiskKind.PERPETUAL, -1);

        assertThat(charge(OPEN_INTEREST, 0, 0, 0, shortOne)).as("not known").isZero();
        assertThat(charge(OPEN_INTEREST, 0, 0, 1_000, shortOne)).isZero();
        assertThat(charge(OPEN_INTEREST, 0, 0, 1_250, shortOne))
                .as("a sixth of 60 %, rounded up")
                .isEqualTo(10_001);
        assertThat(charge(OPEN_INTEREST, 0, 0, 1_750, shortOne)).isEqualTo(30_000);
        assertThat(charge(OPEN_INTEREST, 0, 0, 2_500, shortOne)).isEqualTo(60_000);
        assertThat(charge(OPEN_INTEREST, 0, 0, 9_000, shortOne)).isEqualTo(60_000);
        assertThat(charge(OPEN_INTEREST, 1, 0, 9_000, shortOne))
                .as("a class that is not scaled")
                .isZero();
        assertThat(charge(OPEN_INTEREST, 7, 0, 9_000, shortOne))
                .as("a class beyond")
                .isZero();
        assertThat(charge(OPEN_INTEREST, 0, 0, 9_000, shortOne, new Lots(RiskKind.FUTURE, 1)))
                .as("no delta")
                .isZero();
    }

    @Test
    void capsThatAreNotInOrderAreRefused() {
        assertThatThrownBy(() -> new OpenInterestCharge.Caps(10, 10, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("caps of open interest 10 and 10; the upper must be above the lower, or 0");
    }

    /** The charge, which must be the same in both accumulators. */
    private static long charge(
            final Charge charge, final int classOf, final long funding, final long openInterest, final Lots... lots) {
        final RiskFrame frame = new RiskFrame();
        frame.add(new RiskFrame.Underlying("A", 0, 0, classOf, 0, Rate.ONE, funding, openInterest));
        frame.add(new RiskFrame.Expiry(0, false, 0, 0, Rate.ONE));
        final Book book = new Book(List.of(lots));
        final long inLongs = assess(charge, frame, book, new LongAccumulator(1));
        assertThat(assess(charge, frame, book, new WideAccumulator(1))).isEqualTo(inLongs);
        return inLongs;
    }

    private static long assess(final Charge charge, final RiskFrame frame, final Book book, final Accumulator tree) {
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
        final PortfolioSums sums = new PortfolioSums(tree, frame, false);
        sums.addAll(book);
        final ChargeRun run = new ChargeRun(model, frame, tree);
        run.assess(sums, book);
        return tree.ceil(run.maintenance());
    }
}
