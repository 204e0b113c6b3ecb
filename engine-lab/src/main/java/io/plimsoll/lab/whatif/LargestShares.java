package io.plimsoll.lab.whatif;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * Shares for people: the largest by amount, either way, and the others in one. A single one is not put away.
 *
 * @param shown the largest first.
 * @param others how many are not shown; never 1.
 * @param rest their sum.
 */
public record LargestShares(List<Share> shown, int others, BigDecimal rest) {
    /**
     * Chooses them.
     *
     * @param shares any number, in any order.
     * @param most to be shown.
     * @return the choice.
     */
    public static LargestShares of(final List<Share> shares, final int most) {
        final List<Share> sorted = shares.stream()
                .sorted(Comparator.comparing((Share share) -> share.amount().abs())
                        .reversed())
                .toList();
        final int shown = sorted.size() - 1 <= most ? sorted.size() : most;
        final BigDecimal rest = sorted.subList(shown, sorted.size()).stream()
                .map(Share::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new LargestShares(sorted.subList(0, shown), sorted.size() - shown, rest);
    }
}
