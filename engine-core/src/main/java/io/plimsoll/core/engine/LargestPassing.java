package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.FixedPoint;

/**
 * Finds the largest size that passes, of a figure that is to stay at zero or above and falls the faster the larger the size is: what
 * margin is free does, as initial margin is convex in what orders may fill.
 *
 * <p>A look at the figure is dear, so as few as possible are taken. Where the line between the nearest size that passes and the nearest
 * that fails crosses zero, the figure is above; where the line through two that pass, or through two that fail, does, it is below. What
 * passes or fails by that is looked at, if it halves what is left at least, else the middle between. What is found has always been
 * looked at, whatever the shape of the figure.
 */
final class LargestPassing {
    /** Looks at most; what is found then is a size that passes. Halving alone would come down to a lot from 10^9 by then. */
    static final int LOOKS_MAX = 32;

    private static final long MOST = Long.MAX_VALUE >> 4;

    /** A figure of a size. */
    interface Figure {
        /** The size passes where this is not negative. */
        long at(long size);

        /** The smallest size that is certainly the same to the figure as one that was looked at last. */
        default long firstLike(final long size) {
            return size;
        }

        /** The largest size that is certainly the same to the figure as one that was looked at last. */
        default long lastLike(final long size) {
            return size;
        }
    }

    private long passes;
    private long atPasses;
    private long fails;
    private long atFails;
    private long belowByPasses;
    private long belowByFails;

    /**
     * Finds it among the sizes of a range.
     *
     * @param figure to look at.
     * @param least size that passes by some other rule if not by this one; it is the answer where no larger one passes.
     * @param most largest size in question.
     * @return the largest in the range, as far as {@value #LOOKS_MAX} looks show.
     */
    long find(final Figure figure, final long least, final long most) {
        if (most <= least) {
            return least;
        }
        passes = least;
        fails = most;
        belowByPasses = most;
        belowByFails = most;
        atFails = halves(figure.at(most));
        if (atFails > 0) {
            return most;
        }
        atPasses = halves(figure.at(least));
        for (int look = 3; atPasses > 0 && fails - passes > 1 && look <= LOOKS_MAX; look++) {
            final long size = next();
            final long at = halves(figure.at(size));
            if (at > 0) {
                passed(figure.lastLike(size), at);
            } else {
                failed(figure.firstLike(size), at);
            }
        }
        return passes;
    }

    private long next() {
        final long above = passes + FixedPoint.mulDivFloor(fails - passes, atPasses, atPasses - atFails, fails);
        final long low = Math.max(above, passes + 1);
        final long high = Math.max(low, Math.min(believed(belowByPasses), believed(belowByFails)));
        final long middle = passes + (fails - passes) / 2;
        return high <= middle ? high : low >= middle ? low : low + (high - low) / 2;
    }

    /** A line says nothing where a size beyond it has passed: figures of few units are not quite of one shape. */
    private long believed(final long below) {
        return below < passes ? fails - 1 : Math.min(below, fails - 1);
    }

    private void passed(final long size, final long at) {
        if (at < atPasses) {
            belowByPasses = size + FixedPoint.mulDivFloor(size - passes, at, atPasses - at, fails);
        }
        passes = size;
        atPasses = at;
    }

    private void failed(final long size, final long at) {
        if (at > atFails) {
            belowByFails = size - FixedPoint.mulDivCeil(fails - size, -at, at - atFails, size);
        }
        fails = size;
        atFails = at;
    }

    /** A figure that is rounded down stands for what is half a unit more, in halves: 0 and -1 are as far from zero. */
    private static long halves(final long figure) {
        return 2 * Math.max(-MOST, Math.min(MOST, figure)) + 1;
    }
}
