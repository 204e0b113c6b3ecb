package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.cli.audit.AuditException;
import io.plimsoll.cli.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    @TempDir
    private Path folder;

    private Path journal;
    private Path file;

    @BeforeEach
    void writeAJournal() {
        journal = JournalFixture.write(folder.resolve("journal"));
        file = folder.resolve("audit.jsonl");
    }

    @Test
    void writesWhatWasDecidedALineEach() throws IOException {
        final List<String> lines = write(Long.MAX_VALUE);

        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("{\"seq\":19,\"index\":0,\"epoch\":1,\"event_ts\":\"2023-03-01T00:00:19Z\","
                        + "\"event\":\"status_changed\",\"account\":2,")
                .contains("\"from\":\"NORMAL\",\"to\":\"BACKSTOP\",\"chain\":\""));
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("\"event\":\"liquidation_requested\",\"account\":2,\"margin_equity\":10000000,")
                .contains("\"lots\":100,\"mark\":191000,"));
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("\"event\":\"parameter_in_force\"", "\"parameter\":\"ORDER_PRICE_BAND_PPM\""));
        assertThat(lines).noneMatch(line -> line.contains("command_completed") || line.contains("balance_changed"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void goesOnBehindTheLastWholeLine() throws IOException {
        final List<String> all = write(Long.MAX_VALUE);
        for (int kept = 0; kept <= all.size(); kept++) {
            final String whole = kept == 0 ? "" : String.join("\n", all.subList(0, kept)) + "\n";
            final String torn = kept == all.size() ? "" : all.get(kept).substring(0, 20);
            Files.writeString(file, whole + torn);

            assertThat(write(Long.MAX_VALUE)).isEqualTo(all);
        }
    }

    @Test
    void writesNothingThatIsNotOnDisk() throws IOException {
        final List<String> all = write(Long.MAX_VALUE);
        Files.delete(file);

        assertThat(write(18))
                .isEqualTo(all.stream()
                        .filter(line -> !line.startsWith("{\"seq\":19,"))
                        .toList())
                .isNotEqualTo(all);
        assertThat(write(19)).isEqualTo(all);
    }

    @Test
    void refusesAFileOfAnotherJournalOrOfSomethingElse() throws IOException {
        final List<String> all = write(Long.MAX_VALUE);
        final String last = all.get(all.size() - 1);
        Files.writeString(file, last.replaceAll("\"chain\":\"....", "\"chain\":\"0000") + "\n");
        assertThatThrownBy(() -> write(Long.MAX_VALUE))
                .isInstanceOf(AuditException.class)
                .hasMessage(
                        "the audit log '" + file + "' is not of this journal: its last line is of sequence 19, where"
                                + " the journal holds something else; name another file");

        Files.writeString(file, "shopping list\n");
        assertThatThrownBy(() -> write(Long.MAX_VALUE))
                .isInstanceOf(AuditException.class)
                .hasMessage("'" + file + "' is not an audit log: its last line names no event; name another file");
        assertThat(file).hasContent("shopping list");
    }

    private List<String> write(final long durable) throws IOException {
        AuditLog.start(journal, file, () -> durable).close();
        return Files.readAllLines(file);
    }
}
