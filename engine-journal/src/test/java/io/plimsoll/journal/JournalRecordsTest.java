package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalRecordsTest {
    @TempDir
    private Path folder;

    /** What a reader still delivers: sequence of a command, sequence.index of an event. */
    private static List<String> rest(final JournalRecords records) {
        final List<String> found = new ArrayList<>();
        records.lookAgain();
        while (records.next()) {
            final RecordView record = records.record();
            final boolean isCommand = record.kind() == RecordEnvelopes.KIND_COMMAND;
            found.add(record.sequence() + (isCommand ? "" : "." + record.index()));
        }
        return found;
    }

    private static List<String> commandsOf(final List<String> found) {
        return found.stream().filter(place -> !place.contains(".")).toList();
    }

    private static List<String> eventsOf(final List<String> found) {
        return found.stream().filter(place -> place.contains(".")).toList();
    }

    /** Whether every event stands behind its command and before the next. */
    private static boolean isInOrder(final List<? extends String> found) {
        String command = "";
        for (final String place : found) {
            if (!place.contains(".")) {
                command = place;
            } else if (!place.startsWith(command + ".")) {
                return false;
            }
        }
        return true;
    }

    @Test
    void deliversEachCommandThenItsEventsOverAllGenerations() {
        Host.open(folder).play(30).close();
        Host.open(folder).play(12).close();
        try (JournalRecords records = new JournalRecords(folder)) {
            final List<String> found = rest(records);

            assertThat(found).startsWith("1", "1.0");
            assertThat(commandsOf(found)).hasSize(42).last().isEqualTo("42");
            assertThat(isInOrder(found)).isTrue();
            assertThat(JournalRecords.lastSequence(folder)).isEqualTo(42);
        }
    }

    @Test
    void seeksToTheFirstRecordOfTheNextCommand() {
        Host.open(folder).play(30).close();
        Host.open(folder).play(12).close();
        try (JournalRecords records = new JournalRecords(folder)) {
            records.seekAfter(35);
            assertThat(rest(records)).startsWith("36", "36.0").last().asString().startsWith("42.");
            records.seekAfter(20);
            assertThat(rest(records)).startsWith("21", "21.0").satisfies(found -> assertThat(isInOrder(found))
                    .isTrue());
            records.seekAfter(42);
            assertThat(rest(records)).isEmpty();
        }
    }

    @Test
    void followsTheEngineThatWritesAndThroughItsRestart() {
        final Host first = Host.open(folder).play(10);
        try (JournalRecords records = new JournalRecords(folder)) {
            assertThat(commandsOf(rest(records))).hasSize(10);
            records.inOrder();
            first.play(5);
            assertThat(rest(records)).startsWith("11", "11.0").satisfies(found -> assertThat(isInOrder(found))
                    .isTrue());
            first.close();
            try (Host second = Host.open(folder).play(3)) {
                assertThat(commandsOf(rest(records))).containsExactly("16", "17", "18");
                second.play(1);
                assertThat(rest(records)).startsWith("19", "19.0");
            }
        }
    }

    @Test
    void showsCommandsWithoutEventsAndDeliversTheEventsOnceRecoveryWroteThem() {
        Host.open(folder).play(10).playWithoutEvents(3).crash();
        try (JournalRecords records = new JournalRecords(folder)) {
            assertThat(rest(records)).endsWith("11", "12", "13");
            records.inOrder();
            assertThat(rest(records)).isEmpty();
            try (Host restarted = Host.open(folder)) {
                assertThat(eventsOf(rest(records))).contains("11.0", "12.0", "13.0");
                restarted.play(1);
                assertThat(rest(records)).startsWith("14", "14.0");
            }
        }
    }

    @Test
    void doesNotShowTheNextCommandBeforeTheEventsOfTheOneBeforeWhenInOrder() {
        final Host host = Host.open(folder).play(10);
        try (JournalRecords records = new JournalRecords(folder)) {
            rest(records);
            records.inOrder();
            host.playWithoutEvents(2);
            assertThat(rest(records)).containsExactly("11");
        }
        host.crash();
    }

    @Test
    void saysWhenWhatItDeliveredWasCut() throws IOException {
        Host.open(folder).play(42).crash();
        try (JournalRecords records = new JournalRecords(folder)) {
            rest(records);
            final Records.Place place = Records.find(Records.commands(folder, 1), 42);
            Records.write(place.file(), place.position(), new byte[place.length()]);
            Host.open(folder).close();

            assertThatThrownBy(() -> rest(records))
                    .isInstanceOfSatisfying(JournalException.class, cut -> assertThat(cut.error())
                            .isEqualTo(JournalError.ROLLED_BACK));
        }
    }
}
