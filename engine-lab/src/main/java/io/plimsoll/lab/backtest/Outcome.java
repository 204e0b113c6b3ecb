package io.plimsoll.lab.backtest;

import java.util.List;
import java.util.Optional;

/**
 * A run, judged.
 *
 * @param result of the run.
 * @param variants verdicts, that of the tested model first.
 * @param sideBySide margins of known portfolios.
 */
public record Outcome(BacktestResult result, List<VariantVerdict> variants, SideBySide sideBySide) {
    /**
     * Judges a run.
     *
     * @param result of the run.
     * @param sideBySide margins of known portfolios.
     * @return the outcome.
     */
    public static Outcome of(final BacktestResult result, final SideBySide sideBySide) {
        return new Outcome(result, VariantVerdict.of(result), sideBySide);
    }

    /** {@return the verdict on the tested model} */
    public VariantVerdict tested() {
        return variants.get(0);
    }

    /** {@return whether the tested model meets (a) and (b) in every book} */
    public boolean isMet() {
        return tested().isMeasureMet() && tested().isCoverMet();
    }

    /** {@return the cheapest variant that meets (b), which may be the tested model itself} */
    public Optional<VariantVerdict> best() {
        return VariantVerdict.best(variants);
    }

    /** {@return one sentence on what was found} */
    public String sentence() {
        final List<BookVerdict> books = tested().books();
        return "Rule (a) is "
                + in(books.stream().filter(BookVerdict::isMeasureMet).count()) + "; rule (b) is "
                + in(books.stream().filter(BookVerdict::isCoverMet).count()) + ". As a whole: " + Figures.met(isMet())
                + ".";
    }

    private String in(final long met) {
        final int all = tested().books().size();
        return "met in " + (met == all ? "every book" : met + " of " + all + " books");
    }

    /** {@return one sentence on the variants; empty when there is nothing to compare} */
    public Optional<String> comparison() {
        if (variants.size() == 1) {
            return Optional.empty();
        }
        return Optional.of(best().map(best -> "The cheapest variant that meets (b) is "
                        + best.variant().name()
                        + ": mean initial margin " + Figures.percent(best.cost()) + " of notional, against "
                        + Figures.percent(tested().cost()) + " of the tested model.")
                .orElse("No variant meets (b) in every book."));
    }
}
