package io.plimsoll.lab.procyclicality;

import java.util.List;
import java.util.Optional;

/**
 * How the initial margin of an account moved while it held still.
 *
 * @param account its id.
 * @param figures one a day at whose beginning something was asked for, in their order; at least one.
 * @param held peak and trough of what it held before the first day that has figures, held to the end of the last one; empty when
 *     it was asked for nothing then, or held what was delisted.
 */
public record AccountProcyclicality(long account, List<DayFigure> figures, Optional<PeakAndTrough> held) {
    /** Copies the list. */
    public AccountProcyclicality {
        figures = List.copyOf(figures);
    }

    /**
     * The worst of its days.
     *
     * @param by what makes a day a bad one.
     * @return its figure, of equal ones the earliest.
     */
    public DayFigure worst(final WorstBy by) {
        return figures.stream().min(by.figures()).orElseThrow();
    }
}
