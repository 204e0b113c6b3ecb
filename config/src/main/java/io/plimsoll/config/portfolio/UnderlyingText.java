package io.plimsoll.config.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an underlying. Shares are x 10^15.
 *
 * @param name as in the scenario set.
 * @param price its price.
 * @param dailyVolatility standard deviation of a day's return; empty: from the volatility index.
 * @param dvol volatility index, per root of a year.
 * @param dailyVolume traded in a day, in the margin currency.
 * @param funding8h rate that longs in perpetuals pay to shorts for the next 8 hours.
 * @param openInterest in all instruments of the underlying, in the margin currency.
 * @param confidence how sure the price is.
 * @param perpetual price of the perpetual; empty: the price.
 * @param haircut off the value of a coin for both margins; empty: by class.
 * @param initialHaircut off its value for the initial margin besides; empty: by class.
 * @param liabilityHaircut on top of a debt; empty: as the haircut.
 * @param expiries in the order of the file.
 * @param place in the file.
 */
public record UnderlyingText(
        String name,
        BigDecimal price,
        Optional<Long> dailyVolatility,
        Optional<Long> dvol,
        Optional<BigDecimal> dailyVolume,
        Optional<Long> funding8h,
        Optional<BigDecimal> openInterest,
        Optional<Long> confidence,
        Optional<BigDecimal> perpetual,
        Optional<Long> haircut,
        Optional<Long> initialHaircut,
        Optional<Long> liabilityHaircut,
        List<ExpiryText> expiries,
        Place place) {
    /** Copies the list. */
    public UnderlyingText {
        expiries = List.copyOf(expiries);
    }
}
