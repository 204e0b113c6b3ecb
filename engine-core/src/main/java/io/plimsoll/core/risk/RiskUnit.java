package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.PriceBook;

/**
 * The risk unit of an underlying: the finest, up to 10^-{@value #EXPONENT_MAX} minor units, in which {@value Revaluation#LOTS_LIMIT}
 * times the largest position limit of every instrument, and {@value Revaluation#LOTS_LIMIT} times what all accounts have of a coin,
 * moved by the largest scenario, stays below 2^55: so the sum over the positions of an account stays below 2^62. What does not even
 * fit whole minor units does not count. Reuse the object.
 */
final class RiskUnit {
    /** Worths of lots have so many digits beyond minor units. */
    static final int WORTH_DIGITS = 6;

    static final long ROW_MAX = 1L << 55;
    private static final int EXPONENT_MAX = 9;
    private static final int NEVER = -1;

    /** Rows are made in slices: the unit still fits after prices have risen by so much meanwhile, in millionths. */
    private static final int RISE_PPM = 62_500;

    private final PriceBook prices;
    private final LotWorth worths;
    private long largestMove;
    private int exponent;

    RiskUnit(final PriceBook prices, final LotWorth worths) {
        this.prices = prices;
        this.worths = worths;
    }

    /** Begins with the finest; the largest move of a scenario is a rate. */
    void begin(final long largest) {
        // A call gains as much as its underlying, and its premium is on top.
        largestMove = Rate.ONE + largest;
        exponent = EXPONENT_MAX;
    }

    /** Becomes coarser, if the largest position in an instrument needs that. */
    void fit(final Instrument instrument) {
        fit(largestPosition(instrument, worths.ofLot(instrument)));
    }

    /** Becomes coarser, if as much of a coin again as all accounts have or owe needs that: so that it fits whoever has it. */
    void fit(final Asset asset) {
        final long price = asset.priceToCount(prices.indexPrice(asset));
        final long most = Math.max(asset.totals().credit(), asset.totals().debt());
        fit(FixedPoint.mulDivCeil(Revaluation.LOTS_LIMIT * most, price, asset.usdDivisor(), Long.MAX_VALUE));
    }

    private void fit(final long minorUnits) {
        final int fits =
                finest(FixedPoint.mulDivCeil(minorUnits, FixedPoint.PPM + RISE_PPM, FixedPoint.PPM, Long.MAX_VALUE));
        if (fits != NEVER) {
            exponent = Math.min(exponent, fits);
        }
    }

    /** Whether the largest position in an instrument fits the unit, with a lot worth so much. */
    boolean fits(final Instrument instrument, final long worth) {
        return finest(largestPosition(instrument, worth)) >= exponent;
    }

    private static long largestPosition(final Instrument instrument, final long worth) {
        return FixedPoint.mulDivCeil(
                worth,
                Revaluation.LOTS_LIMIT * instrument.positionLotsPeak(),
                FixedPoint.powerOfTen(WORTH_DIGITS),
                Long.MAX_VALUE);
    }

    /** The finest unit in which so many minor units, moved by the largest scenario, fit. */
    private int finest(final long minorUnits) {
        final long most = FixedPoint.mulDivCeil(minorUnits, largestMove, Rate.ONE, Long.MAX_VALUE);
        int fits = NEVER;
        while (fits < EXPONENT_MAX && most <= ROW_MAX / FixedPoint.powerOfTen(fits + 1)) {
            fits++;
        }
        return fits;
    }

    /** The unit is 10 to the minus this, of a minor unit. */
    int exponent() {
        return exponent;
    }

    /** Whether the least grid move of a lot is too few units. */
    static boolean isTooCoarse(final RiskRegime regime, final int underlying, final long worth, final int unit) {
        final long least = Rate.timesFloor(worth, regime.set().smallestMove(underlying));
        return FixedPoint.mulDivFloor(
                        least, FixedPoint.powerOfTen(unit), FixedPoint.powerOfTen(WORTH_DIGITS), Long.MAX_VALUE)
                < Revaluation.LEAST_UNITS;
    }

    /** A worth in risk units, to the nearest. */
    static long inUnits(final long worth, final int exponent) {
        return FixedPoint.mulDivNearest(worth, FixedPoint.powerOfTen(exponent), FixedPoint.powerOfTen(WORTH_DIGITS));
    }
}
