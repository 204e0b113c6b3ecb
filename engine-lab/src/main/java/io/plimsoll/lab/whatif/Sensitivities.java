package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Greeks of a part of a portfolio, in the margin currency, exact sums.
 *
 * @param place an underlying, an expiry of it such as {@code BTC-26DEC25}, or {@code BTC-PERP and coin}.
 * @param isTotal whether it is the sum of an underlying.
 * @param delta value change when the underlying doubles, to first order.
 * @param gamma change of delta when the underlying rises by 1 %.
 * @param vega value change when volatilities rise by a point, 0.01.
 * @param theta value change when a day passes.
 * @param rho value change when rates rise by 0.01.
 */
public record Sensitivities(
        String place,
        boolean isTotal,
        BigDecimal delta,
        BigDecimal gamma,
        BigDecimal vega,
        BigDecimal theta,
        BigDecimal rho) {
    private static final int[] COLUMNS = {Column.DELTA, Column.GAMMA, Column.VEGA, Column.THETA, Column.RHO};

    /**
     * Each underlying in which there is a position, followed by its expiries by time, those without expiry first.
     *
     * @param book positions and rows.
     * @return the Greeks.
     */
    public static List<Sensitivities> of(final RiskBook book) {
        final List<Sensitivities> all = new ArrayList<>();
        final int[] underlyings = IntStream.range(0, book.count())
                .map(position -> book.instrument(position).underlying())
                .distinct()
                .sorted()
                .toArray();
        for (final int underlying : underlyings) {
            final Map<Integer, BigDecimal[]> byExpiry = new LinkedHashMap<>();
            final BigDecimal[] total = zeros();
            for (int i = 0; i < book.count(); i++) {
                if (book.instrument(i).underlying() == underlying) {
                    final int expiry = book.instrument(i).expiry();
                    add(total, book, i);
                    add(byExpiry.computeIfAbsent(expiry, none -> zeros()), book, i);
                }
            }
            all.add(of(book.underlying(underlying), true, total));
            byExpiry.keySet().stream()
                    .sorted((a, b) -> Long.compare(years(book, a), years(book, b)))
                    .forEach(expiry -> all.add(of(nameOf(book, expiry), false, byExpiry.get(expiry))));
        }
        return all;
    }

    private static long years(final RiskBook book, final int expiry) {
        return book.frame().expiry(expiry).years();
    }

    private static String nameOf(final RiskBook book, final int expiry) {
        final String name = book.expiry(expiry);
        return book.frame().expiry(expiry).expires() ? name : name + " without expiry";
    }

    private static BigDecimal[] zeros() {
        final BigDecimal[] zeros = new BigDecimal[COLUMNS.length];
        java.util.Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static void add(final BigDecimal[] sums, final RiskBook book, final int position) {
        for (int c = 0; c < COLUMNS.length; c++) {
            sums[c] = sums[c].add(book.column(position, COLUMNS[c]));
        }
    }

    private static Sensitivities of(final String place, final boolean isTotal, final BigDecimal[] sums) {
        return new Sensitivities(place, isTotal, sums[0], sums[1], sums[2], sums[3], sums[4]);
    }
}
