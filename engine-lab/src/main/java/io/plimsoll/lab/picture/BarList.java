package io.plimsoll.lab.picture;

import io.plimsoll.lab.picture.Shape.Point;
import java.util.List;

/** Bars one below the other, each with its name and amount; 0 is one line through all of them. */
final class BarList {
    /** Colour of a loss, or of what adds to one. */
    static final String LOSS = "#b2182b";

    /** Colour of a profit, or of what takes off a loss. */
    static final String PROFIT = "#2166ac";

    private static final String MARK = "#fff3bf";
    private static final double WIDE_ROW = 16;
    private static final double NARROW_ROW = 28;
    private static final double NAME = 286;
    private static final double AMOUNT = 132;
    private static final double MARGIN = 10;
    private static final double GAP = 8;

    /**
     * One bar.
     *
     * @param name to the left, or above.
     * @param value where it ends.
     * @param amount the value as text.
     * @param colour of the bar.
     * @param isMarked whether it stands out.
     */
    record Bar(String name, double value, String amount, String colour, boolean isMarked) {}

    private final Svg svg;
    private final Layout layout;
    private final Scale scale;

    BarList(final Svg svg, final Layout layout, final double least, final double most) {
        this.svg = svg;
        this.layout = layout;
        this.scale = Scale.ofAll(
                least,
                most,
                layout == Layout.WIDE ? NAME + GAP : MARGIN,
                layout.width() - MARGIN - (layout == Layout.WIDE ? AMOUNT : 0));
    }

    /** Height of so many bars. */
    static double height(final Layout layout, final int count) {
        return count * row(layout);
    }

    private static double row(final Layout layout) {
        return layout == Layout.WIDE ? WIDE_ROW : NARROW_ROW;
    }

    void draw(final List<Bar> bars, final double top) {
        for (int i = 0; i < bars.size(); i++) {
            draw(bars.get(i), top + i * row(layout));
        }
    }

    private void draw(final Bar bar, final double top) {
        final double height = row(layout);
        final boolean isWide = layout == Layout.WIDE;
        if (bar.isMarked()) {
            svg.rectangle(0, top, layout.width(), height, MARK);
        }
        final Type type = bar.isMarked() ? new Type(11, Svg.INK, true) : new Type(11, Svg.INK, false);
        final double line = isWide ? top + height - 4 : top + 12;
        final String name = (bar.isMarked() ? "> " : "") + bar.name();
        if (isWide) {
            svg.text(NAME, line, name, Svg.Anchor.END, type);
        } else {
            svg.text(MARGIN, line, name, Svg.Anchor.START, type);
        }
        svg.text(layout.width() - MARGIN, line, bar.amount(), Svg.Anchor.END, type);
        final double from = Math.min(scale.at(0), scale.at(bar.value()));
        final double width = Math.abs(scale.at(bar.value()) - scale.at(0));
        svg.rectangle(from, isWide ? top + 3 : top + 16, width, isWide ? height - 6 : 9, bar.colour());
        svg.line(
                new Point(scale.at(0), isWide ? top : top + 14),
                new Point(scale.at(0), isWide ? top + height : top + 27),
                Svg.SOFT);
    }
}
