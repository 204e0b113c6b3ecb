package io.plimsoll.sbe.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.sbe.schema.Schema.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** `docs/WIRE.md` says what the schema says. `-Dschema.write=true` writes its tables anew. */
class WirePageTest {
    private static final Schema SCHEMA = SchemaReader.read();
    private static final Map<String, String> ADVICE =
            WirePage.advice(SchemaFiles.read(SchemaFiles.advice().toString()));

    @Test
    void theTablesOfThePageAreThoseOfTheSchema() {
        SchemaFiles.assertSame(SchemaFiles.WIRE_PAGE, new SchemaWriter().wirePage());
    }

    @Test
    void everyMessageAndEnumHasItsPlaceOnThePage() {
        SchemaFiles.writeOnceIfAsked();
        final List<String> page = SchemaFiles.read(SchemaFiles.WIRE_PAGE.toString())
                .lines()
                .filter(line -> line.startsWith("###"))
                .map(line -> line.replaceFirst("#+ ", ""))
                .toList();
        final List<String> headings = new ArrayList<>();
        SCHEMA.messages().forEach(message -> headings.add(heading(message)));
        SCHEMA.enumsAndSets().forEach(type -> headings.add(type.name()));

        assertThat(page).containsAll(headings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RejectReason", "FrameVerdict", "ConnectResult"})
    void everyRefusalSaysWhatToDo(final String type) {
        assertThat(SCHEMA.types().get(type).values())
                .allSatisfy(value -> assertThat(ADVICE).as("what-to-do.txt").containsKey(type + "." + value.name()));
    }

    @Test
    void replacesATableAndKeepsWhatStandsAround() {
        final WirePage page = new WirePage(SCHEMA, Map.of());

        final String filled = page.filled("before\n<!-- schema: enum Side -->\nold\n<!-- end -->\nafter\n");

        assertThat(filled).isEqualTo("""
                        before
                        <!-- schema: enum Side -->

                        | value | name | meaning |
                        |---|---|---|
                        | 1 | BUY | Adds lots |
                        | 2 | SELL | Takes lots away |

                        <!-- end -->
                        after
                        """);
        assertThat(page.filled(filled)).isEqualTo(filled);
    }

    @Test
    void refusesATableThatIsNotClosed() {
        assertThatThrownBy(() -> new WirePage(SCHEMA, Map.of()).filled("<!-- schema: types -->\n"))
                .hasMessageContaining("not closed");
    }

    private static String heading(final Message message) {
        return message.name() + " (" + message.id() + ")";
    }
}
