package io.plimsoll.lab.procyclicality;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * What was asked for a portfolio at the ends of two days in a row. Amounts in millionths of the margin currency.
 *
 * @param day the later day, in UTC.
 * @param before initial margin, without orders, at the end of the day before; above 0.
 * @param after initial margin of the same portfolio at the end of the day.
 */
public record DayFigure(LocalDate day, long before, long after) {
    /** Of equal ratios the largest rise, then the earliest day. */
    static final Comparator<DayFigure> LARGEST_RATIO_FIRST = ((Comparator<DayFigure>) DayFigure::compareRatio)
            .thenComparing(DayFigure::rise)
            .reversed()
            .thenComparing(DayFigure::day);

    /** Of equal rises the largest ratio, then the earliest day. */
    static final Comparator<DayFigure> LARGEST_RISE_FIRST =
            Comparator.comparingLong(DayFigure::rise).reversed().thenComparing(LARGEST_RATIO_FIRST);

    /** {@return by how much the margin rose; negative: it fell} */
    public long rise() {
        return after - before;
    }

    /** {@return margin after over margin before, rounded up to six decimals: no rise looks smaller than it is} */
    public BigDecimal ratio() {
        return Ratios.up(after, before);
    }

    private int compareRatio(final DayFigure other) {
        return BigInteger.valueOf(after)
                .multiply(BigInteger.valueOf(other.before))
                .compareTo(BigInteger.valueOf(other.after).multiply(BigInteger.valueOf(before)));
    }
}
