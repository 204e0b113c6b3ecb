package io.plimsoll.lab.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Value at risk and expected shortfall of the whole portfolio over one day, in the margin currency; negative where even the tail
 * gains.
 *
 * @param valueAtRisk975 at 97.5 %.
 * @param valueAtRisk99 at 99 %.
 * @param shortfall975 at 97.5 %.
 * @param shortfall99 at 99 %.
 * @param worst name of the worst scenario.
 * @param shares Euler shares of the shortfall at 97.5 %, a position each; they sum to it.
 */
public record TailRisk(
        BigDecimal valueAtRisk975,
        BigDecimal valueAtRisk99,
        BigDecimal shortfall975,
        BigDecimal shortfall99,
        String worst,
        List<Share> shares) {
    /** 97.5 %. */
    static final int LEVEL_975 = 975_000;

    /** 99 %. */
    static final int LEVEL_99 = 990_000;

    /**
     * Measures a portfolio.
     *
     * @param book positions under scenarios, with a joint block.
     * @return the measures.
     */
    public static TailRisk of(final RiskBook book) {
        final List<Integer> positions = IntStream.range(0, book.count()).boxed().toList();
        final TailShares tail = new TailShares(book, book.joint(), positions);
        return new TailRisk(
                tail.valueAtRisk(LEVEL_975),
                tail.valueAtRisk(LEVEL_99),
                tail.shortfall(LEVEL_975),
                tail.shortfall(LEVEL_99),
                book.scenario(tail.worst()),
                shares(book, positions, tail.shares(LEVEL_975)));
    }

    static List<Share> shares(final RiskBook book, final List<Integer> positions, final List<BigDecimal> amounts) {
        final List<Share> shares = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            final int position = positions.get(i);
            shares.add(new Share(book.position(position), book.quantity(position), amounts.get(i)));
        }
        return shares;
    }
}
