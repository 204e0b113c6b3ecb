package io.plimsoll.lab.whatif;

import io.plimsoll.config.Nearest;
import io.plimsoll.core.math.SurfaceCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an underlying.
 *
 * @param name as in the scenario set.
 * @param price its price.
 * @param sigma standard deviation of a day's return.
 * @param perpetual price of its perpetual.
 * @param dailyVolume traded in a day, in the margin currency; 0: not known.
 * @param funding rate that longs in perpetuals pay to shorts for the next 8 hours.
 * @param openInterest in all its instruments, in the margin currency; 0: not known.
 * @param confidence how sure the price is, from 0 to 1.
 * @param haircuts of the coin; empty: by class.
 * @param expiries by time.
 * @param claims what redeems for it, and moves with it.
 */
public record UnderlyingMarket(
        String name,
        double price,
        double sigma,
        double perpetual,
        double dailyVolume,
        double funding,
        double openInterest,
        double confidence,
        Optional<CoinHaircuts> haircuts,
        List<Expiry> expiries,
        List<ClaimMarket> claims) {
    /** Largest price: what is larger does not fit the integers of a row under a scenario of +500 %. */
    public static final double PRICE_MAX = 700_000;

    private static final double SIGMA_MAX = 0.5;
    private static final double SIGMA_MIN = 0.0001;

    /** Checks the figures. */
    public UnderlyingMarket {
        checkPrice(price, "the price of " + name);
        checkPrice(perpetual, "the perpetual of " + name);
        if (!(sigma >= SIGMA_MIN && sigma <= SIGMA_MAX)) {
            throw new MarketException(
                    "the daily volatility of " + name + " is " + Numbers.percent(sigma) + "; allowed: 0.01 % to 50 %");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new MarketException(
                    "the confidence of " + name + " is " + Numbers.percent(confidence) + "; allowed: 0 % to 100 %");
        }
        expiries = List.copyOf(expiries);
        claims = List.copyOf(claims);
    }

    /**
     * An underlying without expiries.
     *
     * @param name as in the scenario set.
     * @param price of itself and its perpetual.
     * @param sigma standard deviation of a day's return, 0.024 for 2.4 %.
     * @return the underlying.
     */
    public static UnderlyingMarket of(final String name, final double price, final double sigma) {
        return new UnderlyingMarket(name, price, sigma, price, 0, 0, 0, 1, Optional.empty(), List.of(), List.of());
    }

    static void checkPrice(final double price, final String what) {
        if (!(price > 0 && price <= PRICE_MAX)) {
            throw new MarketException(
                    what + " is " + Numbers.plain(price) + "; allowed: above 0, up to " + Numbers.plain(PRICE_MAX));
        }
    }

    /**
     * The same with one more expiry.
     *
     * @param expiry to add.
     * @return another underlying.
     * @throws MarketException when there is one of that name or time, or its volatilities do not go with the others'.
     */
    public UnderlyingMarket with(final Expiry expiry) {
        final List<Expiry> all = new ArrayList<>(expiries);
        for (final Expiry other : expiries) {
            if (other.name().equals(expiry.name())) {
                throw new MarketException("expiry " + expiry.name() + " of " + name + " is given twice");
            }
            if (other.time().equals(expiry.time())) {
                throw new MarketException("expiries " + other.name() + " and " + expiry.name() + " of " + name
                        + " are at the same time, " + expiry.time());
            }
        }
        all.add(expiry);
        all.sort(Comparator.comparing(Expiry::time));
        checkCalendar(all);
        return withExpiries(all);
    }

    private void checkCalendar(final List<Expiry> all) {
        final SurfaceCheck check = new SurfaceCheck();
        Expiry before = null;
        for (final Expiry each : all) {
            if (each.smile().flatMap(Smile::slice).isEmpty()) {
                continue;
            }
            if (before != null
                    && check.calendar(
                                    before.smile().flatMap(Smile::slice).orElseThrow(),
                                    each.smile().flatMap(Smile::slice).orElseThrow(),
                                    -Smile.REACH,
                                    Smile.REACH,
                                    Smile.STEPS)
                            != SurfaceCheck.Fault.NONE) {
                throw new MarketException("the SVI surface of " + name + "-" + each.name() + " cannot be priced with: "
                        + Smile.fault(check));
            }
            before = each;
        }
    }

    UnderlyingMarket withExpiries(final List<Expiry> all) {
        return new UnderlyingMarket(
                name, price, sigma, perpetual, dailyVolume, funding, openInterest, confidence, haircuts, all, claims);
    }

    /**
     * The same with another price of the perpetual.
     *
     * @param mark in the margin currency.
     * @return another underlying.
     */
    public UnderlyingMarket withPerpetual(final double mark) {
        return new UnderlyingMarket(
                name, price, sigma, mark, dailyVolume, funding, openInterest, confidence, haircuts, expiries, claims);
    }

    /**
     * The same with a daily volume, for concentration.
     *
     * @param volume in the margin currency.
     * @return another underlying.
     */
    public UnderlyingMarket withDailyVolume(final double volume) {
        return new UnderlyingMarket(
                name, price, sigma, perpetual, volume, funding, openInterest, confidence, haircuts, expiries, claims);
    }

    /**
     * The same with a funding rate.
     *
     * @param rate that longs in perpetuals pay to shorts for the next 8 hours, 0.0001 for 0.01 %; negative: shorts pay.
     * @return another underlying.
     */
    public UnderlyingMarket withFunding(final double rate) {
        return new UnderlyingMarket(
                name, price, sigma, perpetual, dailyVolume, rate, openInterest, confidence, haircuts, expiries, claims);
    }

    /**
     * The same with an open interest.
     *
     * @param amount in all its instruments, in the margin currency.
     * @return another underlying.
     */
    public UnderlyingMarket withOpenInterest(final double amount) {
        return new UnderlyingMarket(
                name, price, sigma, perpetual, dailyVolume, funding, amount, confidence, haircuts, expiries, claims);
    }

    /**
     * The same with a confidence.
     *
     * @param sure from 0 to 1.
     * @return another underlying.
     */
    public UnderlyingMarket withConfidence(final double sure) {
        return new UnderlyingMarket(
                name, price, sigma, perpetual, dailyVolume, funding, openInterest, sure, haircuts, expiries, claims);
    }

    /**
     * The same with haircuts of its own.
     *
     * @param own haircuts of the coin.
     * @return another underlying.
     */
    public UnderlyingMarket withHaircuts(final CoinHaircuts own) {
        return new UnderlyingMarket(
                name,
                price,
                sigma,
                perpetual,
                dailyVolume,
                funding,
                openInterest,
                confidence,
                Optional.of(own),
                expiries,
                claims);
    }

    /**
     * The same with one more claim on it.
     *
     * @param claim what redeems for it.
     * @return another underlying.
     */
    public UnderlyingMarket with(final ClaimMarket claim) {
        final List<ClaimMarket> all = new ArrayList<>(claims);
        all.add(claim);
        return new UnderlyingMarket(
                name, price, sigma, perpetual, dailyVolume, funding, openInterest, confidence, haircuts, expiries, all);
    }

    /**
     * An expiry.
     *
     * @param expiryName its name.
     * @return the expiry.
     * @throws MarketException when there is none; names the nearest.
     */
    public Expiry expiry(final String expiryName) {
        final List<String> names = expiries.stream().map(Expiry::name).toList();
        return expiries.stream()
                .filter(each -> each.name().equals(expiryName))
                .findFirst()
                .orElseThrow(() -> new MarketException(name + " has no expiry '" + expiryName + "'; there "
                        + (names.isEmpty() ? "is none" : "are: " + String.join(", ", names))
                        + Nearest.question(expiryName, names)));
    }
}
