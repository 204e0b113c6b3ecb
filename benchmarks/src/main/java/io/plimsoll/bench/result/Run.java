package io.plimsoll.bench.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that one run of the benchmarks measured, and under which conditions.
 *
 * @param format of this record: 1.
 * @param started ISO-8601, UTC.
 * @param seconds it took.
 * @param environment machine, JVM, flags, build.
 * @param figures in the order of their suites.
 * @param distributions of times.
 */
public record Run(
        int format,
        String started,
        long seconds,
        Map<String, String> environment,
        List<Figure> figures,
        List<Distribution> distributions) {
    /** Format that this build writes and reads. */
    public static final int FORMAT = 1;

    /** Name of its file in the folder of a run. */
    public static final String FILE = "run.json";

    /**
     * A figure by its id.
     *
     * @param id of the figure.
     * @return the figure, if the run has it.
     */
    public Optional<Figure> figure(final String id) {
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }

    /**
     * Puts the rounds of another run of the same suites behind those of this one. Distributions are those of the other.
     *
     * @param more run of the same build on the same machine.
     * @return both together.
     */
    public Run and(final Run more) {
        final List<Figure> together = figures.stream()
                .map(figure -> more.figure(figure.id()).map(figure::and).orElse(figure))
                .toList();
        return new Run(format, started, seconds + more.seconds, environment, together, more.distributions);
    }

    /** {@return whether no figure misses its goal; undecided ones do not} */
    public boolean meetsItsGoals() {
        return figures.stream()
                .noneMatch(
                        figure -> figure.goal() != null && figure.goal().of(figure.interval()) == Goal.Verdict.MISSED);
    }
}
