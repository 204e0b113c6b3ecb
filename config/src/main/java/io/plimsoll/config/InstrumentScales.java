package io.plimsoll.config;

import io.plimsoll.config.MarketsConfig.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Ticks, lots and minor units of one instrument, derived from its decimals. What is not exact or does not fit is reported. */
final class InstrumentScales {
    /** Largest amount that one position may be worth, in minor units: the engine refuses more. */
    private static final BigDecimal AMOUNT_MAX = BigDecimal.valueOf(1L << 54);

    private static final int MARGIN_CURRENCY_SCALE = 6;
    private static final String MARGIN_CURRENCY = "USD";

    private final Section entry;
    private final Kind kind;
    private final MarketsConfig.Asset settlement;
    private final MarketsConfig.Asset underlying;
    private final String quoteName;
    private final int quoteScale;
    private long tickValue;
    private long ticksMin;
    private long ticksMax;
    private long lotsMax;
    private long lotSizeMinor;
    private long contractValueMinor;

    /** {@code quote} null stands for the margin currency. */
    InstrumentScales(
            final Section entry,
            final Kind kind,
            final MarketsConfig.Asset settlement,
            final MarketsConfig.Asset underlying,
            final MarketsConfig.Asset quote) {
        this.entry = entry;
        this.kind = kind;
        this.settlement = settlement;
        this.underlying = underlying;
        this.quoteName = quote == null ? MARGIN_CURRENCY : quote.symbol();
        this.quoteScale = quote == null ? MARGIN_CURRENCY_SCALE : quote.scale();
    }

    /** Derives everything; to be called once. {@code lotSize} is the contract value of an inverse contract. */
    void derive(
            final BigDecimal tickSize,
            final BigDecimal lotSize,
            final BigDecimal priceMax,
            final BigDecimal positionMax,
            final Optional<BigDecimal> priceMin) {
        final int before = entry.reading().count();
        if (kind.hasLotSizeInUnderlying()) {
            lotSizeMinor = whole("lot-size", lotSize, underlying.scale());
        } else if (kind.isInverse()) {
            contractValueMinor = whole("contract-value", lotSize, quoteScale);
        }
        if (entry.reading().count() == before) {
            tickValue = kind.isInverse() ? inverseTickValue(tickSize, lotSize) : linearTickValue(tickSize, lotSize);
        }
        ticksMax = multiple("price-max", priceMax, "tick-size", tickSize);
        lotsMax = lots("position-max", positionMax, lotSize);
        ticksMin = priceMin.map(price -> multiple("price-min", price, "tick-size", tickSize))
                .orElse(kind.isOption() ? 0L : 1L);
        if (entry.reading().count() == before) {
            checkPriceMin();
        }
        if (entry.reading().count() == before) {
            checkFit();
        }
    }

    /** A quantity as lots, which must be a whole number. */
    long lots(final String key, final BigDecimal quantity, final BigDecimal lotSize) {
        return multiple(key, quantity, kind.isInverse() ? "contract-value" : "lot-size", lotSize);
    }

    private long linearTickValue(final BigDecimal tickSize, final BigDecimal lotSize) {
        final BigDecimal whole = tickSize.multiply(lotSize);
        final BigDecimal minor = whole.movePointRight(settlement.scale());
        return exact(minor, minor.stripTrailingZeros().scale() <= 0, "tick-size x lot-size = " + plain(whole));
    }

    private long inverseTickValue(final BigDecimal tickSize, final BigDecimal contractValue) {
        final BigDecimal[] parts =
                contractValue.movePointRight(settlement.scale()).divideAndRemainder(tickSize);
        return exact(parts[0], parts[1].signum() == 0, "contract-value / tick-size in");
    }

    private long exact(final BigDecimal minor, final boolean isWhole, final String what) {
        if (!isWhole) {
            final BigDecimal unit = BigDecimal.ONE.movePointLeft(settlement.scale());
            entry.error(
                    "tick-size",
                    entry.name() + ": " + what + " " + settlement.symbol()
                            + ", which is not a whole number of its smallest amount, " + unit.toPlainString()
                            + "; allowed: larger ticks or lots");
            return 0;
        }
        if (minor.compareTo(AMOUNT_MAX) > 0) {
            entry.error(
                    "tick-size",
                    entry.name() + ": " + what + " " + settlement.symbol()
                            + " is more than a position may be worth; allowed: larger ticks or smaller lots");
            return 0;
        }
        return minor.longValueExact();
    }

    private long multiple(final String key, final BigDecimal value, final String stepKey, final BigDecimal step) {
        final BigDecimal[] steps = value.divideAndRemainder(step);
        if (steps[1].signum() != 0 || steps[0].abs().compareTo(AMOUNT_MAX) > 0) {
            final BigDecimal multiple =
                    steps[0].max(BigDecimal.ONE).min(AMOUNT_MAX).multiply(step);
            entry.error(
                    key,
                    entry.pathOf(key) + " is " + value.toPlainString() + "; allowed: a multiple of " + stepKey
                            + ", such as " + plain(multiple));
            return 0;
        }
        return steps[0].longValueExact();
    }

    /** A decimal as a whole number of its smallest steps, of {@code scale} decimals. */
    long whole(final String key, final BigDecimal value, final int scale) {
        final BigDecimal steps = value.movePointRight(scale);
        if (steps.stripTrailingZeros().scale() > 0) {
            entry.error(
                    key,
                    entry.pathOf(key) + " is " + value.toPlainString() + ", finer than the smallest step, "
                            + BigDecimal.ONE.movePointLeft(scale).toPlainString());
            return 0;
        }
        if (steps.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            entry.error(key, entry.pathOf(key) + " is " + value.toPlainString() + "; allowed: less");
            return 0;
        }
        return steps.longValueExact();
    }

    private void checkPriceMin() {
        final long least = kind.mayHaveNegativePrices() ? -ticksMax : kind.isOption() ? 0 : 1;
        if (ticksMin < least || ticksMin > ticksMax) {
            final String from = kind.mayHaveNegativePrices() ? "-price-max" : kind.isOption() ? "0" : "tick-size";
            entry.error(
                    "price-min",
                    entry.pathOf("price-min") + " is outside what kind " + Value.choiceName(kind)
                            + " may have; allowed: " + from + " to price-max");
        }
    }

    private void checkFit() {
        final BigDecimal lots = BigDecimal.valueOf(lotsMax);
        if (kind.isInverse()) {
            checkInverseFit(lots);
        } else if (lots.multiply(BigDecimal.valueOf(tickValue))
                        .multiply(BigDecimal.valueOf(ticksMax))
                        .compareTo(AMOUNT_MAX)
                > 0) {
            tooLarge("price-max x position-max", settlement.symbol(), settlement.scale());
        } else if (lots.multiply(BigDecimal.valueOf(lotSizeMinor)).compareTo(AMOUNT_MAX) > 0) {
            tooLarge("position-max", underlying.symbol(), underlying.scale());
        }
    }

    private void checkInverseFit(final BigDecimal lots) {
        final BigDecimal largest = lots.multiply(BigDecimal.valueOf(tickValue));
        if (largest.compareTo(AMOUNT_MAX.multiply(BigDecimal.valueOf(ticksMin))) > 0) {
            tooLarge("position-max / price-min", settlement.symbol(), settlement.scale());
        } else if (lots.multiply(BigDecimal.valueOf(contractValueMinor)).compareTo(AMOUNT_MAX) > 0) {
            tooLarge("position-max", quoteName, quoteScale);
        } else if (tickValue < ticksMax) {
            entry.error(
                    "price-max",
                    entry.name() + ": at price-max a lot is worth less than the smallest amount of "
                            + settlement.symbol() + "; allowed: a larger contract-value or a smaller price-max");
        }
    }

    private void tooLarge(final String what, final String name, final int scale) {
        entry.error(
                "position-max",
                entry.name() + ": " + what + " is more than a position in " + name + " may be worth; allowed: at most "
                        + AMOUNT_MAX
                                .movePointLeft(scale)
                                .setScale(0, RoundingMode.DOWN)
                                .toPlainString());
    }

    private static String plain(final BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    long tickValue() {
        return tickValue;
    }

    long ticksMin() {
        return ticksMin;
    }

    long ticksMax() {
        return ticksMax;
    }

    long lotsMax() {
        return lotsMax;
    }

    long lotSizeMinor() {
        return lotSizeMinor;
    }

    long contractValueMinor() {
        return contractValueMinor;
    }
}
