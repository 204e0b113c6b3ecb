package io.plimsoll.core.margin.model;

/**
 * An amount that comes from outside the model, such as what the open orders of an account hold.
 *
 * @param name of the charge.
 * @param amount not negative.
 * @param exponent one minor unit of the margin currency is 10^exponent units of the amount.
 */
public record GivenCharge(String name, long amount, int exponent) implements Charge {
    /** Checks the amount. */
    public GivenCharge {
        if (amount < 0) {
            throw new IllegalArgumentException(name + " is " + amount + "; a charge is not negative");
        }
    }

    @Override
    public boolean growth(final Growth lot) {
        return true;
    }

    @Override
    public int assess(final ChargeRun run) {
        return run.tree().amount(name, 0, amount, exponent);
    }
}
