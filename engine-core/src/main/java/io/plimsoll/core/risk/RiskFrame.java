package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Rate;
import java.util.ArrayList;
import java.util.List;

/**
 * The underlyings and expiries in which positions are summed, with what a margin model wants to know of each. It belongs to one
 * revaluation, as the rows do.
 */
public final class RiskFrame {
    /**
     * An underlying.
     *
     * @param name for reports.
     * @param group underlyings of one group are taken to move together; a place, from 0.
     * @param exponent its risk unit: one minor unit is 10^exponent of them.
     * @param classOf place of its class of liquidity, from 0: charges by class look it up.
     * @param dailyVolume traded in a day, in minor units; 0: not known.
     * @param confidence how sure its index price is.
     * @param fundingRate that longs in its perpetuals pay to shorts for the next period, by {@link Rate}; negative: shorts pay.
     * @param openInterest in all its instruments, in minor units; 0: not known.
     */
    public record Underlying(
            String name,
            int group,
            int exponent,
            int classOf,
            long dailyVolume,
            long confidence,
            long fundingRate,
            long openInterest) {
        /**
         * One whose funding and open interest are not known.
         *
         * @param name for reports.
         * @param group underlyings of one group are taken to move together; a place, from 0.
         * @param exponent its risk unit: one minor unit is 10^exponent of them.
         * @param classOf place of its class of liquidity, from 0.
         * @param dailyVolume traded in a day, in minor units; 0: not known.
         * @param confidence how sure its index price is.
         */
        public Underlying(
                final String name,
                final int group,
                final int exponent,
                final int classOf,
                final long dailyVolume,
                final long confidence) {
            this(name, group, exponent, classOf, dailyVolume, confidence, 0, 0);
        }
    }

    /**
     * An expiry of an underlying; what never expires stands in one of its own, at time 0.
     *
     * @param underlying place of the underlying.
     * @param expires whether it does.
     * @param years time to expiry, by {@link Rate}.
     * @param rate of interest to it.
     * @param confidence how sure forward, rate and volatility are: the least of them.
     */
    public record Expiry(int underlying, boolean expires, long years, long rate, long confidence) {}

    /**
     * What the whole venue holds of an underlying, in minor units of the margin currency.
     *
     * @param openInterest notional of all open contracts.
     * @param deposits value of all coins that are deposited.
     * @param borrows value of all coins that are borrowed.
     */
    public record Totals(long openInterest, long deposits, long borrows) {}

    private final List<Underlying> underlyings = new ArrayList<>();
    private final List<UnderlyingFigures> figures = new ArrayList<>();
    private final List<long[]> dampings = new ArrayList<>();
    private final List<Expiry> expiries = new ArrayList<>();
    private long stablePrice = Rate.ONE;
    private int strikes = 1;
    private long changes;

    /** An empty frame; strike place 0 is that of no strike. */
    public RiskFrame() {}

    /**
     * Adds an underlying.
     *
     * @param underlying what it is.
     * @param damping share of each scenario's profit or loss that counts, for blocks that are damped; the frame keeps it.
     * @return its place.
     */
    public int add(final Underlying underlying, final long... damping) {
        underlyings.add(underlying);
        figures.add(new UnderlyingFigures(underlying));
        dampings.add(damping);
        return underlyings.size() - 1;
    }

    /**
     * Adds an expiry.
     *
     * @param expiry what it is.
     * @return its place.
     */
    public int add(final Expiry expiry) {
        changes++;
        expiries.add(expiry);
        return expiries.size() - 1;
    }

    /** {@return place of another strike} */
    public int addStrike() {
        return strikes++;
    }

    /**
     * Replaces what is known of an expiry.
     *
     * @param place of the expiry.
     * @param expiry what it is now.
     */
    public void set(final int place, final Expiry expiry) {
        changes++;
        expiries.set(place, expiry);
    }

    /** {@return a number that grows whenever something of an expiry changes} */
    public long changes() {
        return changes;
    }

    /**
     * Replaces the terms of an underlying; figures stay.
     *
     * @param place of the underlying.
     * @param underlying what it is now.
     */
    public void set(final int place, final Underlying underlying) {
        underlyings.set(place, underlying);
    }

    /**
     * Sets what the whole venue holds of an underlying; nothing unless it is set.
     *
     * @param place of the underlying.
     * @param held by the venue.
     */
    public void totals(final int place, final Totals held) {
        figures.get(place).hold(held.openInterest(), held.deposits(), held.borrows());
    }

    /**
     * What is known of an underlying that moves while the venue is open.
     *
     * @param place of the underlying.
     * @return volume, funding, and what the venue holds.
     */
    public UnderlyingFigures figures(final int place) {
        return figures.get(place);
    }

    /**
     * Sets the price of the stable coin in which margin is counted, or of the weakest of several.
     *
     * @param price by {@link Rate}.
     */
    public void stablePrice(final long price) {
        stablePrice = price;
    }

    /** {@return price of the stable coin in which margin is counted} */
    public long stablePrice() {
        return stablePrice;
    }

    /**
     * An underlying.
     *
     * @param place of it.
     * @return what it is.
     */
    public Underlying underlying(final int place) {
        return underlyings.get(place);
    }

    /**
     * Damping of an underlying's scenarios.
     *
     * @param place of the underlying.
     * @return share of each scenario's profit or loss that counts.
     */
    public long[] damping(final int place) {
        return dampings.get(place);
    }

    /**
     * An expiry.
     *
     * @param place of it.
     * @return what it is.
     */
    public Expiry expiry(final int place) {
        return expiries.get(place);
    }

    /** {@return number of underlyings} */
    public int underlyings() {
        return underlyings.size();
    }

    /** {@return number of expiries} */
    public int expiries() {
        return expiries.size();
    }

    /** {@return number of strike places} */
    public int strikes() {
        return strikes;
    }
}
