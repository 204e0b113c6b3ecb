package io.plimsoll.lab.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.lab.scenario.DailyClose;
import io.plimsoll.lab.scenario.DailySeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sigma and implied volatility from day to day. */
class WalkTest {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final int CALM = 200;

    /** Two hundred days of 2 % up and down, then one day that halves the price, then calm again. */
    private static DailySeries series() {
        final List<DailyClose> closes = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < 2 * CALM; i++) {
            price *= i == CALM ? 0.5 : i % 2 == 0 ? 1.02 : 1 / 1.02;
            closes.add(new DailyClose(i + 2, FIRST.plusDays(i), Double.NaN, price));
        }
        return new DailySeries("BTC", Calendar.EVERY_DAY, closes);
    }

    @Test
    void theUsedSigmaClimbsFourRungsADayAndDescendsTwo() {
        final SigmaPath sigma = new SigmaPath(series(), 0.99);
        final LocalDate crash = FIRST.plusDays(CALM);

        final double before = sigma.used(crash.minusDays(1));
        assertThat(before).isBetween(sigma.raw(crash.minusDays(1)), sigma.raw(crash.minusDays(1)) * 1.02);
        assertThat(sigma.raw(crash)).isGreaterThan(2 * before);
        assertThat(sigma.used(crash) / before).isCloseTo(Math.pow(1.02, 4), within(1e-12));
        double largest = 0;
        double smallest = 9;
        for (int i = 1; i < CALM; i++) {
            final double ratio = sigma.used(crash.plusDays(i)) / sigma.used(crash.plusDays(i - 1));
            largest = Math.max(largest, ratio);
            smallest = Math.min(smallest, ratio);
        }
        assertThat(largest).isLessThan(1.10);
        assertThat(smallest).isGreaterThanOrEqualTo(0.95).isLessThan(1);
    }

    @Test
    void anIndexCountsWhereItIsAndTheFunctionMovesOnFromIt() {
        final ImpliedPath path = new ImpliedPath(series());
        final LocalDate day = FIRST.plusDays(150);
        assertThat(path.on(day)).isCloseTo(Math.log(1.02) * Math.sqrt(365), within(1e-6));

        path.index(new DailySeries("DVOL-BTC", Calendar.EVERY_DAY, List.of(new DailyClose(2, day, Double.NaN, 70))));

        assertThat(path.on(day)).isCloseTo(0.7, within(1e-12));
        assertThat(path.after(day, day.plusDays(1))).isCloseTo(0.7, within(1e-6));
        assertThat(path.on(day.plusDays(1))).isLessThan(0.4);
        assertThat(path.changes().get(FIRST.plusDays(CALM))).isGreaterThan(1);
    }

    @Test
    void fromACalmStateTheFunctionOfTheResidualIsWhatPricesDo() {
        final ImpliedPath path = new ImpliedPath(series());
        final LocalDate crash = FIRST.plusDays(CALM);
        final double z = Math.log(0.5) / Math.log(1.02);

        assertThat(ImpliedPath.ofResidual(1)).isCloseTo(0, within(1e-15));
        assertThat(ImpliedPath.ofResidual(z)).isCloseTo(path.changes().get(crash), within(1e-3));
    }
}
