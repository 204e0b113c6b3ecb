package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;

/** Rates by class; the last holds for all classes beyond. */
public final class ClassRates implements PositionRate {
    private final long[] rates;

    private ClassRates(final long[] rates) {
        this.rates = rates;
    }

    /**
     * Makes rates.
     *
     * @param rates by class, at least one, none negative.
     * @return the rates.
     */
    public static ClassRates of(final long... rates) {
        if (rates.length == 0) {
            throw new IllegalArgumentException("rates by class need at least one rate");
        }
        for (final long rate : rates) {
            if (rate < 0) {
                throw new IllegalArgumentException("a rate of " + rate + " x 10^-15 is negative");
            }
        }
        return new ClassRates(rates.clone());
    }

    /** {@return number of classes with a rate of their own} */
    public int count() {
        return rates.length;
    }

    /**
     * Rate of a class.
     *
     * @param place of the class, from 0.
     * @return the rate.
     */
    public long of(final int place) {
        return rates[Math.min(place, rates.length - 1)];
    }

    @Override
    public long of(final RiskFrame frame, final RiskInstrument instrument, final Accumulator tree, final int vector) {
        return of(instrument.classOf());
    }
}
