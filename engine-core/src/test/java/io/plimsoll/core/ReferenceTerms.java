package io.plimsoll.core;

import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.PremiumStyle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What the slow twin knows of an instrument. */
record ReferenceTerms(
        InstrumentKind kind,
        int underlying,
        int settlement,
        long tickValue,
        int quote,
        long lotSize,
        long contractValue,
        PremiumStyle style) {

    /** Inverse values are rounded once, half away from zero. */
    BigInteger value(final BigInteger lots, final long price) {
        final BigInteger worth = BigInteger.valueOf(tickValue);
        if (!kind.isInverse()) {
            return lots.multiply(worth).multiply(BigInteger.valueOf(price));
        }
        final BigDecimal exact = new BigDecimal(lots.multiply(worth).negate());
        return exact.divide(BigDecimal.valueOf(price), 0, RoundingMode.HALF_UP).toBigIntegerExact();
    }

    long lotNotional(final long mark) {
        if (kind.isInverse()) {
            return contractValue;
        }
        return kind == InstrumentKind.OPTION ? lotSize : Math.abs(mark * tickValue);
    }

    /** 0 is the margin currency. */
    int notionalAsset() {
        if (kind.isInverse()) {
            return quote;
        }
        return kind == InstrumentKind.OPTION ? underlying : settlement;
    }

    /** Whether it is an option of which the premium is paid at once. */
    boolean isPaid() {
        return style == PremiumStyle.PREMIUM;
    }

    /** Whether a long position in it is wrong-way with the coin that it is on. */
    boolean isContract() {
        return kind != InstrumentKind.OPTION && kind != InstrumentKind.SPOT;
    }
}
