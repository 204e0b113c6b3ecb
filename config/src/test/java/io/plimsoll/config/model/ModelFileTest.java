package io.plimsoll.config.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    private static final long ONE = 1_000_000_000_000_000L;

    @TempDir
    Path folder;

    private static final String SMALL = """
            name: small
            version: 1
            title: A small model
            scenarios: plimsoll
            sums: by-underlying
            parameters:
              rate: 2 %
            risk: {type: scenarios, block: grid, measure: worst, across: sum}
            factors: {initial: 1, maintenance: 0.8}
            add-ons:
              - {type: notional, kinds: [perpetual, future], rates: [rate, 3 %]}
            """;

    @Test
    void aModelIsReadWithItsParametersAndRates() throws IOException {
        final ModelText text = read(SMALL, Map.of());
        assertThat(text.name()).isEqualTo("small");
        assertThat(text.maintenance()).isEqualTo(8 * ONE / 10);
        assertThat(text.addOns().get(0).ratios().get("rates")).containsExactly(2 * ONE / 100, 3 * ONE / 100);
        assertThat(text.addOns().get(0).name()).isEqualTo("notional");
        assertThat(text.initialAddOns()).isEmpty();
    }

    @Test
    void aParameterCanBeReplaced() throws IOException {
        final ModelText text = read(SMALL, Map.of("rate", ONE / 10));
        assertThat(text.addOns().get(0).ratio("rates")).isEqualTo(ONE / 10);
    }

    @Test
    void aParameterThatIsNotThereIsRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> read(SMALL, Map.of("rat", ONE)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("there is no parameter 'rat'")
                .hasMessageContaining("rate");
    }

    @Test
    void capsOfOpenInterestMustBeInOrder() {
        final String text = SMALL
                + "  - {type: open-interest, lower: [100, 300], upper: [250, 250], most: 60 %}\n"
                + "  - {type: open-interest, lower: [100, 300], upper: [250, 0], most: 60 %}\n";

        assertThatThrownBy(() -> read(text, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith(
                        ":12:46: add-ons[2].upper is not above lower for class 2; allowed: above it, or 0 for a class"
                                + " that is not scaled");
    }

    @Test
    void everyMistakeIsReportedWithItsLine() {
        final String text = SMALL.replace("measure: worst", "measure: wurst")
                .replace("rates: [rate, 3 %]", "rates: [raet, -3 %]")
                .replace("factors: {initial: 1, ", "factors: {inital: 1, ");
        assertThatThrownBy(() -> read(text, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("model.yaml:8")
                .hasMessageContaining("is 'wurst'; allowed: worst, shortfall, value-at-risk")
                .hasMessageContaining("model.yaml:11")
                .hasMessageContaining("is 'raet', which is no parameter of this model")
                .hasMessageContaining("is -3 %")
                .hasMessageContaining("model.yaml:9")
                .hasMessageContaining("missing key 'initial'")
                .hasMessageContaining("unknown key 'inital'");
    }

    @Test
    void aChargeKnowsTheKeysOfItsTypeOnly() {
        final String text = SMALL.replace("across: sum}", "across: sum, level: 0.99}");
        assertThatThrownBy(() -> read(text, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("unknown key 'level' in risk");
    }

    @Test
    void aModelThatDoesNotShipIsRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> ModelFile.shipped("plimsol", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no margin model 'plimsol'")
                .hasMessageContaining("plimsoll");
    }

    @Test
    void theShippedModelsAreWithoutMistakes() {
        assertThat(ModelFile.shipped("plimsoll", Map.of()).title()).isEqualTo("The default of Plimsoll");
        assertThat(ModelFile.shipped("pmrm2", Map.of()).sums()).isEqualTo(ModelWords.Sums.BY_EXPIRY);
    }

    private ModelText read(final String text, final Map<String, Long> instead) throws IOException {
        final Path file = folder.resolve("model.yaml");
        Files.writeString(file, text);
        return ModelFile.read(file, instead);
    }
}
