package io.plimsoll.core.risk;

import java.util.Arrays;
import java.util.List;

/** The scenarios of a set as runs of such that a margin model counts alike: what it does with the sign of a move, and whether it discounts. */
final class LossRuns {
    private static final int BY_SIZE = 1;
    private static final int DISCOUNTED = 2;

    private final int[] kinds;
    private final int[] ends;
    private final int count;

    /**
     * The runs of a set.
     *
     * @param scenarios number of scenarios of the set.
     * @param bySize blocks in which a move counts as a loss whatever its sign; blocks may overlap.
     * @param discounted blocks in which values are discounted.
     */
    LossRuns(final int scenarios, final List<ScenarioBlock> bySize, final List<ScenarioBlock> discounted) {
        final int[] kindOf = new int[scenarios];
        mark(kindOf, bySize, BY_SIZE);
        mark(kindOf, discounted, DISCOUNTED);
        kinds = new int[scenarios];
        ends = new int[scenarios];
        int runs = 0;
        for (int s = 0; s < scenarios; s++) {
            if (s == 0 || kindOf[s] != kindOf[s - 1]) {
                kinds[runs++] = kindOf[s];
            }
            ends[runs - 1] = s + 1;
        }
        count = runs;
    }

    private static void mark(final int[] kindOf, final List<ScenarioBlock> blocks, final int kind) {
        for (final ScenarioBlock block : blocks) {
            Arrays.setAll(kindOf, s -> s >= block.from() && s < block.to() ? kindOf[s] | kind : kindOf[s]);
        }
    }

    /** {@return number of runs} */
    int count() {
        return count;
    }

    /** First scenario of a run. */
    int from(final int run) {
        return run == 0 ? 0 : ends[run - 1];
    }

    /** The scenario after the last of a run. */
    int to(final int run) {
        return ends[run];
    }

    /** Whether a move counts as a loss whatever its sign in the scenarios of a run. */
    boolean isBySize(final int run) {
        return (kinds[run] & BY_SIZE) != 0;
    }

    /** Whether values are discounted in the scenarios of a run. */
    boolean isDiscounted(final int run) {
        return (kinds[run] & DISCOUNTED) != 0;
    }
}
