package io.plimsoll.core;

import static io.plimsoll.core.ReferenceNumbers.floor;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** What the slow twin knows of raises: each spares what it was, or its share of what is asked, and less with every second of a day. */
final class ReferenceRaises {
    private static final BigInteger DAY_NS = BigInteger.valueOf(86_400_000_000_000L);
    private static final BigInteger ONE = BigInteger.TEN.pow(15);

    /** A raise of an account. */
    private record Raise(BigInteger amount, BigInteger share, long fromNs) {}

    private final Map<Long, Raise> raises = new TreeMap<>();

    /** The account was asked for so much, of which so much counted, and is asked for more now. */
    void compare(
            final long id,
            final BigInteger asked,
            final BigInteger counted,
            final BigInteger askedNow,
            final long nowNs) {
        if (askedNow.compareTo(asked) > 0) {
            final BigInteger amount = askedNow.subtract(counted);
            final BigInteger share =
                    floor(amount.negate().multiply(ONE), askedNow).negate();
            raises.put(id, new Raise(amount, share, nowNs));
        }
    }

    BigInteger spared(final long id, final BigInteger asked, final long nowNs) {
        final Raise raise = raises.get(id);
        if (raise == null) {
            return BigInteger.ZERO;
        }
        final BigInteger left =
                DAY_NS.subtract(BigInteger.valueOf(nowNs - raise.fromNs())).max(BigInteger.ZERO);
        final BigInteger most = raise.amount().min(floor(asked.multiply(raise.share()), ONE));
        return floor(most.multiply(left), DAY_NS);
    }
}
