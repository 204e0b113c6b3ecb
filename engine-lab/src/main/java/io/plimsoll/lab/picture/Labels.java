package io.plimsoll.lab.picture;

import io.plimsoll.lab.picture.Shape.Box;
import io.plimsoll.lab.picture.Shape.Point;
import java.util.ArrayList;
import java.util.List;

/** Puts labels where they cover no other, within a plot. */
final class Labels {
    private static final double PADDING = 3;
    private static final double LINE = 7;

    private final Box plot;
    private final List<Box> taken = new ArrayList<>();

    Labels(final Box plot) {
        this.plot = plot;
    }

    /** Keeps a place free. */
    void take(final Box box) {
        taken.add(box);
    }

    /** Keeps the places along a line free. */
    void take(final List<Point> line) {
        for (int i = 0; i + 1 < line.size(); i++) {
            final Point one = line.get(i);
            final Point next = line.get(i + 1);
            taken.add(Box.around(one, LINE, LINE));
            taken.add(Box.around(new Point((one.x() + next.x()) / 2, (one.y() + next.y()) / 2), LINE, LINE));
        }
    }

    /** Labels a line near its middle, or as near to it as there is room; not at all if there is none. */
    void along(final Svg svg, final List<Point> line, final String words, final Type type) {
        final int middle = line.size() / 2;
        for (int i = 0; i < line.size(); i++) {
            final int place = middle + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
            if (place < 0 || place >= line.size()) {
                continue;
            }
            final Box box = Box.around(line.get(place), type.width(words) + 2 * PADDING, type.size() + PADDING)
                    .within(plot);
            if (taken.stream().noneMatch(box.wider(PADDING)::overlaps)) {
                svg.label(box, words, type);
                taken.add(box);
                return;
            }
        }
    }
}
