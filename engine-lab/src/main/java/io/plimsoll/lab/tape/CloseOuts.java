package io.plimsoll.lab.tape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the fills with which a venue closed accounts out. The account that is liquidated stands as the passive side at the
 * price of its own bankruptcy; an account of the venue, the liquidator, takes the other side and then trades it away on the
 * market. Such a price is no market price: were it taken as a mark, the close-out would look like the cause of itself, and
 * one of an isolated position, often a fifth away from the market, would push other accounts over the edge.
 *
 * <p>Two rules: a passive fill of a listed account in the listed second is a close-out; and when one account is the other
 * side of at least half of those, it is the liquidator, and every fill that it takes from another account on the tape and that
 * leaves that account flat in the coin is one. The second rule finds those that come after the end of the venue's list.
 */
final class CloseOuts {
    private final List<RawFill> fills;
    private final Map<Long, List<Integer>> bySecond = new HashMap<>();
    private final BitSet closeOuts = new BitSet();
    private String liquidator;

    private record Listed(long timeNs, String account) {}

    private record Holding(String account, String coin) {}

    CloseOuts(final List<RawFill> fills, final List<RawLiquidation> liquidations) {
        this.fills = fills;
        for (int i = 0; i < fills.size(); i++) {
            bySecond.computeIfAbsent(fills.get(i).timeNs(), t -> new ArrayList<>())
                    .add(i);
        }
        markListed(liquidations);
        if (liquidator != null) {
            markTakenBy(liquidator);
        }
    }

    /** Whether the fill at an index is a close-out, or the liquidator's side of one. */
    boolean isCloseOut(final int index) {
        return closeOuts.get(index);
    }

    /** The account that takes over what is closed out; null: none is known. */
    String liquidator() {
        return liquidator;
    }

    private void markListed(final List<RawLiquidation> liquidations) {
        final Set<Listed> seen = new HashSet<>();
        final Map<String, Integer> takers = new HashMap<>();
        int found = 0;
        for (final RawLiquidation row : liquidations) {
            if (seen.add(new Listed(row.timeNs(), row.account()))) {
                found += markListed(row, takers) ? 1 : 0;
            }
        }
        for (final Map.Entry<String, Integer> taker : takers.entrySet()) {
            if (2 * taker.getValue() >= found) {
                liquidator = first(liquidator, taker.getKey(), takers);
            }
        }
    }

    private static String first(final String a, final String b, final Map<String, Integer> takers) {
        if (a == null || takers.get(b) > takers.get(a)) {
            return b;
        }
        return takers.get(b) < takers.get(a) || a.compareTo(b) < 0 ? a : b;
    }

    private boolean markListed(final RawLiquidation row, final Map<String, Integer> takers) {
        final Set<String> counterparts = new HashSet<>();
        boolean found = false;
        for (final int i : bySecond.getOrDefault(row.timeNs(), List.of())) {
            final RawFill fill = fills.get(i);
            if (fill.account().equals(row.account()) && !fill.taker()) {
                found = true;
                closeOuts.set(i);
                final int mirror = mirrorOf(i);
                if (mirror >= 0) {
                    closeOuts.set(mirror);
                    counterparts.add(fills.get(mirror).account());
                }
            }
        }
        counterparts.forEach(taker -> takers.merge(taker, 1, Integer::sum));
        return found;
    }

    private void markTakenBy(final String account) {
        final Map<Holding, BigDecimal> positions = new HashMap<>();
        for (int i = 0; i < fills.size(); i++) {
            final RawFill fill = fills.get(i);
            final BigDecimal after =
                    positions.merge(new Holding(fill.account(), fill.coin()), fill.signedSize(), BigDecimal::add);
            final int mirror = fill.taker() || after.signum() != 0 ? -1 : mirrorOf(i);
            if (mirror >= 0 && fills.get(mirror).account().equals(account)) {
                closeOuts.set(i);
                closeOuts.set(mirror);
            }
        }
    }

    private int mirrorOf(final int index) {
        final RawFill fill = fills.get(index);
        for (final int i : bySecond.get(fill.timeNs())) {
            if (fill.mirrors(fills.get(i)) && !fills.get(i).account().equals(fill.account())) {
                return i;
            }
        }
        return -1;
    }
}
