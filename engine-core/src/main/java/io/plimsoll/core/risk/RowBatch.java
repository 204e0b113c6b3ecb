package io.plimsoll.core.risk;

import io.plimsoll.core.math.ArrayLoops;
import io.plimsoll.core.math.RowSums;

/**
 * Packed rows that are to be added to sums, kept until several go into one pass. The order in which they are added is another one
 * than that of the calls; sums of integers do not depend on it, also where they wrap around.
 */
final class RowBatch {
    private static final int MOST = 64;

    private final RowSums loop = ArrayLoops.fastest().rowSums();
    private final int length;
    private final long[][] sums = new long[MOST][];
    private final RiskRow[] rows = new RiskRow[MOST];
    private final long[] lots = new long[MOST];
    private final int[][] together = new int[MOST][];
    private final long[] theirLots = new long[MOST];
    private int count;

    /** For rows and sums of so many numbers. */
    RowBatch(final int length) {
        this.length = length;
    }

    /** {@code sums += lots x row}, now or with {@link #settle}. */
    void add(final long[] to, final long times, final RiskRow row) {
        if (count == MOST) {
            settle();
        }
        sums[count] = to;
        rows[count] = row;
        lots[count++] = times;
    }

    /** Adds all that is kept, the rows of the same sums together. */
    void settle() {
        while (count > 0) {
            settle(sums[0]);
        }
    }

    /** Adds what is kept for one of the sums; what is kept for others moves up. */
    private void settle(final long[] to) {
        int taken = 0;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (sums[i] == to) {
                together[taken] = rows[i].packed();
                theirLots[taken++] = lots[i];
            } else {
                sums[kept] = sums[i];
                rows[kept] = rows[i];
                lots[kept++] = lots[i];
            }
        }
        count = kept;
        for (int i = loop.add(to, length, together, theirLots, taken); i < taken; i++) {
            RowKernels.addTimes(to, theirLots[i], together[i], length);
        }
    }
}
