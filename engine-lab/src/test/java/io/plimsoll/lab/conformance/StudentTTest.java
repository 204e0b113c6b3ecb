package io.plimsoll.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.core.math.Normal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentTTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.4, 0.25, 0.1, 0.025, 0.01, 1e-3, 1e-6})
    void twoDegreesHaveAClosedForm(final double tail) {
        final double odds = 1 - 2 * tail;
        final double exact = odds * Math.sqrt(2 / (4 * tail * (1 - tail)));

        assertThat(new StudentT(2).quantile(tail)).isEqualTo(exact, within(Math.max(1e-15, 1e-12 * exact)));
    }

    @Test
    void oneDegreeIsTheCauchyDistribution() {
        assertThat(new StudentT(1).quantile(0.25)).isEqualTo(1, within(1e-13));
        assertThat(new StudentT(1).upperTail(0)).isEqualTo(0.5, within(1e-15));
        assertThat(new StudentT(1).density(0)).isEqualTo(1 / Math.PI, within(1e-14));
        assertThatThrownBy(() -> new StudentT(1).shortfall(0.01))
                .hasMessage("there is no expected shortfall with 1.0 degrees of freedom");
    }

    @Test
    void manyDegreesAreNearlyNormal() {
        assertThat(new StudentT(900_000).quantile(0.01)).isEqualTo(Normal.inverseCdf(0.99), within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.5, 3, 7.25, 30, 199, 201, 1_000})
    void theQuantileIsWhereTheTailIs(final double degrees) {
        final StudentT student = new StudentT(degrees);
        for (final double tail : new double[] {0.45, 0.2, 0.05, 0.01, 1e-4}) {
            assertThat(student.upperTail(student.quantile(tail))).isEqualTo(tail, within(1e-13 * tail + 1e-16));
        }
    }
}
