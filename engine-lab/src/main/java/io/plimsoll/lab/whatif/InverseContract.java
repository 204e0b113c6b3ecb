package io.plimsoll.lab.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A contract that is worth a fixed amount of the margin currency at every price and pays profit and loss in coin,
 * {@code value x (1 / entry - 1 / price)}. From the price now on its worth in the margin currency is that of a linear contract of
 * {@code value / price} coins; what it has gained until now is coin, which moves with the price as any other.
 */
final class InverseContract {
    private static final int QUANTITY_SCALE = 8;

    private InverseContract() {}

    /**
     * The linear contract and the coin that stand for one.
     *
     * @param linear name of the linear contract.
     * @param value in the margin currency, signed.
     * @param entry price at which it was entered; empty: the price now.
     * @param market prices.
     * @return one or two positions, quantities rounded to 8 decimals, halves to even.
     * @throws MarketException when the market has no price, or the quantity rounds to nothing.
     */
    static List<Position> positions(
            final InstrumentName linear,
            final BigDecimal value,
            final Optional<BigDecimal> entry,
            final Market market) {
        final BigDecimal now = coins(value, Marks.of(linear, market));
        final List<Position> positions = new ArrayList<>();
        positions.add(new Position(linear, rounded(now), Optional.empty(), true));
        final BigDecimal gained =
                rounded(entry.map(price -> coins(value, price).subtract(now)).orElse(BigDecimal.ZERO));
        if (gained.signum() != 0) {
            final InstrumentName coin = InstrumentName.parse(linear.underlying());
            positions.add(new Position(coin, gained, Optional.empty(), true));
        }
        return positions;
    }

    private static BigDecimal coins(final BigDecimal value, final BigDecimal price) {
        return value.divide(price, MathContext.DECIMAL128);
    }

    private static BigDecimal rounded(final BigDecimal quantity) {
        return quantity.setScale(QUANTITY_SCALE, RoundingMode.HALF_EVEN);
    }
}
