package io.plimsoll.core.margin.model;

/**
 * A multiple of a charge, rounded up.
 *
 * @param name of the multiple.
 * @param rate not negative, by {@link io.plimsoll.core.fixed.Rate}.
 * @param part what is multiplied.
 */
public record MultipleOf(String name, long rate, Charge part) implements Charge {
    @Override
    public boolean growth(final Growth lot) {
        return lot.multiple(part, rate);
    }

    @Override
    public boolean isBySide() {
        return part.isBySide();
    }

    @Override
    public boolean looksAtGroup() {
        return part.looksAtGroup();
    }

    @Override
    public int assess(final ChargeRun run) {
        run.tree().scale(name, 0, rate);
        part.assess(run);
        return run.tree().close();
    }
}
