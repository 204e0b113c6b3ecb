package io.plimsoll.core.risk;

import java.util.Arrays;
import java.util.List;

/**
 * Which scenarios of a set count a move as a loss whatever its sign. Kept as runs that take turns: the first, maybe empty, of scenarios
 * that look at the sign, the next of those that do not.
 */
public final class AlwaysLoss {
    private final int[] ends;
    private final int runs;

    /**
     * The scenarios of some blocks.
     *
     * @param scenarios number of scenarios of the set.
     * @param blocks in which a move counts as a loss whatever its sign; they may overlap.
     */
    public AlwaysLoss(final int scenarios, final List<ScenarioBlock> blocks) {
        final boolean[] isIn = new boolean[scenarios];
        for (final ScenarioBlock block : blocks) {
            Arrays.fill(isIn, block.from(), block.to(), true);
        }
        ends = new int[2 * blocks.size() + 1];
        int run = 0;
        for (int s = 0; s < scenarios; s++) {
            if (isIn[s] != isBySize(run)) {
                ends[run++] = s;
            }
        }
        ends[run] = scenarios;
        runs = run + 1;
    }

    /** {@return number of runs} */
    int runs() {
        return runs;
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
        return (run & 1) != 0;
    }
}
