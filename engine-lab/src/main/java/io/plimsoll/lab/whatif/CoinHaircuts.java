package io.plimsoll.lab.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * What of a coin does not count as collateral.
 *
 * @param both off its value for both margins.
 * @param initial off its value for the initial margin besides.
 * @param liability on top of a debt.
 * @param further tiers above the first, marginal: each holds for what of the value is inside it; ascending.
 */
public record CoinHaircuts(double both, double initial, double liability, List<Tier> further) {
    /**
     * A further tier.
     *
     * @param from value of the coins above which it holds.
     * @param both off what is above, for both margins.
     * @param initial off it for the initial margin besides.
     */
    public record Tier(BigDecimal from, double both, double initial) {}

    /** Checks the shares. */
    public CoinHaircuts {
        further = List.copyOf(further);
        if (!(both >= 0 && initial >= 0 && liability >= 0 && both + initial <= 1)) {
            throw new MarketException("haircuts of " + Numbers.percent(both) + " and " + Numbers.percent(initial)
                    + " more; allowed: from 0 %, together up to 100 %");
        }
    }

    /**
     * Haircuts of one tier.
     *
     * @param both off its value for both margins.
     * @param initial off its value for the initial margin besides.
     * @param liability on top of a debt.
     */
    public CoinHaircuts(final double both, final double initial, final double liability) {
        this(both, initial, liability, List.of());
    }

    /**
     * The haircuts of the default model.
     *
     * @param riskClass name of the coin's class.
     * @return its haircuts; a class that is not known has those of {@code other}.
     */
    public static CoinHaircuts ofClass(final String riskClass) {
        return switch (riskClass) {
            case "btc", "eth" -> new CoinHaircuts(0.05, 0.05, 0.05);
            case "large" -> new CoinHaircuts(0.15, 0.10, 0.15);
            default -> new CoinHaircuts(0.40, 0.20, 0.40);
        };
    }

    /** The same where the owner has others: the share of what is not counted of all. */
    BigDecimal of(final BigDecimal value, final BigDecimal others) {
        if (value.signum() <= 0 || others.signum() == 0 || further.isEmpty()) {
            return of(value);
        }
        final BigDecimal all = value.add(others);
        return of(all).multiply(value).divide(all, MathContext.DECIMAL128);
    }

    /** What equity does not count of coins, or counts more of a debt. */
    BigDecimal of(final BigDecimal value) {
        if (value.signum() < 0) {
            return value.negate().multiply(Numbers.decimal(liability));
        }
        BigDecimal sum = value.multiply(Numbers.decimal(both));
        double below = both;
        for (final Tier tier : further) {
            final BigDecimal above = value.subtract(tier.from()).max(BigDecimal.ZERO);
            sum = sum.add(above.multiply(Numbers.decimal(tier.both()).subtract(Numbers.decimal(below))));
            below = tier.both();
        }
        return sum;
    }
}
