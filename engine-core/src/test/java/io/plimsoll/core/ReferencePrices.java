package io.plimsoll.core;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The index prices of the slow twin, and which of them may be used: of the dollar, a coin, a claim on the coin, and a second coin. */
final class ReferencePrices {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger RATE_ONE = BigInteger.TEN.pow(15);
    private static final int BTC = 2;
    private static final int CLAIM = 3;
    private static final int CLAIM_STEP_PPM = 30_000;

    private final Map<Integer, Long> prices =
            new TreeMap<>(Map.of(1, 10_000_000_000L, 2, 200_000_000_000_000L, 4, 15_000_000_000_000L));
    private final Map<Integer, Long> times = new TreeMap<>(Map.of(BTC, 0L));
    private final Set<Integer> doubtful = new TreeSet<>();
    private final long ageMaxNs;
    private BigInteger redemptionRate = BigInteger.ZERO;
    private long nowNs;

    /** With a limit on how old the price of the coin may be. */
    ReferencePrices(final long ageMaxNs) {
        this.ageMaxNs = ageMaxNs;
    }

    long nowNs() {
        return nowNs;
    }

    void time(final long ns) {
        nowNs = ns;
    }

    void index(final int asset, final long price) {
        prices.put(asset, price);
        times.put(asset, nowNs);
    }

    void doubt(final int asset, final boolean isDoubtful) {
        if (isDoubtful) {
            doubtful.add(asset);
        } else {
            doubtful.remove(asset);
        }
    }

    /** Whether the rate is within the step of the last one; the first always is. */
    boolean redeems(final long rate) {
        final BigInteger moved =
                BigInteger.valueOf(rate).subtract(redemptionRate).abs();
        final BigInteger step = redemptionRate.multiply(BigInteger.valueOf(CLAIM_STEP_PPM));
        if (redemptionRate.signum() != 0 && moved.multiply(MILLION).compareTo(step) > 0) {
            return false;
        }
        redemptionRate = BigInteger.valueOf(rate);
        return true;
    }

    BigInteger of(final int asset) {
        return asset == CLAIM
                ? of(BTC).multiply(redemptionRate).divide(RATE_ONE)
                : BigInteger.valueOf(prices.get(asset));
    }

    boolean isUnusable(final int asset) {
        final boolean isStale = asset == BTC && nowNs - times.get(BTC) > ageMaxNs;
        return isStale || doubtful.contains(asset) || (asset == CLAIM && isUnusable(BTC));
    }
}
