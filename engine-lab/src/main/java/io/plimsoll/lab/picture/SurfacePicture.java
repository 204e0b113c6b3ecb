package io.plimsoll.lab.picture;

import io.plimsoll.lab.picture.Shape.Box;
import io.plimsoll.lab.picture.Shape.Point;
import io.plimsoll.lab.text.Show;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A surface as a map of colours with lines of equal height, the lines of margin status drawn over it. */
final class SurfacePicture {
    /** What the colours stand for. */
    enum Quantity {
        /** Profit from the move. */
        PROFIT("profit or loss"),
        /** Initial margin after the move. */
        MARGIN("initial margin");

        private final String words;

        Quantity(final String words) {
            this.words = words;
        }

        Ramp ramp() {
            return this == PROFIT ? Ramp.SIGNED : Ramp.GROWING;
        }

        double of(final SurfaceCell cell) {
            return (this == PROFIT ? cell.profit() : cell.initial()).doubleValue();
        }
    }

    private static final double TOP = Title.HEIGHT + 4;
    private static final double AXIS = 42;
    private static final double RIGHT = 14;
    private static final double BAR_HEIGHT = 12;
    private static final double BAR = 52;
    private static final double LEGEND_LINE = 18;
    private static final double SAMPLE = 26;
    private static final double NEAR = 10;
    private static final int LEVELS = 10;
    private static final int BAR_STEPS = 60;
    private static final double THICK = 2.4;
    private static final double CASING = 4.6;
    private static final double THIN = 0.8;
    private static final double PER_CENT = 100;
    private static final double FLAT = 1e-6;

    private final Surface surface;
    private final Quantity quantity;
    private final Layout layout;
    private final Svg svg;
    private final Box plot;
    private final Scale across;
    private final Scale upwards;
    private final double least;
    private final double most;
    private final Labels labels;

    private SurfacePicture(final Surface surface, final Quantity quantity, final Title title, final Layout layout) {
        this.surface = surface;
        this.quantity = quantity;
        this.layout = layout;
        plot = new Box(layout.left(), TOP, layout.width() - layout.left() - RIGHT, layout.plotHeight());
        across = scale(surface.grid().spots(), plot.left(), plot.right());
        upwards = scale(surface.grid().volatilities(), plot.bottom(), plot.top());
        final double[] range = range();
        least = range[0];
        most = range[1];
        labels = new Labels(plot);
        final double height = plot.bottom() + AXIS + BAR + LEGEND_LINE * (StatusLine.values().length + 1);
        svg = new Svg(
                layout.width(),
                height,
                title.heading(),
                "Colours: " + quantity.words + " in USD over " + xName() + " and " + yName()
                        + ". Lines: where the margin status changes.");
        title.draw(svg, "colours: " + quantity.words + ", USD");
    }

    /** Draws the picture. */
    static String of(final Surface surface, final Quantity quantity, final Title title, final Layout layout) {
        final SurfacePicture picture = new SurfacePicture(surface, quantity, title, layout);
        picture.cells();
        picture.axes();
        picture.lines();
        picture.now();
        picture.labels();
        picture.bar();
        picture.legend();
        return picture.svg.text();
    }

    /** Half a step beyond the outermost moves, so that a cell lies around its move. */
    private static Scale scale(final List<BigDecimal> moves, final double start, final double end) {
        final double half = step(moves) / 2;
        return new Scale(percent(moves.get(0)) - half, percent(moves.get(moves.size() - 1)) + half, start, end);
    }

    private static double step(final List<BigDecimal> moves) {
        return percent(moves.get(1)) - percent(moves.get(0));
    }

    private static double percent(final BigDecimal move) {
        return move.doubleValue() * PER_CENT;
    }

    private double[] range() {
        double low = 0;
        double high = 0;
        for (final List<SurfaceCell> row : surface.rows()) {
            for (final SurfaceCell cell : row) {
                low = Math.min(low, quantity.of(cell));
                high = Math.max(high, quantity.of(cell));
            }
        }
        final double size = Math.max(1, Math.max(-low, high));
        return new double[] {quantity == Quantity.PROFIT ? -size : 0, size};
    }

    private String xName() {
        return surface.grid()
                        .underlying()
                        .map(name -> "move of the " + name + " price")
                        .orElse("move of all prices") + ", %";
    }

    private String yName() {
        return "move of volatilities, % of them";
    }

    private void cells() {
        final List<BigDecimal> spots = surface.grid().spots();
        final List<BigDecimal> volatilities = surface.grid().volatilities();
        final double halfX = step(spots) / 2;
        final double halfY = step(volatilities) / 2;
        for (int row = 0; row < volatilities.size(); row++) {
            for (int column = 0; column < spots.size(); column++) {
                final SurfaceCell cell = surface.rows().get(row).get(column);
                final double x = percent(spots.get(column));
                final double y = percent(volatilities.get(row));
                // A hair wider than it is, so that no ground shows between neighbours.
                final double left = across.at(x - halfX);
                final double top = upwards.at(y + halfY);
                svg.rectangle(
                        left,
                        top,
                        Math.min(plot.right(), across.at(x + halfX) + 0.5) - left,
                        Math.min(plot.bottom(), upwards.at(y - halfY) + 0.5) - top,
                        quantity.ramp().at((quantity.of(cell) - least) / (most - least)),
                        layout == Layout.WIDE ? words(spots.get(column), volatilities.get(row), cell) : "");
            }
        }
    }

    private static String words(final BigDecimal spot, final BigDecimal volatility, final SurfaceCell cell) {
        return "price " + Amounts.percent(spot) + ", volatility " + Amounts.percent(volatility) + "\nprofit or loss "
                + Show.money(cell.profit()) + "\nequity " + Show.money(cell.equity()) + "\nIM "
                + Show.money(cell.initial()) + ", MM " + Show.money(cell.maintenance()) + "\n" + cell.status();
    }

    private void axes() {
        svg.outline(plot.left(), plot.top(), plot.width(), plot.height());
        for (final double tick : across.ticks(layout.ticks())) {
            svg.line(
                    new Point(across.at(tick), plot.bottom()), new Point(across.at(tick), plot.bottom() + 4), Svg.SOFT);
            svg.text(across.at(tick), plot.bottom() + 16, signed(tick), Svg.Anchor.MIDDLE, Type.SOFT);
        }
        for (final double tick : upwards.ticks(8)) {
            svg.line(new Point(plot.left() - 4, upwards.at(tick)), new Point(plot.left(), upwards.at(tick)), Svg.SOFT);
            svg.text(plot.left() - 7, upwards.at(tick) + 4, signed(tick), Svg.Anchor.END, Type.SOFT);
        }
        svg.text(plot.left() + plot.width() / 2, plot.bottom() + 34, xName(), Svg.Anchor.MIDDLE, Type.TEXT);
        svg.upright(13, plot.top() + plot.height() / 2, yName(), Type.TEXT);
    }

    private static String signed(final double number) {
        return (number > 0 ? "+" : "") + Amounts.brief(number);
    }

    private void now() {
        final Point now = new Point(across.at(0), upwards.at(0));
        svg.path(List.of(new Point(now.x() - 6, now.y()), new Point(now.x() + 6, now.y())), Svg.INK, 1.5, "");
        svg.path(List.of(new Point(now.x(), now.y() - 6), new Point(now.x(), now.y() + 6)), Svg.INK, 1.5, "");
        labels.take(Box.around(now, 16, 16));
        final Box box = new Box(now.x() + 7, now.y() + 3, 28, 13);
        svg.label(box, "now", Type.SOFT);
        labels.take(box);
    }

    private void lines() {
        levels().values().forEach(lines -> lines.forEach(line -> svg.path(line, Svg.SOFT, THIN, "")));
        for (final StatusLine status : StatusLine.values()) {
            for (final List<Point> line : lines(status)) {
                svg.path(line, Svg.PAPER, CASING, "");
                svg.path(line, status.colour(), THICK, status.dash());
            }
        }
    }

    /** Those of the status first, for they matter more. */
    private void labels() {
        for (final StatusLine status : StatusLine.values()) {
            lines(status).forEach(line -> labels.along(svg, line, status.label(), Type.label(status.colour())));
        }
        for (final StatusLine status : StatusLine.values()) {
            lines(status).forEach(labels::take);
        }
        levels().forEach((level, lines) ->
                lines.forEach(line -> labels.along(svg, line, Amounts.brief(level), Type.SOFT)));
    }

    private Map<Double, List<List<Point>>> levels() {
        final Map<Double, List<List<Point>>> levels = new LinkedHashMap<>();
        final double low = lowest();
        final double high = highest();
        if (high - low > FLAT) {
            for (final double level : new Scale(low, high, 0, 1).ticks(LEVELS)) {
                levels.put(level, inPlot(surface.contour(quantity::of, level)));
            }
        }
        return levels;
    }

    private double lowest() {
        return surface.rows().stream()
                .flatMap(List::stream)
                .mapToDouble(quantity::of)
                .min()
                .orElse(0);
    }

    private double highest() {
        return surface.rows().stream()
                .flatMap(List::stream)
                .mapToDouble(quantity::of)
                .max()
                .orElse(0);
    }

    private List<List<Point>> lines(final StatusLine line) {
        return inPlot(surface.line(line));
    }

    private List<List<Point>> inPlot(final List<List<Surface.Move>> lines) {
        return lines.stream()
                .map(line -> line.stream()
                        .map(move ->
                                new Point(across.at(move.spot() * PER_CENT), upwards.at(move.volatility() * PER_CENT)))
                        .toList())
                .toList();
    }

    private void bar() {
        final double top = plot.bottom() + AXIS + 8;
        final Scale scale = new Scale(least, most, plot.left(), plot.right());
        final double width = plot.width() / BAR_STEPS;
        for (int i = 0; i < BAR_STEPS; i++) {
            svg.rectangle(
                    plot.left() + i * width,
                    top,
                    i == BAR_STEPS - 1 ? width : width + 0.5,
                    BAR_HEIGHT,
                    quantity.ramp().at(i / (BAR_STEPS - 1.0)));
        }
        svg.outline(plot.left(), top, plot.width(), BAR_HEIGHT);
        for (final double tick : scale.ticks(layout == Layout.WIDE ? 10 : 4)) {
            svg.line(
                    new Point(scale.at(tick), top + BAR_HEIGHT),
                    new Point(scale.at(tick), top + BAR_HEIGHT + 3),
                    Svg.SOFT);
            svg.text(scale.at(tick), top + BAR_HEIGHT + 15, Amounts.brief(tick), Svg.Anchor.MIDDLE, Type.SOFT);
        }
    }

    private void legend() {
        final double left = layout == Layout.WIDE ? plot.left() : NEAR;
        double y = plot.bottom() + AXIS + BAR + 4;
        for (final StatusLine line : StatusLine.values()) {
            final boolean isThere = !lines(line).isEmpty();
            svg.path(List.of(new Point(left, y), new Point(left + SAMPLE, y)), line.colour(), THICK, line.dash());
            svg.text(
                    left + SAMPLE + 8,
                    y + 4,
                    line.meaning() + (isThere ? "" : where(line)),
                    Svg.Anchor.START,
                    isThere ? Type.TEXT : Type.SOFT);
            y += LEGEND_LINE;
        }
        svg.text(left, y + 4, "IM, MM: initial and maintenance margin", Svg.Anchor.START, Type.SOFT);
    }

    /** No line: every cell is on the same side of it. */
    private String where(final StatusLine line) {
        final boolean isPassed = line.isPassed(surface.rows().get(0).get(0));
        return isPassed ? " (passed)" : " (not reached)";
    }
}
