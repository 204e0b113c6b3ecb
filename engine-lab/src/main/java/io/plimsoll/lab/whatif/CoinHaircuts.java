package io.plimsoll.lab.whatif;

/**
 * What of a coin does not count as collateral.
 *
 * @param both off its value for both margins.
 * @param initial off its value for the initial margin besides.
 * @param liability on top of a debt.
 */
public record CoinHaircuts(double both, double initial, double liability) {
    /** Checks the shares. */
    public CoinHaircuts {
        if (!(both >= 0 && initial >= 0 && liability >= 0 && both + initial <= 1)) {
            throw new MarketException("haircuts of " + Numbers.percent(both) + " and " + Numbers.percent(initial)
                    + " more; allowed: from 0 %, together up to 100 %");
        }
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
}
