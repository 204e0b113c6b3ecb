package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.RiskInstrument;

/**
 * An amount for each position, whatever its size.
 *
 * @param name of the charge.
 * @param selection which positions.
 * @param amounts by class, in minor units.
 */
public record FixedCharge(String name, Selection selection, ClassRates amounts) implements Charge {
    private static final String POSITION = "position";

    @Override
    public boolean isBySide() {
        return selection.isBySide();
    }

    @Override
    public int assess(final ChargeRun run) {
        run.tree().sum(name, 0);
        for (int i = 0; i < run.holdings().count(); i++) {
            if (selection.has(run.holdings(), i)) {
                final RiskInstrument instrument = run.holdings().instrument(i);
                run.tree().amount(POSITION, instrument.id(), amounts.of(instrument.classOf()), 0);
            }
        }
        return run.tree().close();
    }
}
