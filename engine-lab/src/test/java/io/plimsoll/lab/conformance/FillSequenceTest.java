package io.plimsoll.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.lab.conformance.FillSequence.After;
import io.plimsoll.lab.conformance.FillSequence.Contract;
import io.plimsoll.lab.conformance.FillSequence.Fill;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class FillSequenceTest {
    private static final BigDecimal AMOUNT_TOLERANCE = new BigDecimal("1.5e-8");
    private static final BigDecimal CENTS_TOLERANCE = new BigDecimal("0.005");
    private static final BigDecimal PRICE_TOLERANCE = new BigDecimal("1e-12");

    @Test
    void thePublishedSequencesAreReproduced() throws IOException {
        int checked = 0;
        for (final JsonNode one : CasesFolder.read("position_accounting.json").path("sequences")) {
            final JsonNode inputs = one.path("inputs");
            final JsonNode expected = one.path("expected_after_each_fill");
            final List<BigDecimal> marks = new ArrayList<>();
            expected.findValues("mark").forEach(mark -> marks.add(mark.decimalValue()));
            final List<Fill> fills = new ArrayList<>();
            inputs.path("fills").forEach(fill -> fills.add(fill(fill)));
            final FillSequence sequence =
                    new FillSequence(contract(inputs), inputs.path("fee_rate").decimalValue(), fills, marks);
            for (int i = 0; i < fills.size(); i++) {
                checked += check(one.path("id").asText() + " fill " + (i + 1), sequence, expected.path(i));
            }
        }
        assertThat(checked).isGreaterThan(25);
    }

    private static int check(final String what, final FillSequence sequence, final JsonNode expected) {
        final BigDecimal tolerance = what.startsWith("fx-") ? CENTS_TOLERANCE : AMOUNT_TOLERANCE;
        final After after = sequence.next();
        int checked = 0;
        if (expected.has("size")) {
            assertThat(after.size())
                    .as(what)
                    .isEqualByComparingTo(expected.path("size").decimalValue());
            checked++;
        }
        if (expected.has("realised")) {
            assertThat(after.realised())
                    .as(what)
                    .isCloseTo(expected.path("realised").decimalValue(), within(tolerance));
            checked++;
        }
        if (expected.has("avg_price")) {
            final BigDecimal price = expected.path("avg_price").decimalValue();
            assertThat(after.averagePrice()).as(what).isCloseTo(price, within(price.multiply(PRICE_TOLERANCE)));
            checked++;
        }
        if (expected.has("unrealised")) {
            final JsonNode unrealised = expected.path("unrealised");
            assertThat(sequence.unrealised(unrealised.path("mark").decimalValue()))
                    .as(what)
                    .isCloseTo(unrealised.path("value").decimalValue(), within(tolerance));
            checked++;
        }
        return checked;
    }

    @Test
    void thePublishedNotionalsAreReproduced() throws IOException {
        final JsonNode cases = CasesFolder.read("position_accounting.json").path("notional_cases");
        for (final JsonNode one : cases) {
            final Fill fill = fill(one.path("inputs"));
            final FillSequence sequence =
                    new FillSequence(contract(one.path("inputs")), BigDecimal.ZERO, List.of(fill), List.of());
            sequence.next();
            assertThat(sequence.notional(fill.price()))
                    .as(one.path("id").asText())
                    .isCloseTo(one.path("expected").decimalValue(), within(AMOUNT_TOLERANCE));
        }
        assertThat(cases).isNotEmpty();
    }

    @Test
    void aShortInverseFlippedAndReopenedGainsWhenThePriceFalls() {
        final FillSequence sequence = new FillSequence(
                Contract.INVERSE,
                BigDecimal.ZERO,
                List.of(fill("-100", "50"), fill("300", "25"), fill("-200", "40"), fill("100", "20")),
                List.of(new BigDecimal("50")));

        // Sold 2 coins' worth, bought back for 4: short 100 gains 100 (1/25 - 1/50) = 2.
        assertThat(sequence.next().averagePrice()).isEqualByComparingTo("50");
        assertAfter(sequence.next(), "200", "2", "25");
        // The long 200 gains 200 (1/25 - 1/40) = 3.
        final After flat = sequence.next();
        assertThat(flat.realised()).isEqualByComparingTo("5");
        assertThat(flat.averagePrice()).isNull();
        assertAfter(sequence.next(), "100", "0", "20");
        assertThat(sequence.unrealised(new BigDecimal("50"))).isEqualByComparingTo("3");
        assertThat(sequence.notional(new BigDecimal("50"))).isEqualByComparingTo("2");
        assertThatThrownBy(sequence::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aSmallInversePositionKeepsItsAveragePrice() {
        final FillSequence sequence = new FillSequence(
                Contract.INVERSE,
                BigDecimal.ZERO,
                List.of(fill("1", "97123.5"), fill("1", "97123.5"), fill("-1", "98000")),
                List.of());

        sequence.next();
        sequence.next();
        assertThat(sequence.next().averagePrice())
                .isCloseTo(new BigDecimal("97123.5"), within(new BigDecimal("97123.5").multiply(PRICE_TOLERANCE)));
    }

    @Test
    void linearPricesMayBeNegative() {
        final FillSequence sequence = new FillSequence(
                Contract.LINEAR,
                BigDecimal.ZERO,
                List.of(fill("10", "-37.63"), fill("-10", "5")),
                List.of(BigDecimal.ZERO));

        assertThat(sequence.next().averagePrice()).isEqualByComparingTo("-37.63");
        assertThat(sequence.unrealised(BigDecimal.ZERO)).isEqualByComparingTo("376.3");
        assertThat(sequence.next().realised()).isEqualByComparingTo("426.3");
    }

    @Test
    void saysWhenASequenceCannotBeHeld() {
        assertThatThrownBy(() -> new FillSequence(
                        Contract.LINEAR,
                        BigDecimal.ZERO,
                        List.of(fill("123456789.123456789", "98765.4321")),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more digits");
        assertThatThrownBy(
                        () -> new FillSequence(Contract.INVERSE, BigDecimal.ZERO, List.of(fill("1", "0")), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an inverse contract has no price of 0 or below");
    }

    private static Contract contract(final JsonNode inputs) {
        return Contract.valueOf(inputs.path("contract").asText().toUpperCase(Locale.ROOT));
    }

    private static Fill fill(final JsonNode fill) {
        return new Fill(
                fill.path("qty").decimalValue(),
                fill.path("price").decimalValue(),
                fill.path("commission").decimalValue());
    }

    private static Fill fill(final String quantity, final String price) {
        return new Fill(new BigDecimal(quantity), new BigDecimal(price), BigDecimal.ZERO);
    }

    private static void assertAfter(
            final After after, final String size, final String realised, final String averagePrice) {
        assertThat(after.size()).isEqualByComparingTo(size);
        assertThat(after.realised()).isEqualByComparingTo(realised);
        assertThat(after.averagePrice()).isEqualByComparingTo(averagePrice);
    }
}
