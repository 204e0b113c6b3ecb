package io.plimsoll.config.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The schema that editors use and the code that reads agree on every charge. */
class ModelSchemaTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final String HEAD = """
            name: small
            version: 1
            title: A small model
            scenarios: plimsoll
            sums: by-underlying
            parameters: {rate: 2 %}
            factors: {initial: 1, maintenance: 0.8}
            risk:\
            """;
    private static final String PARTS = "parts: [{type: peg, threshold: 1, factor: 1}]";
    private static final Map<ChargeType, List<String>> CHARGES = Map.ofEntries(
            Map.entry(ChargeType.SUM, List.of(PARTS)),
            Map.entry(ChargeType.LARGEST, List.of(PARTS)),
            Map.entry(ChargeType.MULTIPLE, List.of("rate: rate", PARTS)),
            Map.entry(
                    ChargeType.SCENARIOS,
                    List.of("block: joint", "measure: shortfall", "level: 97.5 %", "across: blend", "share: 0.7")),
            Map.entry(ChargeType.EXPIRY_BASIS, List.of("base: 0.5", "per-year: 2")),
            Map.entry(ChargeType.NOTIONAL, List.of("rates: [rate, 3 %]", "kinds: [perpetual, future]")),
            Map.entry(ChargeType.HAIRCUT, List.of("of: both")),
            Map.entry(ChargeType.SHORT_OPTIONS, List.of("rate: 0.3 %")),
            Map.entry(ChargeType.OPTION_CLOSE_OUT, List.of("rates: 0.03 %", "vega-points: 1.5")),
            Map.entry(ChargeType.ROLL, List.of("least: 1 %", "per-year: [5 %, 10 %]", "netting: offset")),
            Map.entry(ChargeType.VEGA_OFFSET, List.of("share: 25 %", "points: 30")),
            Map.entry(ChargeType.QUOTE_HEDGE, List.of("rate: 1 %")),
            Map.entry(ChargeType.INTEREST, List.of("points: 2")),
            Map.entry(ChargeType.CONCENTRATION, List.of("share-of-volume: 10 %", "most: 2")),
            Map.entry(ChargeType.FUNDING, List.of("periods: 1")),
            Map.entry(ChargeType.OPEN_INTEREST, List.of("lower: 100", "upper: [250, 0]", "most: 60 %")),
            Map.entry(ChargeType.CONFIDENCE, List.of("threshold: 0.55", "factor: 1")),
            Map.entry(ChargeType.PEG, List.of("threshold: 0.98", "factor: 2")),
            Map.entry(ChargeType.SMALLEST, List.of(PARTS)),
            Map.entry(ChargeType.BY_CLASS, List.of(PARTS)),
            Map.entry(ChargeType.RESERVED_FUNDS, List.of(PARTS)),
            Map.entry(ChargeType.OPEN_ORDERS, List.of("rate: 0.01")),
            Map.entry(ChargeType.EACH, List.of("of: expiry", "kinds: [call, put]", "side: short", PARTS)),
            Map.entry(ChargeType.TIERS, List.of("floors: [0, 0.25]", "rates: [rate, 2 * rate]", PARTS)),
            Map.entry(ChargeType.LOSS, List.of("block: payoff")),
            Map.entry(
                    ChargeType.AMOUNT,
                    List.of("of: out-of-the-money", "rates: rate * 50 %", "kinds: put", "side: long")),
            Map.entry(ChargeType.RELIEF, List.of("of: value", "rates: 1", "kinds: put", "side: both")),
            Map.entry(ChargeType.FIXED, List.of("amounts: 0.001", "kinds: future", "side: both")),
            Map.entry(
                    ChargeType.NOTIONAL_BY_OPEN_INTEREST,
                    List.of("rates: rate", "lower: 25", "upper: [50, 60]", "kinds: perpetual", "side: both")),
            Map.entry(
                    ChargeType.SIZE_IMPACT,
                    List.of("rates: rate", "scale: 1", "power: root", "kinds: perpetual", "side: both")),
            Map.entry(
                    ChargeType.SIZE_DISCOUNT,
                    List.of("rates: rate", "scale: 1", "power: linear", "most: 1.1", "kinds: coin", "side: long")),
            Map.entry(
                    ChargeType.PLATFORM_WEIGHT,
                    List.of("weights: 0.8", "start: 1", "total: deposits", "kinds: coin", "side: long")),
            Map.entry(ChargeType.PEG_NOTIONAL, List.of("threshold: 0.98", "factor: 2", "kinds: call", "side: short")));

    @TempDir
    Path folder;

    @Test
    void everyModelThatShipsIsValidAndNamesItsSchema() throws IOException {
        try (Stream<Path> models = Files.list(FOLDER.resolve("models"))) {
            final List<Path> files = models.toList();
            assertThat(files).isNotEmpty();
            for (final Path file : files) {
                final String text = Files.readString(file);
                assertThat(text).startsWith("# yaml-language-server: $schema=../margin-model.schema.json");
                assertThat(isValid(text)).as(file.toString()).isTrue();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> readerAndSchemaAllowAndRefuseTheSameCharges() {
        assertThat(CHARGES).containsOnlyKeys(ChargeType.values());
        final List<DynamicTest> tests = new ArrayList<>();
        CHARGES.forEach((type, keys) -> {
            tests.add(agree(type, "complete", keys, true));
            tests.add(agree(type, "with a key too many", plus(keys, "volume: 3"), false));
            for (final String key : keys) {
                tests.add(agree(type, "without " + key, without(keys, key), false));
            }
        });
        return tests.stream();
    }

    private DynamicTest agree(
            final ChargeType type, final String what, final List<String> keys, final boolean isAllowed) {
        final String name = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
        final String text = HEAD + " {type: " + name + ", " + String.join(", ", keys) + "}\n";
        return DynamicTest.dynamicTest(name + " " + what, () -> {
            assertThat(isValid(text)).as("schema").isEqualTo(isAllowed);
            assertThat(isRead(text)).as("reader").isEqualTo(isAllowed);
        });
    }

    private static List<String> plus(final List<String> keys, final String key) {
        final List<String> all = new ArrayList<>(keys);
        all.add(key);
        return all;
    }

    private static List<String> without(final List<String> keys, final String key) {
        return keys.stream().filter(each -> !each.equals(key)).toList();
    }

    private static boolean isValid(final String text) throws IOException {
        final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve("margin-model.schema.json")), InputFormat.JSON);
        return schema.validate(text, InputFormat.YAML).isEmpty();
    }

    private boolean isRead(final String text) throws IOException {
        final Path file = folder.resolve("model.yaml");
        Files.writeString(file, text);
        try {
            ModelFile.read(file, Map.of());
            return true;
        } catch (final ConfigException refused) {
            return false;
        }
    }
}
