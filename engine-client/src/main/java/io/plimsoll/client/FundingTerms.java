package io.plimsoll.client;

import io.plimsoll.sbe.DefineFundingEncoder;

/**
 * Terms of a perpetual's funding: {@code rate = bound(factor x (premium + clamp(interest - premium)))}. Rates are x 10^15.
 *
 * @param instrument the perpetual.
 * @param intervalNs time between two payments, in ns; 0: funding is paid all the time.
 * @param periodNs time that a rate is for, in ns; usually 8 hours.
 * @param interest what the rate is without a premium.
 * @param clampLower least of interest less premium that counts.
 * @param clampUpper most of interest less premium that counts.
 * @param factor what the sum is multiplied by; usually 10^15, which is one.
 * @param rateLower least rate.
 * @param rateUpper largest rate.
 * @param marginFactorPpm bounds the rate by this x (initial less maintenance rate of the lowest tier); 0: it does not.
 */
public record FundingTerms(
        int instrument,
        long intervalNs,
        long periodNs,
        long interest,
        long clampLower,
        long clampUpper,
        long factor,
        long rateLower,
        long rateUpper,
        int marginFactorPpm) {

    /**
     * Writes the terms into a command.
     *
     * @param command wrapped; its source and number are not touched.
     */
    public void encode(final DefineFundingEncoder command) {
        command.instrument(instrument)
                .intervalNs(intervalNs)
                .periodNs(periodNs)
                .interest(interest)
                .clampLower(clampLower)
                .clampUpper(clampUpper)
                .factor(factor)
                .rateLower(rateLower)
                .rateUpper(rateUpper)
                .marginFactorPpm(marginFactorPpm);
    }
}
