package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;

/** What charges read of an underlying that moves while a venue is open: as it was when the rows in use were made. */
public final class UnderlyingFigures {
    private long dailyVolume;
    private long fundingRate;
    private long openInterest;
    private long deposits;
    private long borrows;
    private long confidence;
    private long stablePrice = Rate.ONE;

    UnderlyingFigures(final RiskFrame.Underlying terms) {
        confidence = terms.confidence();
        trade(terms.dailyVolume(), terms.fundingRate());
        hold(terms.openInterest(), 0, 0);
    }

    void trade(final long volume, final long funding) {
        dailyVolume = volume;
        fundingRate = funding;
    }

    void price(final long sure, final long stable) {
        confidence = sure;
        stablePrice = stable;
    }

    void hold(final long open, final long deposited, final long borrowed) {
        openInterest = open;
        deposits = deposited;
        borrows = borrowed;
    }

    /** {@return what is traded in a day, in minor units; 0: not known} */
    public long dailyVolume() {
        return dailyVolume;
    }

    /** {@return what longs in perpetuals pay to shorts for the next period, by {@link Rate}; negative: shorts pay} */
    public long fundingRate() {
        return fundingRate;
    }

    /** {@return notional of all open contracts, in minor units; 0: not known} */
    public long openInterest() {
        return openInterest;
    }

    /** {@return value of all coins that are deposited, in minor units} */
    public long deposits() {
        return deposits;
    }

    /** {@return value of all coins that are borrowed, in minor units} */
    public long borrows() {
        return borrows;
    }

    /** {@return how sure the index price is, by {@link Rate}: one is certain} */
    public long confidence() {
        return confidence;
    }

    /** {@return what the weakest stable coin was worth, by {@link Rate}; at most one} */
    public long stablePrice() {
        return stablePrice;
    }

    /** What is not 0 goes into a hash, and what prices lack. */
    long mixInto(final long hash) {
        long h = mix(hash, 1, dailyVolume);
        h = mix(h, 2, fundingRate);
        h = mix(h, 3, openInterest);
        h = mix(h, 4, deposits);
        h = mix(h, 5, borrows);
        h = mix(h, 6, Rate.ONE - confidence);
        return mix(h, 7, Rate.ONE - stablePrice);
    }

    private static long mix(final long hash, final int place, final long figure) {
        return figure == 0 ? hash : StateHash.mix(StateHash.mix(hash, place), figure);
    }
}
