package io.plimsoll.core;

import static io.plimsoll.core.ReferenceNumbers.ceil;
import static io.plimsoll.core.ReferenceNumbers.rateCeil;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** What the slow twin knows of assets: the dollar, a coin with two tiers of haircuts, a claim on it, and a second coin. */
final class ReferenceAssets {
    private static final int BTC = 2;
    private static final int CLAIM = 3;
    private static final int ETH = 4;
    private static final long MILLION = 1_000_000;
    private static final long[][] HAIRCUTS = {{0, 50_000, 50_000}, {2_000_000_000L, 150_000, 80_000}};
    private static final long[][] CLAIM_HAIRCUTS = {{0, 120_000, 30_000}};
    private static final long[][] SECOND_HAIRCUTS = {{0, 450_000, 150_000}};
    private static final long[][] NO_HAIRCUTS = {{0, 0, 0}};

    private final Map<Integer, Long> caps = new TreeMap<>();
    private final Map<Integer, Long> wrongWayShares = new TreeMap<>();
    private final ReferencePrices prices;

    ReferenceAssets(final ReferencePrices prices) {
        this.prices = prices;
    }

    void cap(final int asset, final long minor) {
        caps.put(asset, minor);
    }

    void wrongWayShare(final int asset, final long ppm) {
        wrongWayShares.put(asset, ppm);
    }

    BigInteger cap(final int asset) {
        return BigInteger.valueOf(caps.getOrDefault(asset, Long.MAX_VALUE));
    }

    /** From what value on, what is taken off for both margins, and what for the initial one only. */
    static long[][] haircuts(final int asset) {
        return switch (asset) {
            case BTC -> HAIRCUTS;
            case CLAIM -> CLAIM_HAIRCUTS;
            case ETH -> SECOND_HAIRCUTS;
            default -> NO_HAIRCUTS;
        };
    }

    /** What debts bear more. */
    static long liability(final int asset) {
        return switch (asset) {
            case BTC -> 100_000;
            case CLAIM -> 0;
            case ETH -> 120_000;
            default -> 20_000;
        };
    }

    /** Of the haircut of each tier the share that is charged once more, no more than haircuts leave of it. */
    long[][] again(final int asset) {
        final long[][] tiers = haircuts(asset);
        final long[][] again = new long[tiers.length][];
        for (int i = 0; i < tiers.length; i++) {
            final BigInteger haircut = BigInteger.valueOf(tiers[i][1]);
            final long share = rateCeil(haircut, wrongWayShares.getOrDefault(asset, MILLION))
                    .longValueExact();
            again[i] = new long[] {tiers[i][0], Math.min(share, MILLION - tiers[i][1] - tiers[i][2])};
        }
        return again;
    }

    /** 0 is the margin currency. */
    BigInteger usd(final int asset, final BigInteger amount, final boolean up) {
        if (asset == 0) {
            return amount;
        }
        final BigInteger product = amount.multiply(prices.of(asset));
        final BigInteger divisor = BigInteger.TEN.pow(asset == BTC || asset == CLAIM ? 12 : 10);
        return up ? ceil(product, divisor) : product.divide(divisor);
    }
}
