package io.plimsoll.bench.result;

import java.util.Locale;

/** Figures as people read them. */
public final class FigureText {
    private static final int NAME_WIDTH = 46;
    private static final double THOUSAND = 1_000;
    private static final double HUNDRED = 100;
    private static final double TEN = 10;

    private FigureText() {}

    /**
     * A figure in a line: name, median, interval, goal.
     *
     * @param figure to show.
     * @return the line.
     */
    public static String line(final Figure figure) {
        final Interval interval = figure.interval();
        final StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s", figure.name()))
                .append(String.format(Locale.ROOT, "%12s %-6s", number(interval.median()), figure.unit()))
                .append(" (")
                .append(number(interval.low()))
                .append(" to ")
                .append(number(interval.high()))
                .append(')');
        if (figure.goal() != null) {
            text.append("  goal ")
                    .append(figure.goal())
                    .append(": ")
                    .append(figure.goal().of(interval).name().toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    /**
     * A number with as many digits as say something.
     *
     * @param value to show.
     * @return such as 12,345 or 34.5 or 1.21.
     */
    public static String number(final double value) {
        final double size = Math.abs(value);
        if (value == Math.rint(value) && size < THOUSAND) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        final int digits = size >= THOUSAND ? 0 : size >= HUNDRED ? 0 : size >= TEN ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
