package io.plimsoll.lab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of a chart with two axes, in the shape that ECharts reads. */
public final class Chart {
    private static final int LABEL_WIDTH = 190;
    private static final int LINE_HEIGHT = 13;
    private static final int GAP = 20;
    private static final int HEIGHT_MIN_REM = 12;
    private static final int HEIGHT_OF_AXES_REM = 7;
    private static final int HEIGHT_OF_BAR_REM = 2;

    private final Map<String, Object> xAxis = new LinkedHashMap<>();
    private final Map<String, Object> yAxis = new LinkedHashMap<>();
    private final List<Map<String, Object>> series = new ArrayList<>();

    private int left = 80;
    private int heightRem = 26;

    private Chart() {}

    /**
     * A chart of numbers over numbers.
     *
     * @param x name and unit of the horizontal axis.
     * @param y name and unit of the vertical axis.
     * @return the chart.
     */
    public static Chart numeric(final String x, final String y) {
        return new Chart().axes("value", x, y);
    }

    /**
     * A chart over time.
     *
     * @param y name and unit of the vertical axis.
     * @return the chart; points have milliseconds since 1970 as x.
     */
    public static Chart time(final String y) {
        return new Chart().axes("time", "", y);
    }

    /**
     * A chart of bars, one below the other, so that their names can be read.
     *
     * @param categories names, from the top.
     * @param x name and unit of the values.
     * @return the chart.
     */
    public static Chart categories(final List<String> categories, final String x) {
        final Chart chart = new Chart().axes("value", x, "");
        chart.yAxis.put("type", "category");
        chart.yAxis.put("inverse", true);
        chart.yAxis.put("data", categories);
        chart.yAxis.put(
                "axisLabel",
                Map.of("interval", 0, "width", LABEL_WIDTH, "overflow", "break", "lineHeight", LINE_HEIGHT));
        chart.left = LABEL_WIDTH + GAP;
        chart.heightRem = Math.max(HEIGHT_MIN_REM, HEIGHT_OF_AXES_REM + HEIGHT_OF_BAR_REM * categories.size());
        return chart;
    }

    private Chart axes(final String xType, final String x, final String y) {
        xAxis.put("type", xType);
        xAxis.put("name", x);
        xAxis.put("nameLocation", "middle");
        xAxis.put("nameGap", 30);
        yAxis.put("type", "value");
        yAxis.put("name", y);
        yAxis.put("nameLocation", "middle");
        yAxis.put("nameGap", 60);
        return this;
    }

    /**
     * Makes the horizontal axis logarithmic.
     *
     * @return this.
     */
    public Chart logarithmicX() {
        xAxis.put("type", "log");
        return this;
    }

    /**
     * Makes the vertical axis logarithmic.
     *
     * @return this.
     */
    public Chart logarithmicY() {
        yAxis.put("type", "log");
        return this;
    }

    /**
     * Adds a line.
     *
     * @param name for the legend.
     * @param points pairs of x and y.
     * @return this.
     */
    public Chart line(final String name, final List<List<Double>> points) {
        series.add(new LinkedHashMap<>(Map.of("type", "line", "name", name, "showSymbol", false, "data", points)));
        return this;
    }

    /**
     * Adds separate points.
     *
     * @param name for the legend.
     * @param points pairs of x and y.
     * @return this.
     */
    public Chart points(final String name, final List<List<Double>> points) {
        series.add(new LinkedHashMap<>(Map.of("type", "scatter", "name", name, "symbolSize", 6, "data", points)));
        return this;
    }

    /**
     * Colours the series added last.
     *
     * @param colour such as {@code #cf222e}.
     * @return this.
     */
    public Chart colour(final String colour) {
        series.get(series.size() - 1).put("color", colour);
        return this;
    }

    /**
     * Adds bars.
     *
     * @param name for the legend.
     * @param values one a category.
     * @param stack name of what they are piled on; null: they stand alone.
     * @return this.
     */
    public Chart bars(final String name, final List<Double> values, final String stack) {
        final Map<String, Object> bars = new LinkedHashMap<>(Map.of("type", "bar", "name", name, "data", values));
        if (stack != null) {
            bars.put("stack", stack);
        }
        series.add(bars);
        return this;
    }

    /**
     * Draws a level line through the series added last.
     *
     * @param label of the line.
     * @param y where it is.
     * @return this.
     */
    public Chart level(final String label, final double y) {
        series.get(series.size() - 1)
                .put(
                        "markLine",
                        Map.of(
                                "symbol", "none",
                                "label", Map.of("formatter", label, "position", "insideEndTop"),
                                "data", List.of(Map.of("yAxis", y))));
        return this;
    }

    /** {@return how high it should be, in units of the text's size} */
    int heightRem() {
        return heightRem;
    }

    /** {@return the options} */
    Map<String, Object> options() {
        return Map.of(
                "tooltip", Map.of("trigger", "item"),
                "legend", Map.of("type", "scroll", "top", 0, "left", 0, "right", 100),
                "grid", Map.of("left", left, "right", 30, "top", 40, "bottom", 60),
                "toolbox", Map.of("feature", Map.of("dataZoom", Map.of(), "saveAsImage", Map.of()), "right", 10),
                "xAxis", xAxis,
                "yAxis", yAxis,
                "series", series);
    }
}
