package io.plimsoll.core.margin.model;

import java.util.List;

/**
 * The sum of charges.
 *
 * @param name of the sum.
 * @param parts what is added.
 */
public record SumOf(String name, List<Charge> parts) implements Charge {
    @Override
    public boolean growth(final Growth lot) {
        return lot.all(parts);
    }

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
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).assess(run);
        }
        return run.tree().close();
    }
}
