package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Each underlying, followed by its expiries by time, those without expiry first. */
    static List<Sensitivities> of(final Book book) {
        final List<Sensitivities> all = new ArrayList<>();
        for (int underlying = 0; underlying < book.underlyings().size(); underlying++) {
            final Map<Integer, BigDecimal[]> byExpiry = new LinkedHashMap<>();
            final BigDecimal[] total = zeros();
            for (int i = 0; i < book.count(); i++) {
                if (book.instrument(i).underlying() == underlying) {
                    final int expiry = book.instrument(i).expiry();
                    add(total, book, i);
                    add(byExpiry.computeIfAbsent(expiry, none -> zeros()), book, i);
                }
            }
            all.add(of(book.underlyings().get(underlying), true, total));
            byExpiry.keySet().stream()
                    .sorted((a, b) -> Long.compare(years(book, a), years(book, b)))
                    .forEach(expiry -> all.add(of(nameOf(book, expiry), false, byExpiry.get(expiry))));
        }
        return all;
    }

    private static long years(final Book book, final int expiry) {
        return book.priced().frame().expiry(expiry).years();
    }

    private static String nameOf(final Book book, final int expiry) {
        final String name = book.expiries().get(expiry);
        return book.priced().frame().expiry(expiry).expires() ? name : name + " without expiry";
    }

    private static BigDecimal[] zeros() {
        final BigDecimal[] zeros = new BigDecimal[COLUMNS.length];
        java.util.Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    private static void add(final BigDecimal[] sums, final Book book, final int position) {
        for (int c = 0; c < COLUMNS.length; c++) {
            sums[c] = sums[c].add(book.column(position, COLUMNS[c]));
        }
    }

    private static Sensitivities of(final String place, final boolean isTotal, final BigDecimal[] sums) {
        return new Sensitivities(place, isTotal, sums[0], sums[1], sums[2], sums[3], sums[4]);
    }
}
