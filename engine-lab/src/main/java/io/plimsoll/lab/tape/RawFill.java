package io.plimsoll.lab.tape;

import java.math.BigDecimal;

/** A fill as its file has it: before the smallest steps of its coin are known. */
record RawFill(long timeNs, String account, String coin, Decimal price, Decimal size, boolean bought, boolean taker) {

    /** Whether the other is the other side of the same trade: same moment, coin, price and size, opposite in side and role. */
    boolean mirrors(final RawFill other) {
        return timeNs == other.timeNs
                && bought != other.bought
                && taker != other.taker
                && coin.equals(other.coin)
                && price.equals(other.price)
                && size.equals(other.size);
    }

    /** What the fill adds to the position, exactly. */
    BigDecimal signedSize() {
        final BigDecimal exact = BigDecimal.valueOf(size.unscaled(), size.scale());
        return bought ? exact : exact.negate();
    }
}
