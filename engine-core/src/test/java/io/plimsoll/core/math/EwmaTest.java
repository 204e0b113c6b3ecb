package io.plimsoll.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EwmaTest {
    @Test
    void theNewestReturnCountsOneMinusLambda() {
        assertThat(Ewma.next(0.0001, 0.02, 0.9)).isEqualTo(0.00013, within(1e-18));
        assertThat(Ewma.next(0.04, -0.5, 1)).isEqualTo(0.04);
        assertThat(Ewma.next(0.04, -0.5, 0)).isEqualTo(0.25);
    }
}
