package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.WordText;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.model.LiveMarket;
import io.plimsoll.core.margin.model.LiveSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario sets, margin models and surfaces come in whole, checked and in the right order, or not at all. */
class DocumentsTest {
    private static final String SET = "DefineDocumentPart kind=SCENARIO_SET version=";
    private static final String MODEL = "DefineDocumentPart kind=MARGIN_MODEL version=";
    private static final String SURFACE = "SurfacePart asset=2 version=1";
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long DOLLAR = 10_000_000_000L;
    private static final long PER_CENT = Rate.ONE / 100;

    private final EngineDriver driver = EngineDriver.withMarket();

    private String load(final String command, final Words words) {
        String answer = "";
        for (final String part : LiveSet.parts(command, words)) {
            answer = driver.send(part);
            if (!answer.equals("OK")) {
                return answer;
            }
        }
        return answer;
    }

    private RiskState risk() {
        return driver.engine().state().risk();
    }

    private static Words model(final int version) {
        return LiveSet.model(LiveMarket.model(version, false));
    }

    @Test
    void aSetIsInForceWithItsLastPartAndNotBefore() {
        final List<String> parts = LiveSet.parts(SET + 1, LiveSet.set(1, 1));
        assertThat(parts).hasSizeGreaterThan(5);
        for (final String part : parts.subList(0, parts.size() - 1)) {
            assertThat(driver.send(part)).isEqualTo("OK");
            assertThat(risk().set()).isNull();
        }
        assertThat(driver.events()).isEmpty();

        assertThat(driver.send(parts.get(parts.size() - 1))).isEqualTo("OK");

        assertThat(risk().set().version()).isEqualTo(1);
        assertThat(driver.events()).containsExactly("document SCENARIO_SET 1 version 1");
    }

    @Test
    void aPartThatIsMissingOrComesTwiceIsRefusedWithThePlaceWhereTheNextOneMustBegin() {
        final List<String> parts = LiveSet.parts(SET + 1, LiveSet.set(1, 1));
        driver.send(parts.get(0));

        assertThat(driver.send(parts.get(2))).isEqualTo("PART_OUT_OF_ORDER (48)");
        assertThat(driver.send(parts.get(1))).isEqualTo("OK");
        assertThat(driver.send(parts.get(1))).isEqualTo("PART_OUT_OF_ORDER (96)");
    }

    @Test
    void theFirstPartBeginsAnewAndAnotherVersionTakesThePlaceOfWhatIsUnderWay() {
        final List<String> first = LiveSet.parts(SET + 1, LiveSet.set(1, 1));
        first.subList(0, 4).forEach(driver::send);

        assertThat(driver.send(LiveSet.parts(SET + 2, LiveSet.set(2, 1)).get(1)))
                .isEqualTo("PART_OUT_OF_ORDER");
        assertThat(load(SET + 2, LiveSet.set(2, 1))).isEqualTo("OK");
        assertThat(risk().set().version()).isEqualTo(2);
        assertThat(driver.send(first.get(4))).isEqualTo("VERSION_NOT_NEWER (2)");
    }

    @Test
    void aVersionThatIsNotNewerOrNotTheOneInTheWordsIsRefused() {
        load(SET + 3, LiveSet.set(3, 1));

        assertThat(load(SET + 3, LiveSet.set(3, 2))).isEqualTo("VERSION_NOT_NEWER (3)");
        assertThat(load(SET + 2, LiveSet.set(2, 2))).isEqualTo("VERSION_NOT_NEWER (3)");
        assertThat(load(SET + 5, LiveSet.set(4, 2))).isEqualTo("BAD_DOCUMENT");
        assertThat(risk().set().version()).isEqualTo(3);
    }

    @Test
    void aModelNeedsASetWithItsBlocks() {
        assertThat(load(MODEL + 1, model(1))).isEqualTo("MODEL_NOT_OF_SET");

        load(SET + 1, LiveSet.set(1, 1));

        assertThat(load(MODEL + 1, model(1))).isEqualTo("OK");
        assertThat(load(MODEL + 1, model(1))).isEqualTo("VERSION_NOT_NEWER (1)");
        assertThat(load(MODEL + 2, model(3))).isEqualTo("BAD_DOCUMENT");
        assertThat(risk().modelVersion(1)).isEqualTo(1);
    }

    /** Word for word another number, some of them absurd: in force or refused whole, never anything between, and never a fault. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void aSetWithAnyWordChangedIsInForceOrRefusedWhole(final long seed) {
        final Random random = new Random(seed);
        int refused = 0;
        load(SET + 1, LiveSet.set(1, seed));
        load(MODEL + 1, model(1));
        for (int i = 0; i < 400; i++) {
            final int before = risk().set().version();
            final long hash = risk().set().hash();
            final Words words = changed(LiveSet.set(before + 1, seed), random);
            final String answer = load(SET + (before + 1), words);
            if (answer.equals("OK")) {
                assertThat(risk().set().hash()).isEqualTo(words.hash());
            } else {
                assertThat(answer).as("seed %d, %d", seed, i).startsWith("BAD_DOCUMENT");
                assertThat(risk().set().hash()).isEqualTo(hash);
                assertThat(risk().set().version()).isEqualTo(before);
                refused++;
            }
        }
        assertThat(refused).isBetween(10, 390);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void aModelWithAnyWordChangedIsInForceOrRefusedWhole(final long seed) {
        final Random random = new Random(seed);
        int refused = 0;
        load(SET + 1, LiveSet.set(1, seed));
        load(MODEL + 1, model(1));
        for (int i = 0; i < 400; i++) {
            final int before = risk().modelVersion(1);
            final long hash = risk().models().hash(1);
            final Words words = changed(model(before + 1), random);
            final String answer = load(MODEL + (before + 1), words);
            if (answer.equals("OK")) {
                assertThat(risk().models().hash(1)).isEqualTo(words.hash());
            } else {
                assertThat(answer).as("seed %d, %d", seed, i).startsWith("BAD_DOCUMENT");
                assertThat(risk().models().hash(1)).isEqualTo(hash);
                refused++;
            }
        }
        assertThat(refused).isBetween(10, 390);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private static Words changed(final Words words, final Random random) {
        final int at = random.nextInt(words.count());
        final long other =
                switch (random.nextInt(5)) {
                    case 0 -> Long.MIN_VALUE;
                    case 1 -> Long.MAX_VALUE;
                    case 2 -> -words.at(at) - 1;
                    case 3 -> random.nextInt(100);
                    default -> words.at(at) + 1;
                };
        final Words changed = new Words(words.count());
        final int end = random.nextInt(20) == 0 ? random.nextInt(words.count()) + 1 : words.count();
        for (int i = 0; i < end; i++) {
            changed.add(i == at ? other : words.at(i));
        }
        if (random.nextInt(20) == 0) {
            changed.add(other);
        }
        return changed;
    }

    /** Index, forward and time to expiry are 60,000, 60,000 and 30 days; one row a slice: kind and figures in thousandths. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 20,100,-200,0,200      | OK",
                "1 | 20,100,-1000,0,200     | ARBITRAGE (3)",
                "1 | 20,-100,-200,0,200     | ARBITRAGE (2)",
                "1 | 20,100,-200,0,0        | ARBITRAGE (4)",
                "1 | -100,100,0,0,200       | ARBITRAGE",
                "1 | 1,3000,-900,0,10       | ARBITRAGE",
                "1 | 20,100,-200,0          | BAD_DOCUMENT",
                "1 | 20,100,-200,0,200,7    | BAD_DOCUMENT",
                "2 | 50000,600,60000,500    | OK",
                "2 | 50000,600,50000,500    | BAD_DOCUMENT",
                "2 | 60000,600,50000,500    | BAD_DOCUMENT",
                "2 | 50000,9,60000,500      | BAD_DOCUMENT",
                "2 | 50000,5001,60000,500   | BAD_DOCUMENT",
                "2 | -1,600,60000,500       | BAD_DOCUMENT",
                "2 | 50000,600,60000        | BAD_DOCUMENT",
                "2 | 50000,600,50100,900,60000,500 | ARBITRAGE (7)",
                "2 | 50000,600,60000,100,60100,900 | ARBITRAGE (7)",
                "2 | 50000,600,60000,500,60010,510 | OK",
                "3 | 50000,600,60000,500    | BAD_DOCUMENT"
            })
    void aSurfaceIsCheckedBeforeItIsUsed(final int kind, final String figures, final String verdict) {
        final Words words = head(30 * DAY_NS);
        words.add(kind);
        final String[] numbers = figures.split(",");
        for (int i = 0; i < numbers.length; i++) {
            final boolean isStrike = kind == 2 && i % 2 == 0;
            words.add(Long.parseLong(numbers[i]) * (isStrike ? DOLLAR : Rate.ONE / 1_000));
        }
        final String answer = load(SURFACE, words);

        assertThat(answer).startsWith(verdict);
        assertThat(driver.events()).hasSize(answer.equals("OK") ? 1 : 0);
    }

    private Words head(final long toExpiryNs) {
        final Words words = new Words(16);
        words.add(driver.timeNs() + toExpiryNs);
        words.add(60_000 * DOLLAR);
        words.add(60_000 * DOLLAR);
        words.add(4 * PER_CENT);
        words.add(Math.max(1, toExpiryNs));
        return words;
    }

    private Words svi(final long toExpiryNs, final long a) {
        final Words words = head(toExpiryNs);
        words.add(1);
        for (final long figure : new long[] {a, 100, -200, 0, 200}) {
            words.add(figure * (Rate.ONE / 1_000));
        }
        return words;
    }

    @Test
    void aLaterExpiryWithLessVarianceThanAnEarlierOneIsRefused() {
        assertThat(load(SURFACE, svi(30 * DAY_NS, 20))).isEqualTo("OK");

        assertThat(load(SURFACE, svi(60 * DAY_NS, 10))).startsWith("ARBITRAGE");
        assertThat(load(SURFACE, svi(20 * DAY_NS, 30))).startsWith("ARBITRAGE");
        assertThat(load(SURFACE, svi(60 * DAY_NS, 40))).isEqualTo("OK");
    }

    private Words points(final long toExpiryNs, final long volatility) {
        final Words words = head(toExpiryNs);
        words.add(2);
        for (final long strike : new long[] {50_000, 60_000, 70_000}) {
            words.add(strike * DOLLAR);
            words.add(volatility * PER_CENT);
        }
        return words;
    }

    @Test
    void pointsAreComparedWithTheExpiriesBesideThemWhateverTheseAreMadeOf() {
        assertThat(load(SURFACE, svi(30 * DAY_NS, 20))).isEqualTo("OK");

        assertThat(load(SURFACE, points(60 * DAY_NS, 40))).isEqualTo("ARBITRAGE (8)");
        assertThat(load(SURFACE, points(60 * DAY_NS, 80))).isEqualTo("OK");
        assertThat(load(SURFACE, points(90 * DAY_NS, 60))).isEqualTo("ARBITRAGE (8)");
        // 80 % for 60 days is as much variance as 65.3 % for 90: two points less are still believed.
        assertThat(load(SURFACE, points(90 * DAY_NS, 63))).isEqualTo("OK");
    }

    @Test
    void aSurfaceOfThePastOrOfAnUnknownAssetIsRefused() {
        driver.advance(DAY_NS);

        assertThat(load(SURFACE, svi(0, 20))).startsWith("EXPIRY_OUT_OF_RANGE");
        assertThat(load("SurfacePart asset=9 version=1", svi(DAY_NS, 20))).isEqualTo("UNKNOWN_ASSET");
    }

    @Test
    void namesWithOtherCharactersAreRefused() {
        final Words words = new Words(8);
        WordText.add(words, "ab");
        final Words wrong = new Words(8);
        wrong.add(2);
        wrong.add(words.at(1) | 0x80);

        assertThat(load(SET + 1, wrong)).startsWith("BAD_DOCUMENT");
    }
}
