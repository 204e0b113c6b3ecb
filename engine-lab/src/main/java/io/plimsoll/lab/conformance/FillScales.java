package io.plimsoll.lab.conformance;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ticks, lots and minor units in which a sequence of decimal fills is exact, with as many decimals of the settlement currency as
 * the engine has room for.
 *
 * @param priceScale decimals of a price: one tick is the last of them.
 * @param lotScale decimals of a quantity: one lot is the last of them.
 * @param moneyScale decimals of an amount of the settlement currency.
 * @param tickValue worth of one lot at a price of one tick, in minor units.
 * @param ticksMin smallest price.
 * @param ticksMax largest price.
 * @param lotsMax largest quantity or position.
 */
record FillScales(
        int priceScale, int lotScale, int moneyScale, long tickValue, long ticksMin, long ticksMax, long lotsMax) {
    /** An eighth of what one position may be worth, so that profits of many fills have room. */
    private static final BigInteger AMOUNT_MAX = BigInteger.ONE.shiftLeft(51);

    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    /**
     * The scales of a sequence.
     *
     * @param inverse whether the contract is inverse.
     * @param fills of the sequence.
     * @param prices every price that will be used besides those of the fills.
     * @return scales.
     * @throws IllegalArgumentException the figures need more digits than the engine has, or an inverse price is not positive.
     */
    static FillScales of(final boolean inverse, final List<FillSequence.Fill> fills, final List<BigDecimal> prices) {
        int priceScale = 0;
        int lotScale = 0;
        for (final FillSequence.Fill fill : fills) {
            priceScale = Math.max(priceScale, scaleOf(fill.price()));
            lotScale = Math.max(lotScale, scaleOf(fill.quantity()));
        }
        for (final BigDecimal price : prices) {
            priceScale = Math.max(priceScale, scaleOf(price));
        }
        BigInteger lotsMax = BigInteger.ONE;
        BigInteger position = BigInteger.ZERO;
        BigInteger ticksMin = null;
        BigInteger ticksMax = BigInteger.ONE;
        for (final FillSequence.Fill fill : fills) {
            final BigInteger lots = steps(fill.quantity(), lotScale);
            position = position.add(lots);
            lotsMax = lotsMax.max(lots.abs()).max(position.abs());
        }
        for (final BigDecimal price : allPrices(fills, prices)) {
            final BigInteger ticks = steps(price, priceScale);
            ticksMin = ticksMin == null ? ticks : ticksMin.min(ticks);
            ticksMax = ticksMax.max(ticks.abs());
        }
        if (inverse && ticksMin.signum() <= 0) {
            throw new IllegalArgumentException("an inverse contract has no price of 0 or below");
        }
        final BigInteger paid = fills.stream()
                .map(fill -> fill.commission()
                        .abs()
                        .setScale(0, RoundingMode.CEILING)
                        .toBigInteger())
                .reduce(BigInteger.ZERO, BigInteger::max);
        return inverse
                ? inverse(priceScale, lotScale, ticksMin, ticksMax, lotsMax, paid)
                : linear(priceScale, lotScale, ticksMin.min(BigInteger.ONE), ticksMax, lotsMax, paid);
    }

    private static FillScales linear(
            final int priceScale,
            final int lotScale,
            final BigInteger ticksMin,
            final BigInteger ticksMax,
            final BigInteger lotsMax,
            final BigInteger paid) {
        final BigInteger room = AMOUNT_MAX.divide(lotsMax.multiply(ticksMax));
        final int power = Math.min(exponent(room), moneyScaleMax(paid) - priceScale - lotScale);
        return checked(power, priceScale, lotScale, priceScale + lotScale + power, ticksMin, ticksMax, lotsMax);
    }

    private static FillScales inverse(
            final int priceScale,
            final int lotScale,
            final BigInteger ticksMin,
            final BigInteger ticksMax,
            final BigInteger lotsMax,
            final BigInteger paid) {
        final BigInteger room = AMOUNT_MAX.multiply(ticksMin).divide(lotsMax);
        if (room.compareTo(LONG_MAX) > 0) {
            // Finer lots, until the value of one at a price of one tick is a long.
            return inverse(priceScale, lotScale + 1, ticksMin, ticksMax, lotsMax.multiply(BigInteger.TEN), paid);
        }
        final int shift = priceScale - lotScale;
        final int power = Math.min(exponent(room), moneyScaleMax(paid) + shift);
        return checked(power, priceScale, lotScale, power - shift, ticksMin, ticksMax, lotsMax);
    }

    /** Most decimals with which the largest commission has room. */
    private static int moneyScaleMax(final BigInteger paid) {
        return paid.signum() == 0 ? Short.MAX_VALUE : exponent(AMOUNT_MAX.divide(paid));
    }

    private static FillScales checked(
            final int power,
            final int priceScale,
            final int lotScale,
            final int moneyScale,
            final BigInteger ticksMin,
            final BigInteger ticksMax,
            final BigInteger lotsMax) {
        final boolean fits = power >= 0 && ticksMax.compareTo(AMOUNT_MAX) <= 0 && lotsMax.compareTo(AMOUNT_MAX) <= 0;
        if (!fits) {
            throw new IllegalArgumentException(
                    "prices, quantities and commissions of this sequence need more digits together"
                            + " than an amount of the engine has");
        }
        return new FillScales(
                priceScale,
                lotScale,
                moneyScale,
                BigInteger.TEN.pow(power).longValueExact(),
                ticksMin.longValueExact(),
                ticksMax.longValueExact(),
                lotsMax.longValueExact());
    }

    private static List<BigDecimal> allPrices(final List<FillSequence.Fill> fills, final List<BigDecimal> prices) {
        return Stream.concat(fills.stream().map(FillSequence.Fill::price), prices.stream())
                .toList();
    }

    private static int scaleOf(final BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    private static BigInteger steps(final BigDecimal number, final int scale) {
        return number.movePointRight(scale).toBigIntegerExact();
    }

    /** Largest power of ten within a number; -1 when it is 0. */
    private static int exponent(final BigInteger number) {
        return number.signum() == 0 ? -1 : number.toString().length() - 1;
    }

    /** A price in ticks. */
    long ticks(final BigDecimal price) {
        return price.movePointRight(priceScale).longValueExact();
    }

    /** A signed quantity in lots. */
    long lots(final BigDecimal quantity) {
        return quantity.movePointRight(lotScale).longValueExact();
    }

    /** Signed lots as a quantity. */
    BigDecimal quantity(final long lots) {
        return BigDecimal.valueOf(lots, lotScale);
    }

    /** Signed minor units as an amount of the settlement currency. */
    BigDecimal money(final long minorUnits) {
        return BigDecimal.valueOf(minorUnits, moneyScale);
    }

    /** An amount of the settlement currency in minor units, to the nearest. */
    long minorUnitsNearest(final BigDecimal amount) {
        return amount.movePointRight(moneyScale)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
