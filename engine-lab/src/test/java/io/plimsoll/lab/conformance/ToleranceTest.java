package io.plimsoll.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ToleranceTest {
    private static final Tolerance EITHER = new Tolerance(1e-8, 1e-6);

    @Test
    void theErrorIsAShareOfALargeNumberAndAnAmountOfASmallOne() {
        assertThat(EITHER.errorOf(number("2000"), number("2001"))).isEqualTo(0.0005, within(1e-18));
        assertThat(EITHER.errorOf(number("0.0001"), number("0.0003"))).isEqualTo(0.0002, within(1e-18));
        assertThat(EITHER.errorOf(number("0"), number("-3"))).isEqualTo(3);
    }

    @Test
    void whicheverAllowsMoreHolds() {
        assertThat(EITHER.allows(number("2000"), number("2000.00002"))).isTrue();
        assertThat(EITHER.allows(number("2000"), number("2000.000021"))).isFalse();
        assertThat(EITHER.allows(number("1"), number("1.000001"))).isTrue();
        assertThat(EITHER.allows(number("0"), number("0.0000011"))).isFalse();
    }

    @Test
    void anAmountForNumbersNearZeroDoesNotHelpOthers() {
        final Tolerance nearZero = new Tolerance(1e-8, 1e-8, 1e-10);

        assertThat(nearZero.allows(number("5e-11"), number("-5e-9"))).isTrue();
        assertThat(nearZero.allows(number("0.001"), number("0.001000005"))).isFalse();
        assertThat(nearZero.errorOf(number("0.001"), number("0.002"))).isEqualTo(1);
    }

    @Test
    void exactMeansExact() {
        final Tolerance exact = Tolerance.within(0);

        assertThat(exact.allows(number("1.10"), number("1.1"))).isTrue();
        assertThat(exact.allows(number("1.1"), number("1.1000000000000001"))).isFalse();
        assertThat(exact.allows(number("0"), number("0"))).isTrue();
    }

    private static BigDecimal number(final String text) {
        return new BigDecimal(text);
    }
}
