package io.plimsoll.config.portfolio;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A position.
 *
 * @param kind what it is in.
 * @param underlying name of the underlying.
 * @param expiry name of the expiry; empty: none.
 * @param strike of an option.
 * @param quantity signed, in units of the underlying; of inverse contracts what they are worth in the margin currency.
 * @param entry price at which it was entered; empty: the price now.
 * @param style of an option.
 * @param place in the file.
 */
public record PositionText(
        PositionKind kind,
        String underlying,
        Optional<String> expiry,
        Optional<BigDecimal> strike,
        BigDecimal quantity,
        Optional<BigDecimal> entry,
        OptionStyle style,
        Place place) {}
