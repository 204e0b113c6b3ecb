package io.plimsoll.core.margin.model;

import java.util.List;

/**
 * The smallest of charges; of equals the first binds.
 *
 * @param name of the choice.
 * @param parts what is compared.
 */
public record SmallestOf(String name, List<Charge> parts) implements Charge {
    @Override
    public boolean growth(final Growth lot) {
        return lot.largest(parts);
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
        run.tree().min(name, 0);
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).assess(run);
        }
        return run.tree().close();
    }
}
