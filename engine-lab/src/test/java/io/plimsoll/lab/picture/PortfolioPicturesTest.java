package io.plimsoll.lab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.Portfolio;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.Share;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class PortfolioPicturesTest {
    private static PortfolioPictures pictures;

    @TempDir
    private Path folder;

    @BeforeAll
    static void draw() {
        pictures = pictures(Example.book(), "plimsoll");
    }

    private static PortfolioPictures pictures(final PortfolioBook book, final String... models) {
        final Preset[] presets = List.of(models).stream().map(Preset::shipped).toArray(Preset[]::new);
        return PortfolioPictures.of(book, Example.grid(), (done, all) -> {}, presets);
    }

    private static Picture picture(final String file) {
        return pictures.pictures().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static Document parsed(final String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> words(final String svg) throws Exception {
        return texts(svg).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> texts(final String svg) throws Exception {
        final List<Element> texts = new ArrayList<>();
        final var nodes = parsed(svg).getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add((Element) nodes.item(i));
        }
        return texts;
    }

    @Test
    void aModelHasFourPictures() {
        assertThat(pictures.pictures())
                .extracting(Picture::file)
                .containsExactly("surface-pnl.svg", "surface-margin.svg", "scenarios.svg", "tail.svg");
    }

    @Test
    void severalModelsHaveTheirOwnAndShareTheTail() {
        assertThat(pictures(Example.book(), "plimsoll", "pmrm2").pictures())
                .extracting(Picture::file)
                .containsExactly(
                        "surface-pnl-plimsoll.svg",
                        "surface-margin-plimsoll.svg",
                        "scenarios-plimsoll.svg",
                        "surface-pnl-pmrm2.svg",
                        "surface-margin-pmrm2.svg",
                        "scenarios-pmrm2.svg",
                        "tail.svg");
    }

    @Test
    void cashAloneHasSurfacesAlone() {
        final PortfolioBook cash = new PortfolioBook(Example.book().market(), Portfolio.ofCash("100"));

        assertThat(pictures(cash, "plimsoll").pictures())
                .extracting(Picture::file)
                .containsExactly("surface-pnl.svg", "surface-margin.svg");
    }

    @Test
    void everyPictureIsWellFormedAndSaysWhatItIsInUsd() throws Exception {
        for (final Picture each : pictures.pictures()) {
            for (final String svg : List.of(each.svg(), each.narrow())) {
                final Element root = parsed(svg).getDocumentElement();
                assertThat(root.getTagName()).isEqualTo("svg");
                assertThat(root.getFirstChild().getNodeName()).isEqualTo("title");
                assertThat(root.getFirstChild().getTextContent()).isEqualTo(each.heading());
                assertThat(words(svg)).anyMatch(text -> text.contains("USD"));
                assertThat(words(svg)).anyMatch(text -> text.contains("2026-11-20T08:00:00Z"));
            }
        }
    }

    @Test
    void noTextIsCutOffAtASide() throws Exception {
        for (final Picture each : pictures.pictures()) {
            for (final String svg : List.of(each.svg(), each.narrow())) {
                final double width =
                        Double.parseDouble(parsed(svg).getDocumentElement().getAttribute("width"));
                for (final Element text : texts(svg)) {
                    if (!text.hasAttribute("transform")) {
                        assertWithin(text, width);
                    }
                }
            }
        }
    }

    private static void assertWithin(final Element text, final double width) {
        final double x = Double.parseDouble(text.getAttribute("x"));
        final Type type =
                new Type(Double.parseDouble(text.getAttribute("font-size")), Svg.INK, text.hasAttribute("font-weight"));
        final double room = type.width(text.getTextContent());
        final double left = x
                - switch (text.getAttribute("text-anchor")) {
                    case "start" -> 0;
                    case "middle" -> room / 2;
                    default -> room;
                };
        assertThat(left).as(text.getTextContent()).isGreaterThanOrEqualTo(0);
        assertThat(left + room).as(text.getTextContent()).isLessThanOrEqualTo(width);
    }

    @Test
    void surfacesNameAxesUnitsAndEveryStatusLine() throws Exception {
        for (final String file : List.of("surface-pnl.svg", "surface-margin.svg")) {
            assertThat(words(picture(file).svg()))
                    .contains(
                            "move of all prices, %",
                            "move of volatilities, % of them",
                            "no new risk: equity = IM",
                            "margin call: half way from MM to IM",
                            "liquidation: equity = MM",
                            "backstop: equity = 2/3 MM",
                            "bankrupt: net asset value = 0",
                            "E = IM",
                            "E = MM",
                            "NAV = 0");
        }
    }

    @Test
    void aStatusLineThatIsNotReachedIsNamedAsSuch() throws Exception {
        final PortfolioBook rich = new PortfolioBook(
                Example.book().market(), Example.book().portfolio().plusCash(new BigDecimal("1000000")));
        final String svg = pictures(rich, "plimsoll").pictures().get(0).svg();

        assertThat(words(svg))
                .contains("liquidation: equity = MM (not reached)")
                .doesNotContain("E = MM");
    }

    @Test
    void theScenarioThatBindsIsMarkedWithItsAmount() throws Exception {
        final MarginAnswer answer = pictures.answers().get(0);
        final ExplainedNode binding = answer.drivers().get(0);
        final String scenario = binding.scenario().orElseThrow();
        final String svg = picture("scenarios.svg").svg();

        assertThat(words(svg))
                .contains(
                        "Binds: " + answer.binding() + "; worst loss " + Show.money(binding.amount()) + " in "
                                + scenario,
                        "> " + scenario.substring(scenario.indexOf(": ") + 2),
                        Show.money(binding.amount().negate()),
                        "grid: 38 scenarios",
                        "joint: the worst 30 of 1,000",
                        "stress: 10 scenarios");
        assertThat(words(svg).stream().filter(text -> text.startsWith("> "))).hasSize(1);
    }

    @Test
    void theWorstOfGridIsTheLowestBarOfTheGrid() throws Exception {
        final BigDecimal worst =
                pictures.answers().get(0).worstGrid().orElseThrow().loss();

        assertThat(words(picture("scenarios.svg").svg())).contains(Show.money(worst.negate()));
    }

    @Test
    void theTailShowsTheMeasuresAndSharesThatSumToTheShortfall() throws Exception {
        final MarginAnswer answer = pictures.answers().get(0);
        final List<String> words = words(picture("tail.svg").svg());

        assertThat(words)
                .contains(
                        "VaR 97.5 %: " + Show.money(answer.tail().valueAtRisk975()),
                        "VaR 99 %: " + Show.money(answer.tail().valueAtRisk99()),
                        "ES 97.5 %: " + Show.money(answer.tail().shortfall975()),
                        "ES 99 %: " + Show.money(answer.tail().shortfall99()),
                        "sum " + Show.money(answer.tail().shortfall975()) + " = ES 97.5 %");
        for (final Share share : answer.tail().shares()) {
            assertThat(words).anyMatch(text -> text.startsWith(share.position() + " x "));
        }
    }

    @Test
    void positionsBeyondFifteenAreOneBar() throws Exception {
        Portfolio portfolio = Portfolio.ofCash("1000000");
        for (int i = 0; i < 20; i++) {
            portfolio = portfolio.with("BTC-25DEC26-" + (80_000 + 2_000 * i) + "-C", "-0.1");
        }
        final PortfolioPictures many = pictures(new PortfolioBook(Example.book().market(), portfolio), "plimsoll");
        final String svg = many.pictures().get(3).svg();

        assertThat(words(svg)).contains("5 other positions");
        assertThat(words(svg).stream().filter(text -> text.startsWith("BTC-25DEC26-")))
                .hasSize(15);
    }

    @Test
    void theSamePortfolioGivesTheSameBytes() throws IOException {
        pictures.write(folder.resolve("a"));
        pictures(Example.book(), "plimsoll").write(folder.resolve("b"));

        for (final Picture each : pictures.pictures()) {
            assertThat(Files.readString(folder.resolve("a").resolve(each.file())))
                    .isEqualTo(each.svg());
            assertThat(folder.resolve("b").resolve(each.file()))
                    .hasSameBinaryContentAs(folder.resolve("a").resolve(each.file()));
        }
    }
}
