package io.plimsoll.lab.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.lab.picture.Surface.Move;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContourTest {
    private static final double[] FOUR = {0, 1, 2, 3};

    private static List<List<Move>> lines(final double[][] heights, final double level) {
        return Contour.of(FOUR, new double[] {0, 1, 2}, heights, level);
    }

    @Test
    void aPlaneHasOneStraightLine() {
        final double[][] plane = {{0, 1, 2, 3}, {0, 1, 2, 3}, {0, 1, 2, 3}};

        final List<List<Move>> lines = lines(plane, 1.25);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).hasSize(3).allSatisfy(move -> assertThat(move.spot())
                .isCloseTo(1.25, within(1e-12)));
        assertThat(lines.get(0).stream().sorted(Comparator.comparing(Move::volatility)))
                .extracting(Move::volatility)
                .containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void aPeakHasALineThatEndsWhereItBegins() {
        final double[][] peak = {{0, 0, 0, 0}, {0, 4, 0, 0}, {0, 0, 0, 0}};

        final List<List<Move>> lines = lines(peak, 2);

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0))
                .hasSize(5)
                .contains(new Move(0.5, 1), new Move(1.5, 1), new Move(1, 0.5), new Move(1, 1.5));
        assertThat(lines.get(0).get(0)).isEqualTo(lines.get(0).get(4));
    }

    @Test
    void aSaddleHasTwoLinesThatDoNotCross() {
        final double[][] high = {{1, -1}, {-1, 1.5}};
        final double[][] low = {{1, -1.5}, {-1, 1}};
        final double[] two = {0, 1};

        // The middle is above: the low corners are alone. Then below: the high ones are.
        assertThat(Contour.of(two, two, high, 0)).hasSize(2).anySatisfy(line -> assertThat(line)
                .contains(new Move(0.5, 0), new Move(1, 0.4)));
        assertThat(Contour.of(two, two, low, 0)).hasSize(2).anySatisfy(line -> assertThat(line)
                .contains(new Move(0.4, 0), new Move(0, 0.5)));
    }

    @Test
    void thereIsNoLineWhereTheHeightIsNotReached() {
        assertThat(lines(new double[][] {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}}, 0))
                .isEmpty();
    }
}
