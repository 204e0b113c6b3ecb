package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.RiskKind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What a position is in, by name: {@code BTC} a coin, {@code BTC-PERP} a perpetual, {@code BTC-26DEC25} a future,
 * {@code BTC-26DEC25-100000-C} a call, {@code -P} a put.
 *
 * @param kind what it is.
 * @param underlying name of the underlying.
 * @param expiry name of the expiry; empty: none.
 * @param strike of an option.
 */
public record InstrumentName(RiskKind kind, String underlying, Optional<String> expiry, Optional<BigDecimal> strike) {
    private static final String PERPETUAL = "PERP";
    private static final String PERPETUAL_LONG = "PERPETUAL";
    private static final String FORMS =
            "allowed: BTC, BTC-PERP, BTC-26DEC25, BTC-26DEC25-100000-C or BTC-26DEC25-100000-P";
    private static final int OPTION_PARTS = 4;
    private static final int STRIKE = 2;
    private static final int SIDE = 3;

    /** Checks that a kind has what it needs. */
    public InstrumentName {
        if (kind.isOption() != strike.isPresent()
                || (kind.isOption() || kind == RiskKind.FUTURE) != expiry.isPresent()) {
            throw new MarketException("a " + kind.name().toLowerCase(Locale.ROOT) + " of " + underlying
                    + " with expiry " + expiry.orElse("none") + " and strike "
                    + strike.map(BigDecimal::toPlainString).orElse("none") + " is no instrument");
        }
    }

    /**
     * Reads a name.
     *
     * @param text such as {@code BTC-26DEC25-100000-C}.
     * @return what it names.
     * @throws MarketException when it is no name; the market decides whether there is such an instrument.
     */
    public static InstrumentName parse(final String text) {
        final String[] parts = text.toUpperCase(Locale.ROOT).split("-", -1);
        for (final String part : parts) {
            if (part.isEmpty()) {
                throw no(text);
            }
        }
        if (parts.length == 1) {
            return new InstrumentName(RiskKind.COIN, parts[0], Optional.empty(), Optional.empty());
        }
        if (parts.length == 2) {
            return parts[1].equals(PERPETUAL) || parts[1].equals(PERPETUAL_LONG)
                    ? new InstrumentName(RiskKind.PERPETUAL, parts[0], Optional.empty(), Optional.empty())
                    : new InstrumentName(RiskKind.FUTURE, parts[0], Optional.of(parts[1]), Optional.empty());
        }
        if (parts.length == OPTION_PARTS && (parts[SIDE].equals("C") || parts[SIDE].equals("P"))) {
            return new InstrumentName(
                    parts[SIDE].equals("C") ? RiskKind.CALL : RiskKind.PUT,
                    parts[0],
                    Optional.of(parts[1]),
                    Optional.of(strike(parts[STRIKE], text)));
        }
        throw no(text);
    }

    private static BigDecimal strike(final String part, final String text) {
        try {
            final BigDecimal strike = new BigDecimal(part.replace("_", ""));
            UnderlyingMarket.checkPrice(strike.doubleValue(), "the strike of '" + text + "'");
            return strike;
        } catch (final NumberFormatException e) {
            throw new MarketException("'" + text + "' has no strike: '" + part + "' is not a number");
        }
    }

    private static MarketException no(final String text) {
        return new MarketException("'" + text + "' is no instrument; " + FORMS);
    }

    /** {@return the name, as it is read} */
    @Override
    public String toString() {
        return switch (kind) {
            case COIN -> underlying;
            case PERPETUAL -> underlying + "-" + PERPETUAL;
            case FUTURE -> underlying + "-" + expiry.orElseThrow();
            case CALL, PUT ->
                underlying + "-" + expiry.orElseThrow() + "-" + Numbers.plain(strike.orElseThrow())
                        + (kind == RiskKind.CALL ? "-C" : "-P");
        };
    }
}
