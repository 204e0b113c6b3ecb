package io.plimsoll.lab.whatif;

import io.plimsoll.core.math.Logarithm;
import io.plimsoll.core.math.MonotoneCubic;
import io.plimsoll.core.math.SurfaceCheck;
import io.plimsoll.core.math.SurfaceSlice;
import io.plimsoll.core.math.Svi;
import java.util.Optional;

/** Volatilities of one expiry by strike. */
public sealed interface Smile {
    /** Least volatility that is believed, 1 %. */
    double LEAST = 0.01;

    /** Largest volatility that is believed, 500 %. */
    double MOST = 5;

    /** Log-moneyness up to which SVI is looked at for arbitrage. */
    double REACH = 1.5;

    /** Points of the grid on which it is looked at. */
    int STEPS = 300;

    /**
     * The volatility of a strike.
     *
     * @param strike strike.
     * @param forward price of the forward.
     * @param years time to expiry.
     * @return per root of a year.
     */
    double volatility(double strike, double forward, double years);

    /** {@return the SVI slice that it is made of, if it is} */
    default Optional<Svi> slice() {
        return Optional.empty();
    }

    /**
     * One volatility for all strikes.
     *
     * @param volatility per root of a year.
     * @return the smile.
     * @throws MarketException when it is absurd.
     */
    static Smile flat(final double volatility) {
        checked(volatility, "the volatility");
        return new Flat(volatility);
    }

    /**
     * Volatilities at strikes, monotone cubics between, flat beyond.
     *
     * @param strikes ascending.
     * @param volatilities one for each.
     * @return the smile.
     * @throws MarketException when one is absurd or strikes do not ascend.
     */
    static Smile points(final double[] strikes, final double[] volatilities) {
        for (int i = 0; i < volatilities.length; i++) {
            checked(volatilities[i], "the volatility of strike " + Numbers.plain(strikes[i]));
        }
        try {
            return new Points(new MonotoneCubic(strikes, volatilities, MonotoneCubic.Beyond.FLAT));
        } catch (final IllegalArgumentException e) {
            throw new MarketException("strikes must ascend: " + e.getMessage());
        }
    }

    /**
     * A slice of SVI.
     *
     * @param svi its parameters.
     * @return the smile.
     * @throws MarketException when it allows arbitrage.
     */
    static Smile svi(final Svi svi) {
        final SurfaceCheck check = new SurfaceCheck();
        if (check.slice(svi, -REACH, REACH, STEPS) != SurfaceCheck.Fault.NONE) {
            throw new MarketException("the SVI surface cannot be priced with: " + fault(check));
        }
        return new Slice(svi);
    }

    private static void checked(final double volatility, final String what) {
        if (!(volatility >= LEAST && volatility <= MOST)) {
            throw new MarketException(what + " is " + Numbers.percent(volatility) + "; allowed: 1 % to 500 %");
        }
    }

    /** What a check found, for people. */
    static String fault(final SurfaceCheck check) {
        final String by = Numbers.plain(check.amount());
        final String at = "at ln(K/F) = " + Numbers.plain(check.place());
        return switch (check.fault()) {
            case NONE -> "nothing";
            case NOT_FINITE -> "a parameter is no number";
            case NEGATIVE_WING_SLOPE -> "b is " + by + "; allowed: from 0";
            case TILT_OUT_OF_RANGE -> "rho is " + by + "; allowed: between -1 and 1";
            case NO_WIDTH -> "sigma is " + by + "; allowed: above 0";
            case NEGATIVE_VARIANCE -> "its least total variance is " + by + "; allowed: from 0";
            case WING_TOO_STEEP -> "b (1 + |rho|) is " + by + "; allowed: up to 2";
            case BUTTERFLY -> "a butterfly costs less than nothing " + at + " (density " + by + ")";
            case CALENDAR -> "it has less total variance than the expiry before it " + at + " (by " + by + ")";
        };
    }

    /**
     * What an engine prices with.
     *
     * @param surface that it took, and checked.
     * @return the smile.
     */
    static Smile of(final SurfaceSlice surface) {
        return new OfEngine(surface);
    }

    /**
     * The same volatilities at the same strikes, whatever forward and time become, times a factor.
     *
     * @param forward price of the forward now.
     * @param years time to expiry now.
     * @param factor of all volatilities.
     * @return the smile.
     */
    default Smile held(final double forward, final double years, final double factor) {
        return new Held(this, forward, years, factor);
    }

    /**
     * One volatility.
     *
     * @param all of every strike.
     */
    record Flat(double all) implements Smile {
        @Override
        public double volatility(final double strike, final double forward, final double years) {
            return all;
        }
    }

    /**
     * Points.
     *
     * @param curve through them.
     */
    record Points(MonotoneCubic curve) implements Smile {
        @Override
        public double volatility(final double strike, final double forward, final double years) {
            return curve.at(strike);
        }
    }

    /**
     * SVI.
     *
     * @param svi parameters.
     */
    record Slice(Svi svi) implements Smile {
        @Override
        public double volatility(final double strike, final double forward, final double years) {
            return Math.sqrt(svi.variance(Logarithm.logRatio(strike, forward)) / years);
        }

        @Override
        public Optional<Svi> slice() {
            return Optional.of(svi);
        }
    }

    /**
     * Volatilities of an engine's surface, which stay with their strikes.
     *
     * @param surface of the expiry.
     */
    record OfEngine(SurfaceSlice surface) implements Smile {
        @Override
        public double volatility(final double strike, final double forward, final double years) {
            return surface.volatility(strike);
        }
    }

    /**
     * Volatilities that stay with their strikes.
     *
     * @param smile before.
     * @param forward at which it is read.
     * @param years at which it is read.
     * @param factor of its volatilities.
     */
    record Held(Smile smile, double forward, double years, double factor) implements Smile {
        @Override
        public double volatility(final double strike, final double forwardNow, final double yearsNow) {
            return factor * smile.volatility(strike, forward, years);
        }
    }
}
