package io.plimsoll.lab.backtest;

import java.util.Comparator;
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

    /** {@return what to look at beside the tested model; empty when it meets the rules} */
    public Optional<NextBest> nextBest() {
        return isMet() ? Optional.empty() : Optional.of(NextBest.of(variants));
    }

    /** {@return the models that were named, the tested one first} */
    public List<VariantVerdict> models() {
        return variants.stream().filter(each -> !each.variant().isVaried()).toList();
    }

    /**
     * The model that costs least in a book, of those named that meet (b) in every book.
     *
     * @param book number of the book in the verdicts.
     * @return the first of the cheapest; empty when no model meets (b).
     */
    public Optional<VariantVerdict> cheapest(final int book) {
        return models().stream()
                .filter(VariantVerdict::isCoverMet)
                .min(Comparator.comparingDouble(each -> each.books().get(book).cost()));
    }

    /**
     * How the cost of a variant compares, by rule (c).
     *
     * @param verdict on one of the variants.
     * @return how much more of the notional than the cheapest it takes; that it is not compared when it misses (b).
     */
    public String comparedCost(final VariantVerdict verdict) {
        if (!verdict.isCoverMet()) {
            return "not compared, misses (b)";
        }
        final VariantVerdict best = best().orElseThrow();
        if (!verdict.equals(best)) {
            return "+" + Figures.percent(verdict.cost() - best.cost());
        }
        return variants.stream().filter(VariantVerdict::isCoverMet).count() == 1 ? "alone meets (b)" : "cheapest";
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
                        + ": mean initial margin " + Figures.percent(best.cost()) + " of notional"
                        + (tested().isCoverMet()
                                ? ", against " + Figures.percent(tested().cost()) + " of the tested model."
                                : "; the tested model misses (b), so that its cost is not compared."))
                .orElse("No variant meets (b) in every book."));
    }
}
