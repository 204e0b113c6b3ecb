package io.plimsoll.lab.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * A row of a joint block before it is written.
 *
 * @param date of the day.
 * @param z standardised residuals, one an underlying.
 * @param volatility log changes of implied volatility, one an underlying.
 * @param basis changes of the basis per year, one an underlying; 0 where none is known.
 */
public record JointDay(LocalDate date, List<Double> z, List<Double> volatility, List<Double> basis) {
    /** Copies the lists. */
    public JointDay {
        z = List.copyOf(z);
        volatility = List.copyOf(volatility);
        basis = List.copyOf(basis);
    }
}
