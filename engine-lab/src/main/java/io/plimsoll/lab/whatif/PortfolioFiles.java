package io.plimsoll.lab.whatif;

import io.plimsoll.config.ConfigError;
import io.plimsoll.config.ConfigException;
import io.plimsoll.config.portfolio.ExpiryText;
import io.plimsoll.config.portfolio.OptionStyle;
import io.plimsoll.config.portfolio.Place;
import io.plimsoll.config.portfolio.PortfolioFile;
import io.plimsoll.config.portfolio.PortfolioText;
import io.plimsoll.config.portfolio.PositionKind;
import io.plimsoll.config.portfolio.PositionText;
import io.plimsoll.config.portfolio.SmileText;
import io.plimsoll.config.portfolio.UnderlyingText;
import io.plimsoll.config.scenario.Femto;
import io.plimsoll.core.math.Svi;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.SettlementWindow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Portfolio files as a market and a portfolio. What cannot be priced is refused with file, line and column. */
public final class PortfolioFiles {
    private static final double ONE = Femto.ONE;
    private static final double DAYS_PER_YEAR = 365;
    private static final long SECOND_NS = 1_000_000_000L;

    private final PortfolioText text;
    private final List<ConfigError> errors = new ArrayList<>();

    private PortfolioFiles(final PortfolioText text) {
        this.text = text;
    }

    /**
     * Reads a YAML file.
     *
     * @param path of the file.
     * @return market and portfolio.
     * @throws ConfigException with everything that is wrong.
     */
    public static PortfolioBook read(final Path path) {
        return of(PortfolioFile.read(path));
    }

    /**
     * Makes market and portfolio of a file's text.
     *
     * @param text what the file says.
     * @return market and portfolio.
     * @throws ConfigException with everything that is wrong.
     */
    public static PortfolioBook of(final PortfolioText text) {
        return new PortfolioFiles(text).book();
    }

    private PortfolioBook book() {
        Market market = Market.at(instant(text.timeNs())).withRate(text.rate() / ONE);
        for (final UnderlyingText each : text.underlyings()) {
            try {
                market = market.with(underlying(each, market));
            } catch (final MarketException e) {
                errors.add(each.place().error(e.getMessage()));
            }
        }
        Portfolio portfolio = new Portfolio(text.cash(), List.of());
        for (final PositionText each : text.positions()) {
            portfolio = with(portfolio, each, market);
        }
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
        return new PortfolioBook(market, portfolio);
    }

    private static Instant instant(final long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, SECOND_NS), Math.floorMod(ns, SECOND_NS));
    }

    private UnderlyingMarket underlying(final UnderlyingText from, final Market market) {
        final double price = from.price().doubleValue();
        final double sigma = from.dailyVolatility()
                .map(daily -> daily / ONE)
                .orElseGet(() -> from.dvol().orElseThrow() / ONE / Math.sqrt(DAYS_PER_YEAR));
        UnderlyingMarket underlying = UnderlyingMarket.of(from.name(), price, sigma)
                .withPerpetual(from.perpetual().orElse(from.price()).doubleValue())
                .withDailyVolume(from.dailyVolume().orElse(BigDecimal.ZERO).doubleValue())
                .withFunding(from.funding8h().orElse(0L) / ONE)
                .withOpenInterest(from.openInterest().orElse(BigDecimal.ZERO).doubleValue())
                .withConfidence(from.confidence().orElse(Femto.ONE) / ONE);
        underlying = withHaircuts(underlying, from);
        final PointsCheck points = new PointsCheck(from.name(), market.time());
        for (final ExpiryText each : from.expiries()) {
            try {
                final Expiry expiry = expiry(each, from);
                market.checkNotExpired(from.name(), expiry);
                final UnderlyingMarket more = underlying.with(expiry);
                points.check(expiry, more.expiries());
                underlying = more;
            } catch (final MarketException e) {
                errors.add(each.place().error(e.getMessage()));
            }
        }
        return underlying;
    }

    /** A file gives all haircuts or none: those that it leaves out are then as the first. */
    private static UnderlyingMarket withHaircuts(final UnderlyingMarket underlying, final UnderlyingText from) {
        if (from.haircut().isEmpty()
                && from.initialHaircut().isEmpty()
                && from.liabilityHaircut().isEmpty()) {
            return underlying;
        }
        final double both = from.haircut().orElse(0L) / ONE;
        return underlying.withHaircuts(new CoinHaircuts(
                both,
                from.initialHaircut().orElse(0L) / ONE,
                from.liabilityHaircut().map(share -> share / ONE).orElse(both)));
    }

    private static Expiry expiry(final ExpiryText from, final UnderlyingText underlying) {
        final double forward = from.forward().orElse(underlying.price()).doubleValue();
        final double future = from.future().map(BigDecimal::doubleValue).orElse(forward);
        final Optional<Smile> smile = from.smile()
                .map(PortfolioFiles::smile)
                .or(() -> underlying.dvol().map(dvol -> Smile.flat(dvol / ONE)));
        final OptionalDouble rate =
                from.rate().map(each -> OptionalDouble.of(each / ONE)).orElse(OptionalDouble.empty());
        return new Expiry(from.name(), instant(from.timeNs()), forward, future, rate, smile, SettlementWindow.DEFAULT);
    }

    private static Smile smile(final SmileText from) {
        if (from.flat().isPresent()) {
            return Smile.flat(from.flat().get() / ONE);
        }
        if (from.svi().isEmpty()) {
            return Smile.points(
                    from.points().stream()
                            .mapToDouble(point -> point.strike().doubleValue())
                            .toArray(),
                    from.points().stream()
                            .mapToDouble(point -> point.volatility() / ONE)
                            .toArray());
        }
        final double[] svi =
                from.svi().stream().mapToDouble(parameter -> parameter / ONE).toArray();
        return Smile.svi(new Svi(svi[0], svi[1], svi[2], svi[3], svi[4]));
    }

    private Portfolio with(final Portfolio portfolio, final PositionText from, final Market market) {
        try {
            final InstrumentName instrument =
                    new InstrumentName(kind(from.kind()), from.underlying(), from.expiry(), from.strike());
            if (from.kind().isInverse()) {
                return errors.isEmpty()
                        ? portfolio.with(InverseContract.positions(instrument, from.quantity(), from.entry(), market))
                        : portfolio;
            }
            final Position position =
                    new Position(instrument, from.quantity(), from.entry(), from.style() == OptionStyle.PREMIUM);
            if (errors.isEmpty()) {
                Marks.of(instrument, market);
            }
            return portfolio.with(position);
        } catch (final MarketException e) {
            report(from.place(), e);
            return portfolio;
        }
    }

    private static RiskKind kind(final PositionKind from) {
        return switch (from) {
            case COIN -> RiskKind.COIN;
            case PERPETUAL, INVERSE_PERPETUAL -> RiskKind.PERPETUAL;
            case FUTURE, INVERSE_FUTURE -> RiskKind.FUTURE;
            case CALL -> RiskKind.CALL;
            case PUT -> RiskKind.PUT;
        };
    }

    private void report(final Place place, final MarketException e) {
        errors.add(place.error(e.getMessage()));
    }
}
