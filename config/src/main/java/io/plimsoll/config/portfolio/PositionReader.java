package io.plimsoll.config.portfolio;

import io.plimsoll.config.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads one position of a portfolio file. */
final class PositionReader {
    private static final BigDecimal QUANTITY_MAX = new BigDecimal("1000000000");
    private static final int DECIMALS_MAX = 8;

    private final Section section;
    private final List<UnderlyingText> underlyings;

    PositionReader(final Section section, final List<UnderlyingText> underlyings) {
        this.section = section;
        this.underlyings = underlyings;
    }

    PositionText read() {
        final PositionKind kind = section.value("kind").asChoice(PositionKind.class);
        final String underlying = section.value("underlying")
                .asReference(
                        "market.underlyings",
                        underlyings.stream().map(UnderlyingText::name).toList());
        final Optional<String> expiry = section.optional("expiry")
                .map(value -> value.asReference("expiries of the underlying", expiries(underlying)));
        final Optional<BigDecimal> strike =
                section.optional("strike").map(value -> value.asPositiveDecimal(PortfolioReader.PRICE_MAX));
        final PositionText position = new PositionText(
                kind,
                underlying,
                expiry,
                strike,
                quantity(),
                section.optional("entry").map(value -> value.asPositiveDecimal(PortfolioReader.PRICE_MAX)),
                section.optional("style")
                        .map(value -> value.asChoice(OptionStyle.class))
                        .orElse(OptionStyle.PREMIUM),
                Place.of(section, ""));
        check(position);
        section.close();
        return position;
    }

    private List<String> expiries(final String underlying) {
        return underlyings.stream()
                .filter(each -> each.name().equals(underlying))
                .flatMap(each -> each.expiries().stream())
                .map(ExpiryText::name)
                .toList();
    }

    private BigDecimal quantity() {
        final BigDecimal quantity = section.value("quantity").asDecimal(QUANTITY_MAX.negate(), QUANTITY_MAX);
        if (quantity.stripTrailingZeros().scale() > DECIMALS_MAX) {
            section.error("quantity", section.name() + ".quantity has more than " + DECIMALS_MAX + " decimals");
        }
        return quantity;
    }

    private void check(final PositionText position) {
        final boolean isOption = position.kind().isOption();
        needs(
                "expiry",
                position.expiry().isPresent(),
                isOption || position.kind().isFuture());
        needs("strike", position.strike().isPresent(), isOption);
        if (position.kind() == PositionKind.COIN && position.entry().isPresent()) {
            section.error("entry", section.name() + ".entry does not go with kind coin");
        }
        if (!isOption && position.style() == OptionStyle.FUTURES) {
            section.error("style", section.name() + ".style goes with kind call and put only");
        }
    }

    private void needs(final String key, final boolean isThere, final boolean isNeeded) {
        final String kind = "this kind of position";
        if (isNeeded && !isThere) {
            section.error("missing key '" + key + "' in " + section.name() + "; " + kind + " has one");
        } else if (isThere && !isNeeded) {
            section.error(key, section.name() + "." + key + " does not go with " + kind);
        }
    }
}
