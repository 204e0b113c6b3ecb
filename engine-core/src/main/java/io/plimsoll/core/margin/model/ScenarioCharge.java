package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.ScenarioBlock;

/**
 * Risk by scenarios: a measure of the profits and losses of one block, and how the underlyings help each other. Never below 0.
 *
 * @param name of the charge.
 * @param block which scenarios.
 * @param measure what is read off them.
 * @param across how underlyings help each other.
 */
public record ScenarioCharge(String name, ScenarioBlock block, Measure measure, Across across) implements Charge {
    private static final String ZERO = "none";
    private static final String ALONE = "alone";
    private static final String EACH_ALONE = "each alone";
    private static final String TOGETHER = "together";
    private static final String GROUP = "group";
    private static final String SHARE_TOGETHER = "share together";
    private static final String SHARE_ALONE = "share alone";

    @Override
    public boolean growth(final Growth lot) {
        lot.worst(block, true);
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        return switch (across.rule()) {
            case SUM -> eachAlone(run, name, Grouped.ALL);
            case TOGETHER -> together(run, name, Grouped.ALL);
            case BLEND -> blend(run, name, 0, Grouped.ALL);
            case BLEND_IN_GROUPS -> groups(run);
            case ALIGNED_GAIN -> alignedGain(run);
        };
    }

    private int groups(final ChargeRun run) {
        run.tree().sum(name, 0);
        for (int i = 0; i < run.underlyings(); i++) {
            final int group = groupOf(run, i);
            if (isFirstOf(run, i, group)) {
                blend(run, GROUP, group, group);
            }
        }
        return run.tree().close();
    }

    /** {@code d together + (1 - d) each alone}, not below 0. */
    private int blend(final ChargeRun run, final String nodeName, final long key, final int group) {
        final Accumulator tree = run.tree();
        tree.max(nodeName, key);
        tree.amount(ZERO, 0, 0, 0);
        tree.sum(nodeName, key);
        tree.scale(SHARE_TOGETHER, key, across.share());
        together(run, TOGETHER, group);
        tree.close();
        tree.scale(SHARE_ALONE, key, Rate.ONE - across.share());
        eachAlone(run, EACH_ALONE, group);
        tree.close();
        tree.close();
        return tree.close();
    }

    private int eachAlone(final ChargeRun run, final String nodeName, final int group) {
        final Accumulator tree = run.tree();
        tree.sum(nodeName, 0);
        for (int i = 0; i < run.underlyings(); i++) {
            if (isIn(run, i, group)) {
                notBelowZero(run, ALONE, run.underlying(i), run.vector(i));
            }
        }
        return tree.close();
    }

    private int together(final ChargeRun run, final String nodeName, final int group) {
        final Accumulator tree = run.tree();
        final int sum = tree.take(0);
        for (int i = 0; i < run.underlyings(); i++) {
            if (isIn(run, i, group)) {
                tree.merge(sum, run.vector(i));
            }
        }
        final int node = group == Grouped.ALL && across.rule() == Across.Rule.TOGETHER
                ? notBelowZero(run, nodeName, 0, sum)
                : measure.read(tree, nodeName, 0, sum, block);
        tree.giveBack(sum);
        return node;
    }

    private int alignedGain(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final int sum = tree.take(0);
        final int one = tree.take(0);
        for (int i = 0; i < run.underlyings(); i++) {
            tree.clear(one);
            tree.merge(one, run.vector(i));
            tree.mergeGains(sum, one, block, across.share(), across.most());
        }
        final int node = notBelowZero(run, name, 0, sum);
        tree.giveBack(one);
        tree.giveBack(sum);
        return node;
    }

    private int notBelowZero(final ChargeRun run, final String nodeName, final long key, final int vector) {
        final Accumulator tree = run.tree();
        tree.max(nodeName, key);
        measure.read(tree, nodeName, key, vector, block);
        tree.amount(ZERO, 0, 0, 0);
        return tree.close();
    }

    private static boolean isIn(final ChargeRun run, final int index, final int group) {
        return group == Grouped.ALL || groupOf(run, index) == group;
    }

    private static int groupOf(final ChargeRun run, final int index) {
        return run.frame().underlying(run.underlying(index)).group();
    }

    private static boolean isFirstOf(final ChargeRun run, final int index, final int group) {
        for (int i = 0; i < index; i++) {
            if (groupOf(run, i) == group) {
                return false;
            }
        }
        return true;
    }

    /** Stands for all groups where one group is asked for. */
    private static final class Grouped {
        static final int ALL = -1;

        private Grouped() {}
    }
}
