package io.plimsoll.lab.procyclicality;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Ratios of margins. */
final class Ratios {
    private static final int SCALE = 6;

    private Ratios() {}

    /** Of amounts not below 0, the second above; rounded up to six decimals. */
    static BigDecimal up(final long amount, final long of) {
        return BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(of), SCALE, RoundingMode.CEILING);
    }
}
