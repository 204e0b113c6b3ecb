package io.plimsoll.core;

import java.math.BigInteger;

/** Equity, NAV, initial and maintenance margin with what haircuts take for the first only, option value, and what caps take. */
record ReferenceAssessment(
        BigInteger equity,
        BigInteger nav,
        BigInteger haircutInitial,
        BigInteger initial,
        BigInteger maintenance,
        BigInteger optionValue,
        BigInteger capped) {
    /** With less maintenance margin. */
    ReferenceAssessment sparing(final BigInteger spared) {
        return new ReferenceAssessment(
                equity, nav, haircutInitial, initial, maintenance.subtract(spared), optionValue, capped);
    }
}
