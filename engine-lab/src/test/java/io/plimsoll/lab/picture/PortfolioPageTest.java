package io.plimsoll.lab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioPageTest {
    @TempDir
    private static Path folder;

    private static MarginAnswer answer;
    private static String page;

    @BeforeAll
    static void write() throws IOException {
        final PortfolioPictures pictures =
                PortfolioPictures.of(Example.book(), Example.grid(), (done, all) -> {}, Preset.shipped("plimsoll"));
        answer = pictures.answers().get(0);
        PortfolioPage.write("A <portfolio>", Example.book(), List.of(), pictures, folder.resolve("report.html"));
        page = Files.readString(folder.resolve("report.html"));
    }

    @Test
    void thePageNeedsNothingFromOutside() {
        assertThat(page.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                .doesNotContain("http:", "https:", "<script", "<link", "<img", "<iframe", "@import", "url(");
    }

    @Test
    void thePageSaysWhatThePortfolioIsAndNeeds() {
        assertThat(page)
                .contains("<h1>A &lt;portfolio&gt;</h1>", "<td class=\"text\">BTC-25DEC26-100000-C</td>")
                .contains(Show.money(answer.initial()), Show.money(answer.maintenance()))
                .contains(
                        Show.money(answer.equity().total()),
                        Show.money(answer.equity().haircuts()))
                .contains(Show.money(answer.tail().valueAtRisk99()))
                .contains("VaR, approximation by delta-gamma-vega with Cornish-Fisher")
                .contains(Show.money(answer.approximation().valueAtRisk99()));
    }

    @Test
    void theTreeIsOpenDownToTheScenarioThatBindsAndTheRestOpens() {
        assertThat(page)
                .contains("<details open><summary><span>initial margin</span>")
                .contains("<details open><summary><span class=\"marked\">&gt; worst loss</span>")
                .contains("<details><summary><span>add-ons</span>");
    }

    @Test
    void everyPictureIsThereForWideAndNarrowScreens() {
        assertThat(page.split("<div class=\"picture wide\">", -1)).hasSize(5);
        assertThat(page.split("<div class=\"picture narrow\">", -1)).hasSize(5);
    }
}
