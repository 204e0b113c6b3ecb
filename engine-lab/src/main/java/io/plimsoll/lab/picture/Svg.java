package io.plimsoll.lab.picture;

import io.plimsoll.lab.picture.Shape.Box;
import io.plimsoll.lab.picture.Shape.Point;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one SVG picture. Text is escaped; coordinates have one decimal; nothing refers to anything outside. */
final class Svg {
    /** Colour of text and axes. */
    static final String INK = "#1b1f24";

    /** Colour of what is beside the point. */
    static final String SOFT = "#57606a";

    /** Colour of thin lines. */
    static final String LINE = "#d0d7de";

    /** Colour of the ground. */
    static final String PAPER = "#ffffff";

    /** Where text begins, stands or ends at its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private static final double HALO_OPACITY = 0.85;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Svg(final double width, final double height, final String title, final String description) {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        } catch (final XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        start("svg");
        attributes(
                "xmlns", "http://www.w3.org/2000/svg", "role", "img", "viewBox", "0 0 " + at(width) + " " + at(height));
        attributes("width", at(width), "height", at(height), "font-family", "system-ui, sans-serif");
        title(title);
        start("desc");
        write(description);
        end();
        rectangle(0, 0, width, height, PAPER);
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private static void run(final Step step) {
        try {
            step.run();
        } catch (final XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(final String element) {
        run(() -> xml.writeStartElement(element));
    }

    private void end() {
        run(xml::writeEndElement);
    }

    private void write(final String characters) {
        run(() -> xml.writeCharacters(characters));
    }

    /** Names and values in turn. */
    private void attributes(final String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            final int name = i;
            run(() -> xml.writeAttribute(pairs[name], pairs[name + 1]));
        }
    }

    private void title(final String words) {
        start("title");
        write(words);
        end();
    }

    private static String at(final double coordinate) {
        final String decimal = String.format(Locale.ROOT, "%.1f", coordinate);
        return decimal.endsWith(".0") ? decimal.substring(0, decimal.length() - 2) : decimal;
    }

    void rectangle(final double x, final double y, final double width, final double height, final String colour) {
        rectangle(x, y, width, height, colour, "");
    }

    /** A rectangle that says something when it is pointed at. */
    void rectangle(
            final double x,
            final double y,
            final double width,
            final double height,
            final String colour,
            final String words) {
        start("rect");
        attributes("x", at(x), "y", at(y), "width", at(width), "height", at(height), "fill", colour);
        if (!words.isEmpty()) {
            title(words);
        }
        end();
    }

    void outline(final double x, final double y, final double width, final double height) {
        start("rect");
        attributes("x", at(x), "y", at(y), "width", at(width), "height", at(height));
        attributes("fill", "none", "stroke", SOFT);
        end();
    }

    /** A path through points; the dash is empty for a full line. */
    void path(final List<Point> points, final String colour, final double width, final String dash) {
        final StringBuilder path = new StringBuilder();
        for (final Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(at(point.x()))
                    .append(' ')
                    .append(at(point.y()));
        }
        start("path");
        attributes("d", path.toString(), "fill", "none", "stroke", colour, "stroke-width", at(width));
        if (!dash.isEmpty()) {
            attributes("stroke-dasharray", dash);
        }
        end();
    }

    void line(final Point from, final Point to, final String colour) {
        path(List.of(from, to), colour, 1, "");
    }

    void text(final double x, final double y, final String words, final Anchor anchor, final Type type) {
        start("text");
        attributes("x", at(x), "y", at(y), "font-size", at(type.size()), "fill", type.colour());
        attributes("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        if (type.isBold()) {
            attributes("font-weight", "600");
        }
        write(words);
        end();
    }

    /** Text from bottom to top, its middle at the point. */
    void upright(final double x, final double y, final String words, final Type type) {
        start("text");
        attributes("transform", "translate(" + at(x) + " " + at(y) + ") rotate(-90)", "text-anchor", "middle");
        attributes("font-size", at(type.size()), "fill", type.colour());
        write(words);
        end();
    }

    /** Text in a box of its own ground, its middle at the point. */
    void label(final Box box, final String words, final Type type) {
        start("rect");
        attributes("x", at(box.left()), "y", at(box.top()), "width", at(box.width()), "height", at(box.height()));
        attributes("fill", PAPER, "fill-opacity", String.valueOf(HALO_OPACITY), "rx", "2");
        end();
        text(
                box.left() + box.width() / 2,
                box.top() + box.height() / 2 + type.size() * 0.36,
                words,
                Anchor.MIDDLE,
                type);
    }

    /** {@return the picture, which is ended by this} */
    String text() {
        end();
        run(xml::close);
        return text + "\n";
    }
}
