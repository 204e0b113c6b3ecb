package io.plimsoll.lab.approximation;

import io.plimsoll.core.math.Exponential;

/**
 * The law of {@code sum b w + l w^2 / 2} over independent standard normal w. With M its moment generating function,
 * {@code P(X > x)} is the integral of {@code M(s) exp(-s x) / s} along a path that crosses the real axis at the saddlepoint, over
 * 2 pi i. The path is a hyperbola that turns to the side on which the integrand dies away; it has no corner, so the sum over
 * double-exponential steps has ten digits and more.
 */
final class QuadraticLaw {
    private static final int STEPS = 1200;
    private static final double STEP = 0.01;
    private static final double TURN = 0.35;
    private static final double TINY = 1e-14;
    private static final int BISECTIONS = 200;

    private final double[] linear;
    private final double[] squared;
    private final double edge;
    private final boolean hasNormalPart;
    private final double lowest;
    private final double highest;

    QuadraticLaw(final double[] linear, final double[] squared) {
        this.linear = linear.clone();
        this.squared = squared.clone();
        double largest = 0;
        for (int k = 0; k < linear.length; k++) {
            largest = Math.max(largest, Math.max(Math.abs(linear[k]), Math.abs(squared[k])));
        }
        double most = 0;
        double least = 0;
        double sum = 0;
        boolean isNormal = false;
        for (int k = 0; k < linear.length; k++) {
            if (Math.abs(squared[k]) <= TINY * largest) {
                this.squared[k] = 0;
                isNormal |= Math.abs(linear[k]) > TINY * largest;
            } else {
                sum -= linear[k] * linear[k] / (2 * squared[k]);
                most = Math.max(most, squared[k]);
                least = Math.min(least, squared[k]);
            }
        }
        edge = sum;
        hasNormalPart = isNormal;
        lowest = least < 0 ? 1 / least : Double.NEGATIVE_INFINITY;
        highest = most > 0 ? 1 / most : Double.POSITIVE_INFINITY;
    }

    double quantile(final double p, final double mean, final double deviation) {
        double low = mean - deviation;
        double high = mean + deviation;
        for (double width = deviation; below(low) > p; width *= 2) {
            low -= width;
        }
        for (double width = deviation; below(high) < p; width *= 2) {
            high += width;
        }
        for (int i = 0; i < BISECTIONS && low < high; i++) {
            final double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (below(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }

    /** P(X < x). */
    double below(final double x) {
        if (!hasNormalPart && lowest == Double.NEGATIVE_INFINITY && x <= edge) {
            return 0;
        }
        if (!hasNormalPart && highest == Double.POSITIVE_INFINITY && x >= edge) {
            return 1;
        }
        final double saddle = saddlepoint(x);
        final double integral = integral(x, saddle);
        return saddle > 0 ? 1 - integral : -integral;
    }

    /** Where the logarithm of M(s) exp(-s x) / s has its least value, kept away from 0, where the integrand has a pole. */
    private double saddlepoint(final double x) {
        final boolean isAbove = slope(0) < x;
        double near = 0;
        double far = isAbove ? highest : lowest;
        if (Double.isInfinite(far)) {
            far = isAbove ? 1 : -1;
            while (isAbove ? slope(far) - 1 / far < x : slope(far) - 1 / far > x) {
                far *= 2;
            }
        }
        for (int i = 0; i < BISECTIONS; i++) {
            final double middle = near + (far - near) / 2;
            if (middle == near || middle == far) {
                break;
            }
            final boolean isNear = isAbove ? slope(middle) - 1 / middle < x : slope(middle) - 1 / middle > x;
            if (isNear) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return near + (far - near) / 2;
    }

    /** First derivative of the logarithm of M. */
    private double slope(final double s) {
        double sum = 0;
        for (int k = 0; k < linear.length; k++) {
            final double rest = 1 - squared[k] * s;
            sum += squared[k] / (2 * rest) + linear[k] * linear[k] * s * (2 - squared[k] * s) / (2 * rest * rest);
        }
        return sum;
    }

    private double integral(final double x, final double saddle) {
        final double scale = Math.abs(saddle);
        final double lean = hasNormalPart ? 0 : x < edge ? -TURN : TURN;
        double sum = 0;
        for (int i = -STEPS; i <= STEPS; i++) {
            final double t = i * STEP;
            final double away = Exponential.exp(t) / 2;
            final double back = Exponential.exp(-t) / 2;
            final double y = scale * (away - back) * (away + back);
            final double weight = scale * (2 * (away + back) * (away + back) - 1);
            final double hyperbola = Math.sqrt(scale * scale + y * y);
            sum += weight * real(saddle + lean * (hyperbola - scale), y, lean * y / hyperbola, x);
        }
        return sum * STEP / (2 * Math.PI);
    }

    /** Real part of {@code M(s) exp(-s x) / s ds / (i dy)}, where the path has moved {@code lean} along the real axis. */
    private double real(final double re, final double im, final double lean, final double x) {
        double logSize = -re * x;
        double phase = -im * x;
        for (int k = 0; k < linear.length; k++) {
            final double a = 1 - squared[k] * re;
            final double b = -squared[k] * im;
            final double size = a * a + b * b;
            logSize -= StrictMath.log(size) / 4;
            phase -= StrictMath.atan2(b, a) / 2;
            final double half = linear[k] * linear[k] / 2;
            final double squareRe = re * re - im * im;
            final double squareIm = 2 * re * im;
            logSize += half * (squareRe * a + squareIm * b) / size;
            phase += half * (squareIm * a - squareRe * b) / size;
        }
        final double size = StrictMath.exp(logSize);
        final double cosine = size * StrictMath.cos(phase);
        final double sine = size * StrictMath.sin(phase);
        // (cosine + i sine) / (re + i im) x (1 - i lean): ds = (lean + i) dy, over i.
        final double whole = re * re + im * im;
        final double real = (cosine * re + sine * im) / whole;
        final double imaginary = (sine * re - cosine * im) / whole;
        return real + lean * imaginary;
    }
}
