package io.plimsoll.sbe.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** `ids-vN.txt` lists what readers of version N rely on: the newest equals the schema, older ones are kept to. */
class LedgerTest {
    private static final Schema SCHEMA = SchemaReader.read();

    private static final String OLD = """
            # released: yes
            enum Side = uint8 since=1
            value Side.1 = BUY since=1
            value Side.2 = SELL since=1
            message 253 = OrderCancel length=12 since=1
            field 253.1 = sourceSequence int64 @0 since=1
            field 253.2 = source int32 @8 since=1
            """;

    @Test
    void theLedgerOfThisVersionSaysWhatTheSchemaSays() {
        SchemaFiles.assertSame(SchemaFiles.ledger(SCHEMA.version()), new SchemaWriter().ledger());
    }

    @Test
    void nothingThatAnOlderVersionBroughtHasChanged() {
        SchemaFiles.writeOnceIfAsked();
        for (int version = 1; version <= SCHEMA.version(); version++) {
            final Ledger older =
                    Ledger.parse(SchemaFiles.read(SchemaFiles.ledger(version).toString()));

            assertThat(older.brokenBy(Ledger.of(SCHEMA), version)).isEmpty();
        }
    }

    @Test
    void everyOlderVersionIsReleased() {
        for (int version = 1; version < SCHEMA.version(); version++) {
            assertThat(SchemaFiles.isReleased(version))
                    .as("version %s", version)
                    .isTrue();
        }
        assertThat(SchemaFiles.ledger(SCHEMA.version() + 1))
                .satisfies(file -> assertThat(Files.exists(file)).isFalse());
    }

    @Test
    void readsBackWhatItWrote() {
        final String text = Ledger.of(SCHEMA).text(false);

        assertThat(Ledger.parse(text).text(false)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value Side.2 = SELL since=1                    |                                                  | value Side.2 is gone
            value Side.2 = SELL since=1                    | value Side.2 = CROSS since=1                     | value Side.2 was SELL, is CROSS
            field 253.2 = source int32 @8 since=1          | field 253.2 = source int64 @8 since=1            | field 253.2 was source int32 @8, is source int64 @8
            field 253.2 = source int32 @8 since=1          | field 253.2 = source int32 @8 since=2            | field 253.2 was since 1, is since 2
            message 253 = OrderCancel length=12 since=1    | message 253 = OrderCancel length=8 since=1       | message 253 was 12 bytes, is 8
            field 253.2 = source int32 @8 since=1          | field 253.3 = account int64 @12 since=2          | field 253.2 is gone
            """)
    void noticesWhatBreaksAReader(final String line, final String replacement, final String complaint) {
        final String changed = OLD.replace(line, replacement == null ? "# nothing" : replacement);

        assertThat(Ledger.parse(OLD).brokenBy(Ledger.parse(changed), 1)).containsExactly(complaint);
    }

    @Test
    void allowsAFieldAtTheEndOfABlockThatNamesItsVersion() {
        final Ledger grown = Ledger.parse(OLD.replace("length=12", "length=20") + """
                field 253.3 = account int64 @12 since=2
                value Side.3 = BOTH since=2
                """);

        assertThat(Ledger.parse(OLD).brokenBy(grown, 1)).isEmpty();
    }

    @Test
    void refusesAnAdditionThatClaimsToHaveBeenThere() {
        final Ledger grown = Ledger.parse(OLD + "value Side.3 = BOTH since=1\n");

        assertThat(Ledger.parse(OLD).brokenBy(grown, 1))
                .containsExactly("value Side.3 is new and must have a sinceVersion above 1");
    }

    @Test
    void refusesAnIdUsedTwice() {
        final Schema.Message message = SCHEMA.message("OrderCancel");
        final Schema twice = new Schema(SCHEMA.id(), SCHEMA.version(), SCHEMA.types(), List.of(message, message));

        assertThatThrownBy(() -> Ledger.of(twice)).hasMessageContaining("message 253 is used twice");
    }
}
