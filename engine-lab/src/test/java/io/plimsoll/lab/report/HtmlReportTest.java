package io.plimsoll.lab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    @TempDir
    private Path folder;

    @Test
    void textCannotBecomeMarkup() throws IOException {
        final HtmlReport report = new HtmlReport("a < b & \"c\"")
                .section("<h1>")
                .paragraph("1 > 0")
                .table(List.of("x&y"), List.of(List.of(new Cell("<td>", Cell.Look.BAD))));

        assertThat(written(report))
                .contains("<title>a &lt; b &amp; &quot;c&quot;</title>")
                .contains("<h2>&lt;h1&gt;</h2>")
                .contains("<p>1 &gt; 0</p>")
                .contains("<th>x&amp;y</th>")
                .contains("<td class=\"bad\">&lt;td&gt;</td>");
    }

    @Test
    void optionsOfAChartCannotEndTheirScript() throws IOException {
        final Chart chart = Chart.numeric("x", "y").line("</script>", List.of(List.of(1.0, 2.0)));

        assertThat(written(new HtmlReport("t").chart("h", "c", chart)))
                .contains("\"name\":\"\\u003c/script>\"")
                .contains("[[1.0,2.0]]");
    }

    @Test
    void aPageWithChartsHoldsTheScriptThatDrawsThemAndNeedsNoNetwork() throws IOException {
        final String page = written(new HtmlReport("t")
                .chart("h", "c", Chart.categories(List.of("a"), "ns").bars("b", List.of(1.0), null)));

        assertThat(page).contains("echarts.init(").doesNotContain("<link", "@import", "XMLHttpRequest", "fetch(");
        assertThat(page.length()).isGreaterThan(1_000_000);
    }

    @Test
    void aPageWithoutChartsIsSmall() throws IOException {
        assertThat(written(new HtmlReport("t").paragraph("nothing to draw"))).hasSizeLessThan(10_000);
    }

    private String written(final HtmlReport report) throws IOException {
        final Path file = folder.resolve("report.html");
        report.write(file);
        return Files.readString(file);
    }
}
