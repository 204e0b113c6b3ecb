package io.plimsoll.core.margin.model;

import java.util.List;

/**
 * Of the positions of each class a charge of its own; the last holds for all classes beyond.
 *
 * @param name of the sum.
 * @param parts by class.
 */
public record ClassCharge(String name, List<Charge> parts) implements Charge {
    @Override
    public boolean isBySide() {
        return parts.stream().anyMatch(Charge::isBySide);
    }

    @Override
    public boolean looksAtGroup() {
        return parts.stream().anyMatch(Charge::looksAtGroup);
    }

    @Override
    public int assess(final ChargeRun run) {
        run.tree().sum(name, 0);
        for (int i = 0; i < run.holdings().count(); i++) {
            final int classOf = classOf(run, i);
            if (isFirst(run, i, classOf)) {
                final HoldingsPart members = run.part();
                for (int k = i; k < run.holdings().count(); k++) {
                    if (classOf(run, k) == classOf) {
                        members.add(k);
                    }
                }
                parts.get(Math.min(classOf, parts.size() - 1)).assess(run.enter());
                run.leave();
            }
        }
        return run.tree().close();
    }

    private static boolean isFirst(final ChargeRun run, final int index, final int classOf) {
        for (int i = 0; i < index; i++) {
            if (classOf(run, i) == classOf) {
                return false;
            }
        }
        return true;
    }

    private static int classOf(final ChargeRun run, final int index) {
        return run.holdings().instrument(index).classOf();
    }
}
