package io.plimsoll.core.margin.model;

/**
 * An amount for each open order, whatever its size: of those whose funds {@link io.plimsoll.core.risk.Holdings#reserved} lists.
 *
 * @param name of the charge.
 * @param amount in minor units.
 */
public record OpenOrdersCharge(String name, long amount) implements Charge {
    private static final String ORDER = "order";

    @Override
    public int assess(final ChargeRun run) {
        final int rows = run.holdings().reserved().count();
        run.tree().sum(name, 0);
        for (int row = 0; row < rows; row += 2) {
            run.tree().amount(ORDER, row / 2, amount, 0);
        }
        return run.tree().close();
    }
}
