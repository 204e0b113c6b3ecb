package io.plimsoll.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The basis that funding rates stand for. */
class BasisHistoryTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 3, 1);

    @TempDir
    private Path folder;

    private BasisHistory history() throws IOException {
        final Path file = Files.writeString(folder.resolve("funding.csv"), """
                date,funding_mean_fraction_8h
                2020-03-01,0.0001
                2020-03-02,0.0003
                2020-03-04,0.0001
                2020-03-05,-0.0002
                """);
        return new BasisHistory(file);
    }

    @Test
    void theBasisIsTheMeanSoFarAndAShareOfTheSmoothedDistanceFromIt() throws IOException {
        final BasisHistory basis = history();

        assertThat(basis.on(FIRST)).isCloseTo(0.1095, within(1e-12));
        final double level = 0.4 * 0.1095 + 0.6 * 0.3285;
        assertThat(basis.on(FIRST.plusDays(1))).isCloseTo(0.219 + 0.22 * (level - 0.219), within(1e-12));
        assertThat(basis.on(FIRST.plusDays(2))).isZero();
    }

    @Test
    void aDayHasAChangeWhereTheDayBeforeHasABasis() throws IOException {
        final BasisHistory basis = history();

        assertThat(basis.changes()).containsOnlyKeys(FIRST.plusDays(1), FIRST.plusDays(4));
        assertThat(basis.changes().get(FIRST.plusDays(1)))
                .isCloseTo(basis.on(FIRST.plusDays(1)) - basis.on(FIRST), within(1e-15));
        assertThat(List.of(basis.daysUpTo(FIRST), basis.daysUpTo(FIRST.plusDays(2)), basis.daysUpTo(FIRST.plusDays(3))))
                .containsExactly(1, 0, 3);
    }

    @Test
    void daysWithoutAChangeRepeatThoseWithOneFromTheFirstOn() {
        final List<LocalDate> dates = FIRST.datesUntil(FIRST.plusDays(6)).toList();
        final Map<LocalDate, Double> changes = Map.of(FIRST.plusDays(3), 0.3, FIRST.plusDays(4), 0.4);

        assertThat(BasisColumn.of(dates, changes)).containsExactly(0.3, 0.4, 0.3, 0.3, 0.4, 0.4);
        assertThat(BasisColumn.of(dates, Map.of())).containsOnly(0.0);
    }
}
