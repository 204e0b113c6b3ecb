package io.plimsoll.lab.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.Market;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.lab.whatif.Marks;
import io.plimsoll.lab.whatif.Portfolio;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Position;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.Shock;
import io.plimsoll.lab.whatif.UnderlyingMarket;
import io.plimsoll.lab.whatif.WhatIf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a surface shows is what a what-if says. */
class SurfaceTest {
    private static final Preset PLIMSOLL = Preset.shipped("plimsoll");
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private static Surface surface;

    @BeforeAll
    static void compute() {
        surface = Surface.of(Example.book(), PLIMSOLL, Example.grid(), (done, all) -> {});
    }

    private static SurfaceCell cell(final String spot, final String volatility) {
        return surface.rows()
                .get(surface.grid().volatilities().indexOf(new BigDecimal(volatility)))
                .get(surface.grid().spots().indexOf(new BigDecimal(spot)));
    }

    @ParameterizedTest
    @CsvSource({"-0.30,-0.5", "-0.15,0", "0,0", "0,0.5", "0.05,0.5"})
    void marginsOfACellAreThoseOfAWhatIf(final String spot, final String volatility) {
        final PortfolioBook after = Example.book().after(shock(spot, volatility));
        final MarginAnswer answer =
                WhatIf.margin(after.portfolio(), after.market(), PLIMSOLL).get(0);
        final SurfaceCell cell = cell(spot, volatility);

        assertThat(cell.initial()).isEqualByComparingTo(answer.initial());
        assertThat(cell.maintenance()).isEqualByComparingTo(answer.maintenance());
        assertThat(cell.equity()).isEqualByComparingTo(answer.equity().total());
        assertThat(cell.netAssetValue())
                .isEqualByComparingTo(
                        answer.equity().total().subtract(answer.equity().haircuts()));
    }

    @ParameterizedTest
    @CsvSource({"-0.30,-0.5", "-0.15,0", "0,0.5", "0.05,0.5"})
    void theProfitOfACellIsTheMoveOfEveryMarkTimesItsQuantity(final String spot, final String volatility) {
        final PortfolioBook book = Example.book();
        final Market after = book.market().after(shock(spot, volatility));
        BigDecimal sum = BigDecimal.ZERO;
        for (final Position position : book.portfolio().positions()) {
            sum = sum.add(Marks.of(position.instrument(), after)
                    .subtract(Marks.of(position.instrument(), book.market()))
                    .multiply(position.quantity()));
        }

        assertThat(cell(spot, volatility).profit()).isCloseTo(sum, within(CENT));
        assertThat(cell("0", "0").profit()).isZero();
    }

    private static Shock shock(final String spot, final String volatility) {
        return Shock.of(new BigDecimal(spot), new BigDecimal(volatility), BigDecimal.ZERO);
    }

    @ParameterizedTest
    @EnumSource(StatusLine.class)
    void aStatusLineLiesWhereBisectionFindsTheChangeOfStatus(final StatusLine line) {
        int compared = 0;
        for (final BigDecimal volatility : surface.grid().volatilities()) {
            final List<Double> drawn = surface.line(line).stream()
                    .flatMap(List::stream)
                    .filter(move -> move.volatility() == volatility.doubleValue())
                    .map(Surface.Move::spot)
                    .toList();
            assertThat(drawn).as("crossings at volatility " + volatility).hasSize(1);
            final double found = bisected(line, volatility);

            // A tenth of a cell, for a line between cells is straight.
            assertThat(drawn.get(0)).isCloseTo(found, within(0.005));
            compared++;
        }
        assertThat(compared).isEqualTo(3);
    }

    /** Move of prices at which the headroom is 0, at a move of volatilities; there is headroom at the right end. */
    private static double bisected(final StatusLine line, final BigDecimal volatility) {
        BigDecimal beyond = surface.grid().spots().get(0);
        BigDecimal before = surface.grid().spots().get(surface.grid().spots().size() - 1);
        for (int i = 0; i < 14; i++) {
            final BigDecimal middle = beyond.add(before).divide(BigDecimal.valueOf(2));
            final SurfaceGrid two = new SurfaceGrid(
                    List.of(middle, before),
                    List.of(volatility, BigDecimal.ONE),
                    surface.grid().underlying());
            final SurfaceCell cell = Surface.of(Example.book(), PLIMSOLL, two, (done, all) -> {})
                    .rows()
                    .get(0)
                    .get(0);
            if (line.isPassed(cell)) {
                beyond = middle;
            } else {
                before = middle;
            }
        }
        return before.doubleValue();
    }

    @Test
    void underlyingsThatMoveAloneMakeTogetherWhatTheyMakeAtOnce() {
        final Surface bitcoin =
                Surface.of(Example.book(), PLIMSOLL, Example.grid().alone("BTC"), (done, all) -> {});
        final Surface ether =
                Surface.of(Example.book(), PLIMSOLL, Example.grid().alone("ETH"), (done, all) -> {});

        for (int row = 0; row < surface.rows().size(); row++) {
            for (int i = 0; i < surface.rows().get(row).size(); i++) {
                final BigDecimal alone = bitcoin.rows().get(row).get(i).profit();
                final BigDecimal other = ether.rows().get(row).get(i).profit();
                assertThat(alone.add(other))
                        .isCloseTo(surface.rows().get(row).get(i).profit(), within(CENT));
            }
        }
        assertThat(bitcoin.rows().get(0).get(0).profit())
                .isNotEqualByComparingTo(cell("-0.30", "-0.5").profit());
    }

    @Test
    void withoutOptionsVolatilityChangesNothing() {
        final PortfolioBook book = Example.book();
        final PortfolioBook plain =
                new PortfolioBook(book.market(), Portfolio.ofCash("50000").with("BTC-PERP", "1"));

        final Surface flat = Surface.of(plain, PLIMSOLL, Example.grid(), (done, all) -> {});

        assertThat(flat.rows())
                .allSatisfy(row -> assertThat(row).isEqualTo(flat.rows().get(0)));
        // 0.05 x 92,540, the price of the perpetual.
        assertThat(flat.rows().get(0).get(7).profit()).isEqualByComparingTo("4627");
    }

    @Test
    void risesBeyondTheLargestPriceAreLeftOut() {
        final Market market = Market.at(Instant.parse("2026-11-20T08:00:00Z"))
                .with(UnderlyingMarket.of("BTC", 600_000, 0.024))
                .with(UnderlyingMarket.of("ETH", 3_100, 0.035));
        final PortfolioBook book =
                new PortfolioBook(market, Portfolio.ofCash("50000").with("BTC-PERP", "0.1"));

        assertThat(SurfaceGrid.DEFAULT.within(book.market()).spots()).last().isEqualTo(new BigDecimal("0.150"));
        assertThat(SurfaceGrid.DEFAULT.alone("ETH").within(book.market()).spots())
                .isEqualTo(SurfaceGrid.DEFAULT.spots());
        assertThat(Surface.of(book, PLIMSOLL, SurfaceGrid.DEFAULT, (done, all) -> {})
                        .rows()
                        .get(0))
                .hasSize(27);
    }

    @Test
    void everyCellIsReported() {
        final List<Long> heard = new ArrayList<>();
        Surface.of(Example.book(), PLIMSOLL, Example.grid(), (done, all) -> {
            assertThat(all).isEqualTo(24);
            heard.add(done);
        });

        assertThat(heard).hasSize(24).isSorted().last().isEqualTo(24L);
    }

    @Test
    void anUnderlyingThatIsNotInTheMarketIsNamed() {
        assertThatThrownBy(() ->
                        Surface.of(Example.book(), PLIMSOLL, Example.grid().alone("BTX"), (done, all) -> {}))
                .isInstanceOf(MarketException.class)
                .hasMessage("the market has no underlying 'BTX'; there are: BTC, ETH; did you mean 'BTC'?");
    }

    @Test
    void statusFollowsTheLines() {
        // Initial margin 120, maintenance 90: call point 105, backstop 60.
        assertThat(status("120", "120")).isEqualTo("normal");
        assertThat(status("119", "119")).isEqualTo("no new risk");
        assertThat(status("104", "104")).isEqualTo("margin call");
        assertThat(status("89", "89")).isEqualTo("liquidation");
        assertThat(status("59", "61")).isEqualTo("backstop");
        assertThat(status("-5", "-1")).isEqualTo("bankrupt");
    }

    private static String status(final String equity, final String netAssetValue) {
        return new SurfaceCell(
                        BigDecimal.ZERO,
                        new BigDecimal("120"),
                        new BigDecimal("90"),
                        new BigDecimal(equity),
                        new BigDecimal(netAssetValue))
                .status();
    }
}
