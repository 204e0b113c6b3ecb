package io.plimsoll.lab.backtest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What to look at when the tested model does not meet the rules.
 *
 * @param tested verdict on it.
 * @param next the one of those run beside it that meets both rules in most books; of several one that meets (b), of these the
 *     cheapest, and of several that all miss (b), of which cost is not compared, the one with the least loss beyond margin. Empty
 *     when nothing was run beside it.
 */
public record NextBest(VariantVerdict tested, Optional<VariantVerdict> next) {
    /**
     * Looks for it.
     *
     * @param variants verdicts, that on the tested model first.
     * @return the next best.
     */
    static NextBest of(final List<VariantVerdict> variants) {
        return new NextBest(
                variants.get(0),
                variants.stream()
                        .skip(1)
                        .min(Comparator.comparingLong((VariantVerdict each) -> -each.verdictsMet())
                                .thenComparing(each -> !each.isCoverMet())
                                .thenComparingDouble(each -> each.isCoverMet() ? each.cost() : each.shortfall())));
    }

    /** {@return name of the next best; {@code none} when nothing was run beside the tested model} */
    public String name() {
        return next.map(each -> each.variant().name()).orElse("none");
    }

    /** {@return what it meets beside the tested model, and what it costs; how to run some when there is none} */
    public String reason() {
        return next.map(this::reason)
                .orElse("nothing was run beside " + tested.variant().name()
                        + ": --vary PARAM=V1,V2 runs it with other values, --model with several names other models");
    }

    private String reason(final VariantVerdict other) {
        final int compared = Long.compare(other.verdictsMet(), tested.verdictsMet());
        final String than = compared > 0 ? "more than " : compared < 0 ? "less than " : "no more than ";
        return met(other) + ": " + than + tested.variant().name() + ", which " + met(tested);
    }

    private static String met(final VariantVerdict verdict) {
        final int all = verdict.books().size();
        return "meets (a) in " + verdict.measuredBooks() + " and (b) in " + verdict.coveredBooks() + " of " + all
                + (all == 1 ? " book" : " books") + ", mean IM "
                + (verdict.isCoverMet() ? Figures.percent(verdict.cost()) : "not compared");
    }
}
