package io.plimsoll.vector;

import io.plimsoll.core.math.BlackBlock;
import io.plimsoll.core.math.BlackNumbers;
import java.util.Arrays;

/**
 * A block of options in passes, each one loop of vector instructions. A pass is small, since what a compiler gives up on makes an
 * object of every number; and passes are called through one place of many targets, so that each is compiled by itself.
 */
final class VectorBlackBlock implements BlackBlock {
    private static final Polynomials LOGARITHM = Polynomials.of(BlackNumbers.logarithm());
    private static final Polynomials EXPONENTIAL = Polynomials.of(BlackNumbers.exponential());
    private static final Polynomials MILLS = Polynomials.of(BlackNumbers.millsRatio());

    private static final Pass BEGIN = Moneyness::ratios;

    private static final Pass[] REST = {
        s -> LOGARITHM.over(s.squares, s.polynomials, s.count),
        Moneyness::arguments,
        Mills::arguments,
        s -> MILLS.pairs(s.innerPlaces, s.outerPlaces, s.count),
        s -> EXPONENTIAL.over(s.rests, s.polynomials, s.count),
        Price::prices
    };

    private final BlackScratch scratch = new BlackScratch();

    @Override
    public boolean prices(
            final boolean call,
            final double[] forwards,
            final double[] strikes,
            final double[] deviations,
            final double[] out,
            final int n) {
        fill(forwards, n);
        fill(strikes, n);
        fill(deviations, n);
        scratch.forwards = forwards;
        scratch.strikes = strikes;
        scratch.deviations = deviations;
        scratch.prices = out;
        scratch.sign = call ? 1 : -1;
        scratch.count = n;
        BEGIN.over(scratch);
        if (scratch.isOutside) {
            return false;
        }
        for (final Pass pass : REST) {
            pass.over(scratch);
        }
        return true;
    }

    /** Fills the last vector with the last number. */
    private static void fill(final double[] numbers, final int n) {
        Arrays.fill(numbers, n, Lanes.NUMBERS.loopBound(n + Lanes.COUNT - 1), numbers[n - 1]);
    }

    private interface Pass {
        void over(BlackScratch scratch);
    }
}
