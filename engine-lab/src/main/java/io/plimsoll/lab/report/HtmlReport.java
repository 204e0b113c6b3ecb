package io.plimsoll.lab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds one HTML page that holds all it needs, charts included: it can be mailed, archived and read offline. */
public final class HtmlReport {
    private static final String ECHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private boolean hasCharts;

    /**
     * An empty page.
     *
     * @param title of the page.
     */
    public HtmlReport(final String title) {
        this.title = title;
        body.append("<h1>").append(escaped(title)).append("</h1>\n");
    }

    /**
     * Begins a section.
     *
     * @param heading of the section.
     * @return this.
     */
    public HtmlReport section(final String heading) {
        body.append("<h2>").append(escaped(heading)).append("</h2>\n");
        return this;
    }

    /**
     * Adds a paragraph.
     *
     * @param text plain text.
     * @return this.
     */
    public HtmlReport paragraph(final String text) {
        body.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    /**
     * Adds a table.
     *
     * @param columns headings.
     * @param rows with one cell a column.
     * @return this.
     */
    public HtmlReport table(final List<String> columns, final List<List<Cell>> rows) {
        body.append("<div class=\"scroll\"><table>\n<thead><tr>");
        columns.forEach(column -> body.append("<th>").append(escaped(column)).append("</th>"));
        body.append("</tr></thead>\n<tbody>\n");
        for (final List<Cell> row : rows) {
            body.append("<tr>");
            row.forEach(cell -> body.append("<td class=\"")
                    .append(cell.look().cssClass())
                    .append("\">")
                    .append(escaped(cell.text()))
                    .append("</td>"));
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    /**
     * Adds a chart.
     *
     * @param heading of the chart.
     * @param caption what it shows, and how to read it.
     * @param chart to draw.
     * @return this.
     */
    public HtmlReport chart(final String heading, final String caption, final Chart chart) {
        hasCharts = true;
        body.append("<h3>").append(escaped(heading)).append("</h3>\n");
        body.append("<p class=\"caption\">").append(escaped(caption)).append("</p>\n");
        body.append("<div class=\"chart\" style=\"height: ")
                .append(chart.heightRem())
                .append("rem\" role=\"img\" aria-label=\"")
                .append(escaped(heading))
                .append("\"><script type=\"application/json\">")
                .append(json(chart.options()))
                .append("</script></div>\n");
        return this;
    }

    /**
     * Adds a drawn picture, in a form for wide screens and paper and one for narrow screens.
     *
     * @param heading of the picture.
     * @param caption what it shows, and how to read it.
     * @param wide SVG element.
     * @param narrow SVG element.
     * @return this.
     */
    public HtmlReport picture(final String heading, final String caption, final String wide, final String narrow) {
        body.append("<h3>").append(escaped(heading)).append("</h3>\n");
        body.append("<p class=\"caption\">").append(escaped(caption)).append("</p>\n");
        body.append("<div class=\"picture wide\">").append(wide).append("</div>\n");
        body.append("<div class=\"picture narrow\">").append(narrow).append("</div>\n");
        return this;
    }

    /**
     * Adds amounts that open to show what they are made of.
     *
     * @param roots the amounts at the top.
     * @return this.
     */
    public HtmlReport outline(final List<Outline> roots) {
        body.append("<div class=\"outline\">\n");
        roots.forEach(this::add);
        body.append("</div>\n");
        return this;
    }

    private void add(final Outline node) {
        if (node.parts().isEmpty()) {
            body.append("<div class=\"leaf\">");
            addLine(node);
            body.append("</div>\n");
            return;
        }
        body.append(node.isOpen() ? "<details open><summary>" : "<details><summary>");
        addLine(node);
        body.append("</summary>\n");
        node.parts().forEach(this::add);
        body.append("</details>\n");
    }

    private void addLine(final Outline node) {
        body.append(node.isMarked() ? "<span class=\"marked\">&gt; " : "<span>")
                .append(escaped(node.label()))
                .append("</span><span class=\"amount\">")
                .append(escaped(node.amount()))
                .append("</span>");
        if (!node.note().isEmpty()) {
            body.append("<span class=\"note\">").append(escaped(node.note())).append("</span>");
        }
    }

    /**
     * Writes the page.
     *
     * @param file to write to; replaced if it is there.
     */
    public void write(final Path file) throws IOException {
        final StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(resource("/report/page.css"))
                .append("</style>\n</head>\n<body>\n")
                .append(body);
        if (hasCharts) {
            page.append("<footer>Charts: Apache ECharts 6.0.0, Apache-2.0.</footer>\n<script>\n")
                    .append(resource(ECHARTS))
                    .append("\n</script>\n<script>\n")
                    .append(resource("/report/page.js"))
                    .append("</script>\n");
        }
        page.append("</body>\n</html>\n");
        Files.writeString(file, page);
    }

    /** Escaped so that no text can end the script element that it stands in. */
    private static String json(final Object options) {
        try {
            return JSON.writeValueAsString(options).replace("<", "\\u003c");
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException("options that are no JSON", e);
        }
    }

    private static String escaped(final String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(final String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
