package io.plimsoll.lab.procyclicality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The most and the least that was asked for one portfolio at the ends of days. Amounts in millionths of the margin currency.
 *
 * @param trough the least initial margin.
 * @param troughDay the first day at whose end it was asked.
 * @param peak the most.
 * @param peakDay the first day at whose end it was asked; before or after the trough.
 */
public record PeakAndTrough(long trough, LocalDate troughDay, long peak, LocalDate peakDay) {
    /** At the end of one day. */
    static PeakAndTrough of(final LocalDate day, final long margin) {
        return new PeakAndTrough(margin, day, margin, day);
    }

    /** With another day, later than those before. */
    PeakAndTrough with(final LocalDate day, final long margin) {
        return new PeakAndTrough(
                Math.min(trough, margin),
                margin < trough ? day : troughDay,
                Math.max(peak, margin),
                margin > peak ? day : peakDay);
    }

    /** {@return peak over trough, rounded up to six decimals; empty when the trough is 0} */
    public Optional<BigDecimal> ratio() {
        return trough == 0 ? Optional.empty() : Optional.of(Ratios.up(peak, trough));
    }
}
