package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.config.portfolio.PortfolioFile;
import io.plimsoll.config.scenario.ScenarioSetFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The schemas for editors say what the readers do: the readers' own errors are the measure. */
class SchemaTest {
    private static final String WRONG = "'?'";

    /** What has a schema. */
    enum SchemaKind {
        ENGINE("engine", "engine.yaml"),
        MARKETS("markets", "markets.yaml"),
        SCENARIOS("scenario-set", "scenarios/plimsoll.yaml"),
        PORTFOLIO("portfolio", "examples/portfolio.yaml");

        private final String schema;
        private final String shipped;

        SchemaKind(final String schema, final String shipped) {
            this.schema = schema;
            this.shipped = shipped;
        }

        @Override
        public String toString() {
            return schema;
        }
    }

    @ParameterizedTest
    @EnumSource(SchemaKind.class)
    void theFileThatShipsIsValidAndNamesItsSchema(final SchemaKind kind) throws IOException {
        final String text = Files.readString(Path.of(kind.shipped));

        assertThat(text)
                .startsWith("# yaml-language-server: $schema=" + "../".repeat(kind.shipped.split("/", -1).length - 1)
                        + kind + ".schema.json\n");
        assertThat(schema(kind).validate(text, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(SchemaKind.class)
    void theSchemaIsInTheJarAndIsOneOfDraft202012(final SchemaKind kind) throws IOException {
        final String text = Files.readString(Path.of(kind + ".schema.json"));
        try (InputStream in = YamlFile.class.getResourceAsStream(kind + ".schema.json")) {
            assertThat(in).asString(java.nio.charset.StandardCharsets.UTF_8).isEqualTo(text);
        }
        final Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(text, InputFormat.JSON)).isEmpty();
    }

    /** A wrong value at every place of the schema: the reader refuses it there, and allows what the schema says. */
    @TestFactory
    Stream<DynamicTest> everyValueOfTheSchemaIsReadAndAllowsTheSame() throws IOException {
        final List<DynamicTest> tests = new ArrayList<>();
        for (final SchemaKind kind : SchemaKind.values()) {
            leaves("", root(kind))
                    .forEach((path, leaf) -> tests.add(DynamicTest.dynamicTest(
                            kind + " " + path, () -> assertAllowsTheSame(leaf, allowedByReader(kind, path)))));
        }
        assertThat(tests).hasSize(172);
        return tests.stream();
    }

    private static void assertAllowsTheSame(final JsonNode leaf, final String allowed) {
        if (leaf.has("pattern") && leaf.get("pattern").asText().startsWith("^aeron")) {
            assertThat(allowed).isEqualTo("aeron:ipc, or aeron:udp?... with its parameters");
            assertThat(leaf.get("description").asText()).contains(allowed);
        } else if (!allowed.isEmpty()) {
            assertThat(leaf.get("description").asText()).endsWith("Allowed: " + allowed + ".");
        }
        if (leaf.has("minimum")) {
            assertThat(leaf.get("minimum") + " to " + leaf.get("maximum")).isEqualTo(allowed);
        }
        if (leaf.has("enum")) {
            final List<String> words = StreamSupport.stream(leaf.get("enum").spliterator(), false)
                    .map(JsonNode::asText)
                    .distinct()
                    .toList();
            assertThat(String.join(", ", words)).isEqualTo(allowed);
        }
    }

    /** A key that no reader knows, in every section of the schema: the reader lists the keys, and the schema has the same. */
    @TestFactory
    Stream<DynamicTest> everySectionOfTheSchemaHasTheKeysThatAreRead() throws IOException {
        final List<DynamicTest> tests = new ArrayList<>();
        for (final SchemaKind kind : SchemaKind.values()) {
            sections("", root(kind))
                    .forEach((path, section) -> tests.add(
                            DynamicTest.dynamicTest(kind + " " + path, () -> assertThat(keysOfReader(kind, path))
                                    .containsExactlyInAnyOrderElementsOf(names(section)))));
        }
        assertThat(tests).hasSize(35);
        return tests.stream();
    }

    /** One row a bad file: the reader and the schema refuse it. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "ENGINE => limit: { accounts: 1 }",
                "ENGINE => limits: { acounts: 1 }",
                "ENGINE => limits: { accounts: 0 }",
                "ENGINE => limits: { accounts: 10000001 }",
                "ENGINE => limits: { accounts: many }",
                "ENGINE => limits: { accounts: 1.5 }",
                "ENGINE => limits: 5",
                "ENGINE => journal: { roll-bytes: 1GB }",
                "ENGINE => journal: { roll-bytes: 1024 }",
                "ENGINE => journal: { folder: '' }",
                "ENGINE => journal: { force-interval: 5 }",
                "ENGINE => aeron: { channel: tcp }",
                "ENGINE => aeron: { driver: extern }",
                "ENGINE => idle: bussy",
                "ENGINE => threads: 3",
                "ENGINE => sources: { a: { id: 1, role: admin, ordering: strict } }",
                "ENGINE => sources: { a: { id: 1, role: boss, ordering: strict, window: 1 } }",
                "MARKETS => parameters: { margin-call-point: 50 }",
                "MARKETS => assets: { BTC: { id: 0, decimals: 8, haircut: 5 %, initial-haircut: 5 %, liability-haircut: 5 % } }",
                "MARKETS => assets: { 'A B': { id: 1, decimals: 8, haircut: 5 %, initial-haircut: 5 %, liability-haircut: 5 % } }",
                "MARKETS => tiers: { t: { id: 1, rates: [] } }",
                "MARKETS => instruments: { X: { kind: option } }",
                "MARKETS => portfolio: { models: { 1: plimsoll } }",
                "MARKETS => portfolio: { models: { 2: plimsol } }",
                "SCENARIOS => name: a b",
                "SCENARIOS => hash: abc",
                "SCENARIOS => version: 0",
                "SCENARIOS => classes: { a: { group: g, range: 0.16, volatility: x } }",
                "SCENARIOS => classes: { a: { range: 16 %, volatility: x } }",
                "SCENARIOS => volatility-follow: { lambda: 1 }",
                "SCENARIOS => grid: { scenarios: [] }",
                "SCENARIOS => grid: { scenarios: [ { volatility: upp } ] }",
                "SCENARIOS => grid: { scenarios: [ { volatility: up, price: 5 } ] }",
                "SCENARIOS => joint: { file: ../a.csv, horizon-hours: 24, lambda: 0.99, calendar: every-day }",
                "SCENARIOS => stress: { file: a.csv, volatility-down: up }",
                "PORTFOLIO => market: { time: 2026-11-20T08:00:00Z }",
                "PORTFOLIO => market: { underlyings: { BTC: { price: 1 } } }",
                "PORTFOLIO => market: { underlyings: { BTC: { price: -1, dvol: 50 % } } }",
                "PORTFOLIO => market: { underlyings: { BTC: { price: 1, dvol: 0.5 } } }",
                "PORTFOLIO => market: { underlyings: { BTC: { expiries: { X: { volatilities: { cheap: 50 % } } } } } }",
                "PORTFOLIO => positions: [ { kind: swap } ]",
                "PORTFOLIO => positions: []",
                "PORTFOLIO => cash: much",
            })
    void readerAndSchemaRefuseTheSame(final SchemaKind kind, final String text) throws IOException {
        assertThat(errorsOf(kind, text)).isNotEmpty();
        assertThat(schema(kind).validate(text, InputFormat.YAML)).isNotEmpty();
    }

    private static void readScenarios(final String text) {
        ScenarioSetFile.unhashed(new YamlFile("file", text), name -> {
            throw new AssertionError("nothing is wrong with the file");
        });
    }

    private static String allowedByReader(final SchemaKind kind, final String path) {
        final String problem = errorsOf(kind, with(path, WRONG)).stream()
                .map(ConfigError::problem)
                .filter(text -> text.startsWith(path + " is '?'"))
                .findFirst()
                .orElse("");
        if (problem.contains("which is not defined under ")) {
            return "a name defined under " + problem.substring(problem.indexOf("under ") + 6);
        }
        return problem.isEmpty() ? allowedText(kind, path) : afterAllowed(problem);
    }

    /** What any text may be is allowed '?': such a value must not be empty. */
    private static String allowedText(final SchemaKind kind, final String path) {
        return errorsOf(kind, with(path, "''")).stream()
                .map(ConfigError::problem)
                .filter(text -> text.startsWith(path + " is empty"))
                .map(SchemaTest::afterAllowed)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the reader does not read " + path));
    }

    private static String afterAllowed(final String problem) {
        return problem.substring(problem.indexOf("allowed: ") + 9).replaceFirst("; did you mean .*", "");
    }

    private static List<String> keysOfReader(final SchemaKind kind, final String path) {
        final String text = with(path.isEmpty() ? "xyzzy-xyzzy" : path + ".xyzzy-xyzzy", WRONG);
        final String start = "unknown key 'xyzzy-xyzzy' in " + (path.isEmpty() ? "the file" : path) + "; keys here: ";
        return errorsOf(kind, text).stream()
                .map(ConfigError::problem)
                .filter(problem -> problem.startsWith(start))
                .map(problem -> List.of(problem.substring(start.length()).split(", ", -1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the reader does not read " + path));
    }

    private static List<ConfigError> errorsOf(final SchemaKind kind, final String text) {
        try {
            switch (kind) {
                case ENGINE -> EngineConfig.parse("file", text);
                case MARKETS -> MarketsConfig.parse("file", text);
                case SCENARIOS -> readScenarios(text);
                case PORTFOLIO -> PortfolioFile.read(new YamlFile("file", text));
            }
        } catch (final ConfigException e) {
            return e.errors();
        }
        return List.of();
    }

    /** A file with one value, in YAML's flow style. */
    private static String with(final String path, final String value) {
        String text = value;
        final String[] keys = path.split("\\.", -1);
        for (int i = keys.length - 1; i >= 0; i--) {
            final boolean isList = keys[i].endsWith("[1]");
            text = "{ " + keys[i].replace("[1]", "") + ": " + (isList ? "[" + text + "]" : text) + " }";
        }
        return text;
    }

    /** The single values of a schema by path; a section of free names has the name X. */
    private static Map<String, JsonNode> leaves(final String path, final JsonNode schema) {
        final Map<String, JsonNode> leaves = new LinkedHashMap<>();
        below(path, schema).forEach((name, child) -> {
            if (below(name, child).isEmpty()) {
                leaves.put(name, child);
            } else {
                leaves.putAll(leaves(name, child));
            }
        });
        return leaves;
    }

    private static Map<String, JsonNode> sections(final String path, final JsonNode schema) {
        final Map<String, JsonNode> sections = new LinkedHashMap<>();
        if (schema.has("properties")) {
            assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
            sections.put(path, schema);
        }
        below(path, schema).forEach((name, child) -> sections.putAll(sections(name, child)));
        return sections;
    }

    private static Map<String, JsonNode> below(final String path, final JsonNode schema) {
        final Map<String, JsonNode> below = new LinkedHashMap<>();
        final String start = path.isEmpty() ? "" : path + ".";
        if (schema.has("properties")) {
            schema.get("properties").properties().forEach(field -> below.put(start + field.getKey(), field.getValue()));
        } else if (schema.has("additionalProperties")) {
            below.put(start + "X", schema.get("additionalProperties"));
        } else if (schema.has("items")) {
            below.put(path + "[1]", schema.get("items"));
        }
        return below;
    }

    private static List<String> names(final JsonNode section) {
        final List<String> names = new ArrayList<>();
        section.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode root(final SchemaKind kind) throws IOException {
        return new ObjectMapper().readTree(Files.readString(Path.of(kind + ".schema.json")));
    }

    private static Schema schema(final SchemaKind kind) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of(kind + ".schema.json")), InputFormat.JSON);
    }
}
