package io.plimsoll.core.margin.model;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.WordText;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** A small scenario set and margin models for it, as words; and surfaces. Underlyings are BTC and ETH. */
public final class LiveSet {
    static final ScenarioBlock GRID = new ScenarioBlock("grid", 0, 12);
    static final ScenarioBlock SKEW = new ScenarioBlock("skew", 10, 12);
    static final ScenarioBlock JOINT = new ScenarioBlock("joint", 12, 36);
    static final ScenarioBlock STRESS = new ScenarioBlock("stress", 36, 40);

    private static final int WORDS_PER_PART = 48;
    private static final long PER_CENT = Rate.ONE / 100;
    private static final int MOVES = 40;

    private LiveSet() {}

    public static Words set(final int version, final long seed) {
        return set(version, seed, 0);
    }

    /** The same with another name of its last block: a model that names the stress block does not fit it. */
    public static Words setWithoutStress(final int version, final long seed) {
        return set(version, seed, 0, new ScenarioBlock("other", STRESS.from(), STRESS.to()));
    }

    /** The same with a daily volume of both underlyings, in minor units. */
    public static Words set(final int version, final long seed, final long dailyVolume) {
        return set(version, seed, dailyVolume, STRESS);
    }

    private static Words set(final int version, final long seed, final long dailyVolume, final ScenarioBlock last) {
        final Random random = new Random(seed);
        final Words words = new Words(1_000);
        WordText.add(words, "test");
        words.add(version);
        words.add(4);
        for (final ScenarioBlock block : List.of(GRID, SKEW, JOINT, last)) {
            WordText.add(words, block.name());
            words.add(block.from());
            words.add(block.to());
        }
        words.add(1);
        WordText.add(words, "large");
        for (final long rate : rules()) {
            words.add(rate);
        }
        words.add(2);
        for (final String symbol : List.of("BTC", "ETH")) {
            WordText.add(words, symbol);
            words.add(0);
            words.add(symbol.equals("BTC") ? 0 : random.nextInt(2));
            words.add(dailyVolume);
            words.add(3 * PER_CENT);
        }
        scenarios(words, random);
        return words;
    }

    private static long[] rules() {
        final long cap = Rate.ONE / 4;
        return new long[] {
            Rate.ONE / 2,
            Rate.ONE * 3 / 10,
            Rate.ONE * 3 / 10,
            Rate.ONE * 13 / 100,
            Rate.ONE,
            Rate.ONE * 45 / 100,
            3 * Rate.ONE,
            cap,
            -Rate.ONE / 10,
            Rate.ONE / 100,
            4 * Rate.ONE,
            Rate.ONE * 6 / 10,
            0,
            cap,
            -Rate.ONE / 10,
            Rate.ONE / 100,
            4 * Rate.ONE,
            Rate.ONE * 6 / 10,
            0
        };
    }

    private static void scenarios(final Words words, final Random random) {
        words.add(MOVES);
        for (int s = 0; s < MOVES; s++) {
            final boolean isResidual = isResidual(s);
            words.add(isResidual ? VolatilityMove.SHARE.code() : s % 5);
            words.add(isResidual ? 24 : 0);
            words.add(isResidual ? 1 : 0);
        }
        for (int u = 0; u < 2; u++) {
            for (int s = 0; s < MOVES; s++) {
                figures(words, s, random);
                words.add(s % 9 == 0 ? Rate.ONE / 2 : Rate.ONE);
            }
        }
    }

    private static void figures(final Words words, final int scenario, final Random random) {
        if (isResidual(scenario)) {
            words.add(random.nextLong(6 * Rate.ONE) - 3 * Rate.ONE);
            words.add(random.nextLong(Rate.ONE) - Rate.ONE / 2);
            words.add(random.nextLong(PER_CENT) - PER_CENT / 2);
        } else {
            words.add((scenario % 9 - 4) * 6L * PER_CENT);
            words.add(0);
            words.add(0);
        }
    }

    private static boolean isResidual(final int scenario) {
        return scenario >= JOINT.from() && scenario < JOINT.to();
    }

    /** A model's words. */
    public static Words model(final MarginModel model) {
        return ModelWords.write(model);
    }

    /**
     * A model that asks for the worst of the grid: of falls and rises of up to 24 %, undamped.
     *
     * @param maintenance factor of that in the maintenance margin.
     */
    static MarginModel worst(final long maintenance) {
        return new MarginModel(
                "worst",
                1,
                false,
                List.of(),
                List.of(),
                List.of(),
                new ScenarioCharge("grid", GRID, Measure.WORST, Across.TOGETHER),
                Rate.ONE,
                maintenance,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Points of one expiry, a smile around the forward. */
    public static Words surface(
            final long expiryNs, final long nowNs, final long index, final long forward, final long level) {
        final Words words = new Words(32);
        words.add(expiryNs);
        words.add(index);
        words.add(forward);
        words.add(4 * PER_CENT);
        words.add(expiryNs - nowNs);
        words.add(2);
        for (int i = 1; i <= 8; i++) {
            words.add(forward / 4 * i);
            words.add(level + Math.abs(i - 4) * 2L * PER_CENT);
        }
        return words;
    }

    /** Loads a document. */
    public static void load(final EngineDriver driver, final String command, final Words words) {
        for (final String line : parts(command, words)) {
            final String answer = driver.send(line);
            if (!answer.equals("OK")) {
                throw new AssertionError(line + ": " + answer);
            }
        }
    }

    /** The commands that load a document. */
    public static List<String> parts(final String command, final Words words) {
        final List<String> parts = new ArrayList<>();
        for (int first = 0; first < words.count(); first += WORDS_PER_PART) {
            final StringJoiner part = new StringJoiner(",");
            for (int i = first; i < Math.min(words.count(), first + WORDS_PER_PART); i++) {
                part.add(Long.toString(words.at(i)));
            }
            parts.add(command + " total=" + words.count() + " first=" + first + " words=" + part);
        }
        return parts;
    }
}
