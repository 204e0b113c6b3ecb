package io.plimsoll.core.math;

import java.math.BigDecimal;

/** {@link MonotoneCubic} again, slowly, to 90 digits: the same rules from their text, Hermite's form in powers. */
final class PreciseCubic {
    private static final BigDecimal ZERO = BigDecimal.ZERO;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private final BigDecimal[] xs;
    private final BigDecimal[] ys;
    private final BigDecimal[] slopes;

    /** At least two points. */
    PreciseCubic(final double[] xs, final double[] ys) {
        final int count = xs.length;
        this.xs = new BigDecimal[count];
        this.ys = new BigDecimal[count];
        slopes = new BigDecimal[count];
        for (int i = 0; i < count; i++) {
            this.xs[i] = new BigDecimal(xs[i]);
            this.ys[i] = new BigDecimal(ys[i]);
        }
        for (int i = 0; i < count; i++) {
            slopes[i] = count == 2 ? chord(0) : i == 0 ? end(0, 1) : i == count - 1 ? end(i - 1, i - 2) : inner(i);
        }
    }

    private BigDecimal width(final int i) {
        return xs[i + 1].subtract(xs[i]);
    }

    /** The slope of the straight line from a point to the next. */
    BigDecimal chord(final int i) {
        return over(ys[i + 1].subtract(ys[i]), width(i));
    }

    /** Of two chords on one side of zero the harmonic mean, each weighted by its own width and twice the other. */
    private BigDecimal inner(final int i) {
        final BigDecimal left = chord(i - 1);
        final BigDecimal right = chord(i);
        if (left.signum() * right.signum() <= 0) {
            return ZERO;
        }
        final BigDecimal leftWeight = width(i - 1).add(width(i).multiply(TWO));
        final BigDecimal rightWeight = width(i).add(width(i - 1).multiply(TWO));
        return over(leftWeight.add(rightWeight), over(leftWeight, left).add(over(rightWeight, right)));
    }

    /** The parabola's slope at the outer end of a segment, from zero to three times the chord. */
    private BigDecimal end(final int outer, final int next) {
        final BigDecimal bend =
                over(chord(outer).subtract(chord(next)), width(outer).add(width(next)));
        final BigDecimal parabola = chord(outer).add(bend.multiply(width(outer)), Precise.DIGITS);
        final BigDecimal most = THREE.multiply(chord(outer));
        return most.signum() >= 0
                ? parabola.max(ZERO).min(most)
                : parabola.min(ZERO).max(most);
    }

    /** The segment that a place between the first and the last point lies in. */
    int segment(final double x) {
        final BigDecimal place = new BigDecimal(x);
        int i = 0;
        while (i + 2 < xs.length && xs[i + 1].compareTo(place) <= 0) {
            i++;
        }
        return i;
    }

    BigDecimal at(final double x) {
        final int i = segment(x);
        final BigDecimal d = new BigDecimal(x).subtract(xs[i]);
        return d.multiply(d.multiply(d.multiply(third(i)).add(second(i))).add(slopes[i]))
                .add(ys[i], Precise.DIGITS);
    }

    BigDecimal slopeAt(final double x) {
        final int i = segment(x);
        final BigDecimal d = new BigDecimal(x).subtract(xs[i]);
        return d.multiply(d.multiply(THREE).multiply(third(i)).add(TWO.multiply(second(i))))
                .add(slopes[i], Precise.DIGITS);
    }

    private BigDecimal second(final int i) {
        return over(THREE.multiply(chord(i)).subtract(TWO.multiply(slopes[i])).subtract(slopes[i + 1]), width(i));
    }

    private BigDecimal third(final int i) {
        return over(slopes[i].add(slopes[i + 1]).subtract(TWO.multiply(chord(i))), width(i).multiply(width(i)));
    }

    private static BigDecimal over(final BigDecimal a, final BigDecimal b) {
        return a.divide(b, Precise.DIGITS);
    }
}
