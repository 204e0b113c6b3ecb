package io.plimsoll.lab.picture;

import io.plimsoll.lab.picture.Shape.Box;
import io.plimsoll.lab.picture.Shape.Point;
import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.whatif.LargestShares;
import io.plimsoll.lab.whatif.ScenarioLoss;
import io.plimsoll.lab.whatif.Share;
import io.plimsoll.lab.whatif.TailRisk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The worst losses with value at risk and expected shortfall, and below them who the shortfall comes from. */
final class TailPicture {
    /** Most bars of positions; the others are one. */
    static final int SHARES = 15;

    private static final double TOP = Title.HEIGHT + 4;
    private static final double AXIS = 44;
    private static final double SHARES_HEADER = 58;
    private static final double SHARE_OF_TAIL = 0.025;
    private static final double BEYOND = 2;
    private static final String IN_TAIL = "#b2182b";
    private static final String BESIDE = "#c9d1d9";
    private static final String VALUE_AT_RISK = "#0550ae";
    private static final String SHORTFALL = "#1b1f24";
    private static final double LABEL_HEIGHT = 15;

    private record Level(String words, double loss, String colour, String dash) {}

    private final List<ScenarioLoss> worst;
    private final int scenarios;
    private final int inTail;
    private final TailRisk tail;
    private final Layout layout;
    private final List<BarList.Bar> shares;
    private final Svg svg;
    private final Box plot;
    private final Scale upwards;

    private TailPicture(final List<ScenarioLoss> losses, final TailRisk tail, final Title title, final Layout layout) {
        this.tail = tail;
        this.layout = layout;
        scenarios = losses.size();
        inTail = (int) Math.ceil(scenarios * SHARE_OF_TAIL - 1e-9);
        worst = losses.subList(0, (int) Math.min(scenarios, Math.max(1, BEYOND * inTail)));
        shares = shares(tail);
        plot = new Box(layout.left(), TOP, layout.width() - layout.left() - 14, layout.plotHeight());
        svg = new Svg(
                layout.width(),
                plot.bottom() + AXIS + SHARES_HEADER + BarList.height(layout, shares.size()) + 30,
                title.heading(),
                "The worst losses in USD over one day among " + scenarios
                        + " joint scenarios, value at risk and expected shortfall as lines; Euler shares of the expected"
                        + " shortfall at 97.5 % by position.");
        upwards = Scale.ofAll(
                worst.stream().mapToDouble(TailPicture::loss).min().orElse(0),
                Math.max(
                        worst.stream().mapToDouble(TailPicture::loss).max().orElse(0),
                        tail.shortfall99().doubleValue()),
                plot.bottom(),
                plot.top());
        title.draw(svg, "loss in a day, USD; red: those in ES 97.5 %");
    }

    /** Draws the picture. */
    static String of(final List<ScenarioLoss> losses, final TailRisk tail, final Title title, final Layout layout) {
        final TailPicture picture = new TailPicture(losses, tail, title, layout);
        picture.losses();
        picture.levels();
        picture.drawShares();
        return picture.svg.text();
    }

    private static double loss(final ScenarioLoss each) {
        return each.loss().doubleValue();
    }

    private void losses() {
        final double width = plot.width() / worst.size();
        for (final double tick : upwards.ticks(7)) {
            svg.line(new Point(plot.left(), upwards.at(tick)), new Point(plot.right(), upwards.at(tick)), Svg.LINE);
            svg.text(plot.left() - 6, upwards.at(tick) + 4, Amounts.brief(tick), Svg.Anchor.END, Type.SOFT);
        }
        for (int i = 0; i < worst.size(); i++) {
            final double height = upwards.at(loss(worst.get(i)));
            svg.rectangle(
                    plot.left() + i * width + width * 0.1,
                    Math.min(height, upwards.at(0)),
                    width * 0.8,
                    Math.abs(upwards.at(0) - height),
                    i < inTail ? IN_TAIL : BESIDE,
                    worst.get(i).scenario() + "\nloss "
                            + Show.money(worst.get(i).loss()));
        }
        final int step = Math.max(1, worst.size() / 10 * (layout == Layout.WIDE ? 1 : 2));
        for (int i = 0; i < worst.size(); i += step) {
            svg.text(
                    plot.left() + (i + 0.5) * width,
                    plot.bottom() + 15,
                    String.valueOf(i + 1),
                    Svg.Anchor.MIDDLE,
                    Type.SOFT);
        }
        svg.text(
                plot.left() + plot.width() / 2,
                plot.bottom() + 33,
                "rank of the loss among " + Show.count(scenarios) + " joint scenarios",
                Svg.Anchor.MIDDLE,
                Type.TEXT);
    }

    private void levels() {
        final List<Level> levels = new ArrayList<>(List.of(
                level("ES 99 %", tail.shortfall99(), SHORTFALL, ""),
                level("ES 97.5 %", tail.shortfall975(), SHORTFALL, "7 4"),
                level("VaR 99 %", tail.valueAtRisk99(), VALUE_AT_RISK, ""),
                level("VaR 97.5 %", tail.valueAtRisk975(), VALUE_AT_RISK, "7 4")));
        levels.sort(Comparator.comparing(Level::loss).reversed());
        double lowest = plot.top() - LABEL_HEIGHT;
        for (final Level level : levels) {
            final double y = upwards.at(level.loss());
            svg.path(List.of(new Point(plot.left(), y), new Point(plot.right(), y)), level.colour(), 1.6, level.dash());
            final Type type = Type.label(level.colour());
            final double width = type.width(level.words()) + 6;
            // Above its line, or below it where another label stands above.
            final double above = y - LABEL_HEIGHT - 1;
            final double top = above > lowest + LABEL_HEIGHT ? above : Math.max(lowest + LABEL_HEIGHT + 1, y + 2);
            svg.label(new Box(plot.right() - width - 2, top, width, LABEL_HEIGHT), level.words(), type);
            lowest = top;
        }
    }

    private static Level level(final String name, final BigDecimal loss, final String colour, final String dash) {
        return new Level(name + ": " + Show.money(loss), loss.doubleValue(), colour, dash);
    }

    private void drawShares() {
        final double top = plot.bottom() + AXIS;
        svg.text(10, top + 24, "Euler shares of the ES 97.5 % by position", Svg.Anchor.START, Type.BOLD);
        svg.text(10, top + 42, "USD; to the right: adds to it; to the left: a hedge", Svg.Anchor.START, Type.SOFT);
        final BarList list = new BarList(
                svg,
                layout,
                shares.stream().mapToDouble(BarList.Bar::value).min().orElse(0),
                shares.stream().mapToDouble(BarList.Bar::value).max().orElse(0));
        list.draw(shares, top + SHARES_HEADER);
        svg.text(
                layout.width() - 10,
                top + SHARES_HEADER + BarList.height(layout, shares.size()) + 18,
                "sum " + Show.money(sum(tail.shares())) + " = ES 97.5 %",
                Svg.Anchor.END,
                Type.BOLD);
    }

    private static BigDecimal sum(final List<Share> shares) {
        return shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BarList.Bar> shares(final TailRisk tail) {
        final LargestShares largest = LargestShares.of(tail.shares(), SHARES);
        final List<BarList.Bar> bars = new ArrayList<>();
        for (final Share share : largest.shown()) {
            final String sign = share.quantity().signum() > 0 ? "+" : "";
            bars.add(bar(share.position() + " x " + sign + share.quantity().toPlainString(), share.amount()));
        }
        if (largest.others() > 0) {
            bars.add(bar(largest.others() + " other positions", largest.rest()));
        }
        return bars;
    }

    private static BarList.Bar bar(final String name, final BigDecimal amount) {
        return new BarList.Bar(
                name,
                amount.doubleValue(),
                (amount.signum() > 0 ? "+" : "") + Show.money(amount),
                amount.signum() < 0 ? BarList.PROFIT : BarList.LOSS,
                false);
    }
}
