package io.plimsoll.lab.whatif;

import io.plimsoll.config.Nearest;
import io.plimsoll.lab.margin.SettlementWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prices and volatilities at one moment.
 *
 * @param time the moment.
 * @param rate interest rate, continuously compounded.
 * @param underlyings in the order in which they were given.
 */
public record Market(Instant time, double rate, List<UnderlyingMarket> underlyings) {
    /** Copies the list. */
    public Market {
        underlyings = List.copyOf(underlyings);
    }

    /**
     * A market without underlyings, at interest rate 0.
     *
     * @param time the moment.
     * @return the market.
     */
    public static Market at(final Instant time) {
        return new Market(time, 0, List.of());
    }

    /**
     * The same with an interest rate.
     *
     * @param interest continuously compounded.
     * @return another market.
     */
    public Market withRate(final double interest) {
        return new Market(time, interest, underlyings);
    }

    /**
     * The same with one more underlying.
     *
     * @param underlying to add.
     * @return another market.
     * @throws MarketException when there is one of that name, or an expiry of it has passed.
     */
    public Market with(final UnderlyingMarket underlying) {
        if (underlyings.stream().anyMatch(each -> each.name().equals(underlying.name()))) {
            throw new MarketException("underlying " + underlying.name() + " is given twice");
        }
        underlying.expiries().forEach(expiry -> checkNotExpired(underlying.name(), expiry));
        final List<UnderlyingMarket> all = new ArrayList<>(underlyings);
        all.add(underlying);
        return new Market(time, rate, all);
    }

    void checkNotExpired(final String underlying, final Expiry expiry) {
        if (!expiry.time().isAfter(time)) {
            throw new MarketException("expiry " + expiry.name() + " of " + underlying + ", at " + expiry.time()
                    + ", has passed: the market is of " + time);
        }
    }

    /**
     * An underlying.
     *
     * @param name its name.
     * @return the underlying.
     * @throws MarketException when there is none; names the nearest.
     */
    public UnderlyingMarket underlying(final String name) {
        final List<String> names =
                underlyings.stream().map(UnderlyingMarket::name).toList();
        return underlyings.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MarketException("the market has no underlying '" + name + "'; there "
                        + (names.isEmpty() ? "is none" : "are: " + String.join(", ", names))
                        + Nearest.question(name, names)));
    }

    /** A coin: an underlying, or a claim on one. */
    CoinMarket coin(final String name) {
        for (final UnderlyingMarket each : underlyings) {
            for (final ClaimMarket claim : each.claims()) {
                if (claim.name().equals(name)) {
                    return new CoinMarket(each, each.price() * claim.rate(), Optional.of(claim.haircuts()));
                }
            }
        }
        final UnderlyingMarket itself = underlying(name);
        return new CoinMarket(itself, itself.price(), itself.haircuts());
    }

    /** Seconds to an expiry. */
    long seconds(final Expiry expiry) {
        return Math.max(0, Duration.between(time, expiry.time()).toSeconds());
    }

    /** Years to an expiry. */
    double years(final Expiry expiry) {
        return SettlementWindow.years(seconds(expiry));
    }

    /** Interest rate to an expiry. */
    double rate(final Expiry expiry) {
        return expiry.rate().orElse(rate);
    }

    /**
     * The volatility of a strike.
     *
     * @param expiry of the option.
     * @param strike of the option.
     * @return per root of a year.
     * @throws MarketException when the expiry has no volatilities.
     */
    double volatility(final Expiry expiry, final double strike) {
        return expiry.smile()
                .orElseThrow(() -> new MarketException("expiry " + expiry.name()
                        + " has no volatilities; an option needs volatility, volatilities, svi, or dvol of its"
                        + " underlying"))
                .volatility(strike, expiry.forward(), years(expiry));
    }

    /**
     * The market after a shock: prices and volatilities times a factor, volatilities staying with their strikes, time passed.
     *
     * @param shock what happens.
     * @return another market.
     * @throws MarketException when a price or time is impossible; expiries that pass are gone.
     */
    public Market after(final Shock shock) {
        final Instant then = time.plus(shock.passed());
        final List<UnderlyingMarket> shocked = new ArrayList<>();
        for (final UnderlyingMarket each : underlyings) {
            final List<Expiry> expiries = each.expiries().stream()
                    .filter(expiry -> expiry.time().isAfter(then))
                    .map(expiry -> after(expiry, shock))
                    .toList();
            final double factor = 1 + shock.spot();
            shocked.add(new UnderlyingMarket(
                    each.name(),
                    each.price() * factor,
                    each.sigma(),
                    each.perpetual() * factor,
                    each.dailyVolume(),
                    each.funding(),
                    each.openInterest(),
                    each.confidence(),
                    each.haircuts(),
                    expiries,
                    each.claims()));
        }
        return new Market(then, rate, shocked);
    }

    private Expiry after(final Expiry expiry, final Shock shock) {
        final double factor = 1 + shock.spot();
        return new Expiry(
                expiry.name(),
                expiry.time(),
                expiry.forward() * factor,
                expiry.future() * factor,
                expiry.rate(),
                expiry.smile().map(smile -> smile.held(expiry.forward(), years(expiry), 1 + shock.volatility())),
                expiry.window());
    }
}
