package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import java.util.Arrays;

/**
 * Delta that counts beside what an account holds: what the others of its group hold, and what its own orders would bring. By
 * underlying, in risk units of the underlying's rows. Reuse the object.
 */
public final class Exposure {
    /** Nobody else, no orders. */
    public static final Exposure NONE = new Exposure(0);

    private static final long MOST = Long.MAX_VALUE >> 2;

    private final long[] others;
    private final long[] bought;
    private final long[] sold;

    /**
     * Nothing yet.
     *
     * @param underlyings room for them.
     */
    public Exposure(final int underlyings) {
        others = new long[underlyings];
        bought = new long[underlyings];
        sold = new long[underlyings];
    }

    /** Forgets what others hold. */
    public void clearOthers() {
        Arrays.fill(others, 0);
    }

    /**
     * Adds what another account holds; long and short accounts do not net, each is a silo of its own.
     *
     * @param underlying place of it.
     * @param delta signed.
     */
    public void addOther(final int underlying, final long delta) {
        others[underlying] = FixedPoint.addSaturated(others[underlying], Math.abs(delta), MOST);
    }

    /**
     * Becomes what another is.
     *
     * @param other of the same underlyings.
     */
    public void copy(final Exposure other) {
        System.arraycopy(other.others, 0, others, 0, others.length);
        System.arraycopy(other.bought, 0, bought, 0, bought.length);
        System.arraycopy(other.sold, 0, sold, 0, sold.length);
    }

    /**
     * Adds an order.
     *
     * @param underlying place of it.
     * @param delta that the order would bring, signed.
     */
    public void order(final int underlying, final long delta) {
        if (delta > 0) {
            bought[underlying] += delta;
        } else {
            sold[underlying] -= delta;
        }
    }

    /**
     * Whether there is anything beside what the account holds.
     *
     * @param underlying place of it.
     * @return false when only that counts.
     */
    public boolean isAny(final int underlying) {
        return underlying < others.length && (others[underlying] | bought[underlying] | sold[underlying]) != 0;
    }

    /**
     * Whether there are orders.
     *
     * @param underlying place of it.
     * @return true when there is one that would move the delta.
     */
    public boolean hasOrders(final int underlying) {
        return underlying < others.length && (bought[underlying] | sold[underlying]) != 0;
    }

    /**
     * What others hold.
     *
     * @param underlying place of it.
     * @return not negative.
     */
    public long others(final int underlying) {
        return others[underlying];
    }

    /**
     * What orders would bring that raise delta.
     *
     * @param underlying place of it.
     * @return not negative.
     */
    public long bought(final int underlying) {
        return bought[underlying];
    }

    /**
     * What orders would take away that lower delta.
     *
     * @param underlying place of it.
     * @return not negative.
     */
    public long sold(final int underlying) {
        return sold[underlying];
    }
}
