package io.plimsoll.config.portfolio;

import io.plimsoll.config.Section;
import io.plimsoll.config.Value;
import io.plimsoll.config.scenario.Femto;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads market and positions. Which keys there are is said here and in {@link PositionReader}, and nowhere else. */
final class PortfolioReader {
    static final BigDecimal PRICE_MAX = new BigDecimal("700000");
    static final int POSITIONS_MAX = 10_000;

    private static final BigDecimal MONEY_MAX = new BigDecimal("1000000000000");
    private static final long TIME_MIN = 1_000_000_000L;
    private static final long TIME_MAX = 7_978_435_200_000_000_000L;
    private static final long HUNDREDTH = Femto.ONE / 100;
    private static final long RATE_MAX = 50 * HUNDREDTH;
    private static final long VOLATILITY_MAX = 5 * Femto.ONE;
    private static final long DAILY_MAX = 50 * HUNDREDTH;
    private static final long DAILY_MIN = HUNDREDTH / 100;
    private static final long FUNDING_MAX = 10 * HUNDREDTH;
    private static final long SVI_MAX = 100 * Femto.ONE;

    private PortfolioReader() {}

    /** What the file says; it has a meaning only when nothing was reported. */
    static PortfolioText read(final Section root) {
        final Section market = root.section("market");
        final long time = market.value("time").asTime(TIME_MIN, TIME_MAX);
        final long rate = rate(market).orElse(0L);
        final List<UnderlyingText> underlyings = underlyings(market.section("underlyings"));
        market.close();
        final BigDecimal cash = root.optional("cash")
                .map(value -> value.asDecimal(MONEY_MAX.negate(), MONEY_MAX))
                .orElse(BigDecimal.ZERO);
        final List<PositionText> positions =
                root.optional("positions").map(value -> value.asSections(POSITIONS_MAX)).orElse(List.of()).stream()
                        .map(section -> new PositionReader(section, underlyings).read())
                        .toList();
        root.close();
        return new PortfolioText(time, rate, underlyings, cash, positions);
    }

    private static Optional<Long> rate(final Section section) {
        return section.optional("rate").map(value -> value.asFemtoShare(-RATE_MAX, RATE_MAX));
    }

    private static List<UnderlyingText> underlyings(final Section section) {
        final List<UnderlyingText> underlyings = new ArrayList<>();
        for (final String name : section.names()) {
            final Place place = Place.of(section, name);
            underlyings.add(underlying(name, section.section(name), place));
        }
        return underlyings;
    }

    private static UnderlyingText underlying(final String name, final Section section, final Place place) {
        final UnderlyingText underlying = new UnderlyingText(
                name,
                section.value("price").asPositiveDecimal(PRICE_MAX),
                section.optional("daily-volatility").map(value -> value.asFemtoShare(DAILY_MIN, DAILY_MAX)),
                section.optional("dvol").map(PortfolioReader::volatility),
                section.optional("daily-volume").map(value -> value.asPositiveDecimal(MONEY_MAX)),
                section.optional("funding-8h").map(value -> value.asFemtoShare(-FUNDING_MAX, FUNDING_MAX)),
                section.optional("open-interest").map(value -> value.asPositiveDecimal(MONEY_MAX)),
                section.optional("confidence").map(PortfolioReader::share),
                section.optional("perpetual").map(value -> value.asPositiveDecimal(PRICE_MAX)),
                section.optional("haircut").map(PortfolioReader::share),
                section.optional("initial-haircut").map(PortfolioReader::share),
                section.optional("liability-haircut").map(PortfolioReader::share),
                section.optionalSection("expiries")
                        .map(PortfolioReader::expiries)
                        .orElse(List.of()),
                place);
        if (underlying.dailyVolatility().isEmpty() && underlying.dvol().isEmpty()) {
            section.error(section.name() + " has neither daily-volatility nor dvol; allowed: one of them, or both");
        }
        section.close();
        return underlying;
    }

    private static long share(final Value value) {
        return value.asFemtoShare(0, Femto.ONE);
    }

    private static long volatility(final Value value) {
        return value.asFemtoShare(HUNDREDTH, VOLATILITY_MAX);
    }

    private static List<ExpiryText> expiries(final Section section) {
        final List<ExpiryText> expiries = new ArrayList<>();
        for (final String name : section.names()) {
            final Place place = Place.of(section, name);
            final Section expiry = section.section(name);
            expiries.add(new ExpiryText(
                    name,
                    expiry.value("time").asTime(TIME_MIN, TIME_MAX),
                    expiry.optional("forward").map(value -> value.asPositiveDecimal(PRICE_MAX)),
                    expiry.optional("future").map(value -> value.asPositiveDecimal(PRICE_MAX)),
                    rate(expiry),
                    smile(expiry),
                    place));
            expiry.close();
        }
        return expiries;
    }

    private static Optional<SmileText> smile(final Section expiry) {
        final Optional<Long> flat = expiry.optional("volatility").map(PortfolioReader::volatility);
        final List<Long> svi =
                expiry.optionalSection("svi").map(PortfolioReader::svi).orElse(List.of());
        final List<SmileText.Point> points = expiry.optionalSection("volatilities")
                .map(PortfolioReader::points)
                .orElse(List.of());
        final int forms = (flat.isPresent() ? 1 : 0) + (svi.isEmpty() ? 0 : 1) + (points.isEmpty() ? 0 : 1);
        if (forms > 1) {
            expiry.error(expiry.name() + " has volatilities in " + forms
                    + " forms; allowed: one of volatility, volatilities, svi");
        }
        return forms == 0 ? Optional.empty() : Optional.of(new SmileText(flat, svi, points));
    }

    private static List<Long> svi(final Section section) {
        final List<Long> parameters = new ArrayList<>();
        for (final String name : List.of("a", "b", "rho", "m", "sigma")) {
            parameters.add(section.value(name).asFemto(-SVI_MAX, SVI_MAX));
        }
        section.close();
        return parameters;
    }

    private static List<SmileText.Point> points(final Section section) {
        final List<SmileText.Point> points = new ArrayList<>();
        for (final String name : section.names()) {
            final long volatility = volatility(section.value(name));
            final BigDecimal strike = strike(section, name);
            if (!points.isEmpty() && points.get(points.size() - 1).strike().compareTo(strike) >= 0) {
                section.error(name, section.name() + ": strike " + name + " is not above the one before");
            }
            points.add(new SmileText.Point(strike, volatility));
        }
        return points;
    }

    private static BigDecimal strike(final Section section, final String name) {
        try {
            final BigDecimal strike = new BigDecimal(name.replace("_", ""));
            if (strike.signum() > 0 && strike.compareTo(PRICE_MAX) <= 0) {
                return strike;
            }
        } catch (final NumberFormatException e) {
            section.error(name, section.name() + ": '" + name + "' is not a strike; allowed: a price such as 100_000");
            return BigDecimal.ZERO;
        }
        section.error(
                name,
                section.name() + ": strike " + name + " is out of range; allowed: above 0, up to "
                        + PRICE_MAX.toPlainString());
        return BigDecimal.ZERO;
    }
}
