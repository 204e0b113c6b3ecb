package io.plimsoll.bench.result;

import java.util.List;

/**
 * A distribution of times over a whole run.
 *
 * @param suite that measured it.
 * @param name of what was measured, as that of its figure.
 * @param file with the full histogram, beside the run's record.
 * @param count of values.
 * @param percentiles some of it: for plots and tables.
 */
public record Distribution(String suite, String name, String file, long count, List<Percentile> percentiles) {
    /** Copies the percentiles. */
    public Distribution {
        percentiles = List.copyOf(percentiles);
    }

    /**
     * A point of a distribution.
     *
     * @param percent such as 99.9.
     * @param ns value that so many percent do not exceed, ns.
     */
    public record Percentile(double percent, long ns) {}
}
