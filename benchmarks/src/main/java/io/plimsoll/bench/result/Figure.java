package io.plimsoll.bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/**
 * Something measured, once in every round of a run. A ratio is measured in each round against what ran beside it in that
 * round, so that what disturbs both cancels.
 *
 * @param suite that measured it.
 * @param name of what was measured, unique in its suite.
 * @param unit such as ns, 1/s, bytes, ratio.
 * @param better which way it improves.
 * @param rounds its value in each round.
 * @param goal what it should reach; null: it is only reported.
 * @param about how it comes about, where its name does not say; may be empty.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Figure(
        String suite, String name, String unit, Better better, List<Double> rounds, Goal goal, String about) {
    /** Unit of ratios. */
    public static final String RATIO = "ratio";

    /** Copies the rounds. */
    public Figure {
        rounds = List.copyOf(rounds);
        about = about == null ? "" : about;
    }

    /** The same figure with the rounds of another run of it behind its own. */
    Figure and(final Figure more) {
        final List<Double> together = new ArrayList<>(rounds);
        together.addAll(more.rounds);
        return new Figure(suite, name, unit, better, together, goal, about);
    }

    /** {@return what names it among the figures of a run} */
    public String id() {
        return suite + ": " + name;
    }

    /** {@return median over the rounds, and where it lies with 95 % confidence} */
    public Interval interval() {
        return Interval.of(rounds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** {@return whether it was measured against something of the same round, so that runs can be compared by it} */
    public boolean hasBaseline() {
        return unit.equals(RATIO);
    }
}
