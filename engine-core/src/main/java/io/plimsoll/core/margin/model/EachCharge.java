package io.plimsoll.core.margin.model;

import java.util.List;

/**
 * Charges of parts of a portfolio, each computed as if the account held nothing else, and the sum: of each underlying, where a
 * venue margins risk units one by one; of each expiry; of each position.
 *
 * @param name of the sum.
 * @param of what a part is.
 * @param selection which positions take part.
 * @param charges added up for each part.
 */
public record EachCharge(String name, Part of, Selection selection, List<Charge> charges) implements Charge {
    /** What a portfolio is taken apart into. */
    public enum Part {
        /** All that is of one underlying. */
        UNDERLYING("underlying"),
        /** All that is of one expiry of an underlying. */
        EXPIRY("expiry"),
        /** One position. */
        POSITION("position");

        private final String node;

        Part(final String node) {
            this.node = node;
        }
    }

    @Override
    public boolean isBySide() {
        return selection.isBySide() || charges.stream().anyMatch(Charge::isBySide);
    }

    @Override
    public boolean looksAtGroup() {
        return charges.stream().anyMatch(Charge::looksAtGroup);
    }

    @Override
    public int assess(final ChargeRun run) {
        run.tree().sum(name, 0);
        for (int i = 0; i < run.holdings().count(); i++) {
            if (selection.has(run.holdings(), i) && isFirst(run, i)) {
                part(run, i);
            }
        }
        return run.tree().close();
    }

    private void part(final ChargeRun run, final int first) {
        final HoldingsPart members = run.part();
        for (int i = first; i < run.holdings().count(); i++) {
            if (selection.has(run.holdings(), i) && isTogether(run, first, i)) {
                members.add(i);
            }
        }
        final ChargeRun within = run.enter();
        run.tree().sum(of.node, key(run, first));
        for (int i = 0; i < charges.size(); i++) {
            charges.get(i).assess(within);
        }
        run.tree().close();
        run.leave();
    }

    private boolean isFirst(final ChargeRun run, final int index) {
        for (int i = 0; i < index; i++) {
            if (selection.has(run.holdings(), i) && isTogether(run, i, index)) {
                return false;
            }
        }
        return true;
    }

    private boolean isTogether(final ChargeRun run, final int a, final int b) {
        return of == Part.POSITION ? a == b : key(run, a) == key(run, b);
    }

    private long key(final ChargeRun run, final int index) {
        return switch (of) {
            case UNDERLYING -> run.holdings().instrument(index).underlying();
            case EXPIRY -> run.holdings().instrument(index).expiry();
            case POSITION -> run.holdings().instrument(index).id();
        };
    }
}
