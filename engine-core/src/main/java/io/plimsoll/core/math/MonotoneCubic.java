package io.plimsoll.core.math;

/**
 * A piecewise cubic through points that rises where the points rise and falls where they fall: the slopes of F. N.
 * Fritsch and J. Butland (<i>SIAM Journal on Scientific and Statistical Computing</i> 5, 1984), a weighted harmonic mean
 * of the neighbouring chords, within the region of F. N. Fritsch and R. E. Carlson (<i>SIAM Journal on Numerical
 * Analysis</i> 17, 1980); at the ends the three-point slope, limited to keep the shape. No value between two points lies
 * outside them, so positive points give positive volatilities. Immutable after its construction, which copies.
 */
public final class MonotoneCubic {
    /** What happens beyond the first and the last point. */
    public enum Beyond {
        /** The value of the last point goes on. */
        FLAT,

        /** The slope at the last point goes on. */
        LINEAR
    }

    private final double[] xs;
    private final double[] ys;
    private final double[] slopes;
    private final Beyond beyond;

    /**
     * Puts a curve through points.
     *
     * @param xs places, finite, strictly rising; at least one.
     * @param ys values, finite, as many.
     * @param beyond extrapolation.
     * @throws IllegalArgumentException if the points are not so, with the index of the first that is not.
     */
    public MonotoneCubic(final double[] xs, final double[] ys, final Beyond beyond) {
        if (xs.length == 0 || xs.length != ys.length) {
            throw new IllegalArgumentException(xs.length + " places and " + ys.length + " values");
        }
        for (int i = 0; i < xs.length; i++) {
            if (!(Math.abs(xs[i]) <= Double.MAX_VALUE && Math.abs(ys[i]) <= Double.MAX_VALUE)) {
                throw new IllegalArgumentException("point " + i + " is not finite: " + xs[i] + ", " + ys[i]);
            }
            if (i > 0 && !(xs[i] > xs[i - 1])) {
                throw new IllegalArgumentException("place " + i + " is not above the one before: " + xs[i]);
            }
        }
        this.xs = xs.clone();
        this.ys = ys.clone();
        this.beyond = beyond;
        slopes = new double[xs.length];
        setSlopes();
    }

    /** {@return number of points} */
    public int count() {
        return xs.length;
    }

    /**
     * Where a point is.
     *
     * @param point from 0.
     * @return its place.
     */
    public double place(final int point) {
        return xs[point];
    }

    /**
     * What the curve has at a point.
     *
     * @param point from 0.
     * @return its value.
     */
    public double value(final int point) {
        return ys[point];
    }

    /**
     * The value at a place.
     *
     * @param x any place.
     * @return the curve there; NaN for NaN. Between two points the error is below 6e-16 of the larger in size, as long as chords
     *     are between 1e-150 and 1e150 or zero.
     */
    public double at(final double x) {
        final int last = xs.length - 1;
        if (x <= xs[0]) {
            return outside(0, x);
        }
        if (x >= xs[last]) {
            return outside(last, x);
        }
        if (Double.isNaN(x)) {
            return x;
        }
        final int i = segment(x);
        final double h = xs[i + 1] - xs[i];
        final double t = (x - xs[i]) / h;
        final double u = 1 - t;
        final double value = ys[i] * (u * u * (1 + 2 * t))
                + ys[i + 1] * (t * t * (3 - 2 * t))
                + h * t * u * (u * slopes[i] - t * slopes[i + 1]);
        return Math.min(Math.max(value, Math.min(ys[i], ys[i + 1])), Math.max(ys[i], ys[i + 1]));
    }

    /**
     * The slope at a place.
     *
     * @param x any place.
     * @return the first derivative there; outside the points, that of the extrapolation; NaN for NaN. Between two points the
     *     error is below 2.2e-15 of the chord, the slope of the straight line between them.
     */
    public double slopeAt(final double x) {
        final int last = xs.length - 1;
        if (x < xs[0] || x > xs[last]) {
            return beyond == Beyond.FLAT ? 0 : slopes[x < xs[0] ? 0 : last];
        }
        if (Double.isNaN(x) || last == 0) {
            return Double.isNaN(x) ? x : 0;
        }
        final int i = x == xs[last] ? last - 1 : segment(x);
        final double h = xs[i + 1] - xs[i];
        final double t = (x - xs[i]) / h;
        final double u = 1 - t;
        return 6 * t * u * ((ys[i + 1] - ys[i]) / h) + u * (1 - 3 * t) * slopes[i] + t * (3 * t - 2) * slopes[i + 1];
    }

    private double outside(final int end, final double x) {
        if (beyond == Beyond.FLAT || x == xs[end] || slopes[end] == 0) {
            return ys[end];
        }
        return Math.fma(slopes[end], x - xs[end], ys[end]);
    }

    /** The last point at or before a place that lies within. */
    private int segment(final double x) {
        int low = 0;
        int high = xs.length - 1;
        while (high - low > 1) {
            final int middle = (low + high) >>> 1;
            if (xs[middle] <= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void setSlopes() {
        final int last = xs.length - 1;
        if (last < 2) {
            for (int i = 0; i <= last; i++) {
                slopes[i] = last == 0 ? 0 : chord(0);
            }
            return;
        }
        for (int i = 1; i < last; i++) {
            final double before = xs[i] - xs[i - 1];
            final double after = xs[i + 1] - xs[i];
            slopes[i] = inner(before, after, chord(i - 1), chord(i));
        }
        slopes[0] = end(xs[1] - xs[0], xs[2] - xs[1], chord(0), chord(1));
        slopes[last] = end(xs[last] - xs[last - 1], xs[last - 1] - xs[last - 2], chord(last - 1), chord(last - 2));
    }

    private double chord(final int i) {
        return (ys[i + 1] - ys[i]) / (xs[i + 1] - xs[i]);
    }

    /** The harmonic mean, the nearer chord weighing more; zero at a turning point. */
    private static double inner(final double before, final double after, final double left, final double right) {
        if (!((left > 0 && right > 0) || (left < 0 && right < 0))) {
            return 0;
        }
        final double leftWeight = before + 2 * after;
        final double rightWeight = 2 * before + after;
        return (leftWeight + rightWeight) / (leftWeight / left + rightWeight / right);
    }

    /** The slope of the parabola through three points, kept between zero and three times the outer chord. */
    private static double end(final double near, final double far, final double chord, final double next) {
        final double slope = ((2 * near + far) * chord - near * next) / (near + far);
        if (slope * chord <= 0) {
            return 0;
        }
        return Math.abs(slope) > 3 * Math.abs(chord) ? 3 * chord : slope;
    }
}
