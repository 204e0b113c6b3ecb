package io.plimsoll.core.risk;

import java.util.Arrays;

/**
 * A number that so many of a run are not above, and not many more. The run is dealt out to groups in turns: where the lowest numbers of
 * so many groups are not above a bound, so many numbers are not. Reuse the object.
 */
final class TailBound {
    private static final int GROUPS = 64;
    private static final int STEPS = 12;

    private final long[] least = new long[GROUPS];
    private long bound;

    /** Finds it for {@code count} of {@code numbers[from..to)}; loose where that is many. */
    long of(final long[] numbers, final int from, final int to, final int count) {
        bound = Long.MAX_VALUE;
        if (count <= GROUPS / 2 && to - from >= 2 * GROUPS) {
            deal(numbers, from, to);
            narrow(count);
        }
        return bound;
    }

    /** What is left when all groups have as many is left out: the bound is looser for it. */
    private void deal(final long[] numbers, final int from, final int to) {
        Arrays.fill(least, Long.MAX_VALUE);
        for (int at = from; at + GROUPS <= to; at += GROUPS) {
            for (int group = 0; group < GROUPS; group++) {
                least[group] = Math.min(least[group], numbers[at + group]);
            }
        }
    }

    /** Halves the range of bounds until few groups more than asked for are below. */
    private void narrow(final int count) {
        long below = Long.MAX_VALUE;
        bound = Long.MIN_VALUE;
        for (final long number : least) {
            below = Math.min(below, number);
            bound = Math.max(bound, number);
        }
        int groups = GROUPS;
        for (int step = 0; step < STEPS && groups > count + count / 4; step++) {
            final long middle = (below & bound) + ((below ^ bound) >> 1);
            final int inMiddle = notAbove(middle);
            if (inMiddle >= count) {
                bound = middle;
                groups = inMiddle;
            } else {
                below = middle;
            }
        }
    }

    private int notAbove(final long number) {
        int groups = 0;
        for (final long one : least) {
            groups += one <= number ? 1 : 0;
        }
        return groups;
    }
}
