package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers beside a live engine, each in a process of its own. The engine writes a Tick after every 100 ms of silence. */
class JournalFollowIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(folder.resolve("engine.yaml"), """
                limits: { groups: 100, accounts: 100, open-orders: 100, trade-ids: 100 }
                journal: { block-bytes: 1MiB }
                aeron: { directory: %s, term-bytes: 64KiB }
                """.formatted(folder.resolve("aeron")));
    }

    @Test
    void tailFollowsTheEngineThroughARestartAndEndsInOrder() throws Exception {
        try (PlimsollProcess first = serve()) {
            first.awaitLine(line -> line.startsWith("ready:"));
            try (PlimsollProcess tail = plimsoll("journal", "tail", "-n", "0", "--follow", "--type", "command")) {
                tail.awaitLine(line -> line.startsWith("1/") && line.contains("Tick"));
                assertThat(first.terminate().await()).isZero();
                try (PlimsollProcess second = serve()) {
                    tail.awaitLine(line -> line.startsWith("2/") && line.contains("Tick"));
                    assertThat(tail.terminate().await()).isZero();
                    assertThat(tail.err()).isEmpty();
                    assertThat(isGapless(tail.out().lines().toList()))
                            .as(tail.out())
                            .isTrue();
                    assertThat(second.terminate().await()).isZero();
                    assertStateIsThatOfTheEngine(second);
                }
            }
        }
    }

    @Test
    void followEndsAtItsLimit() throws Exception {
        try (PlimsollProcess engine = serve()) {
            engine.awaitLine(line -> line.startsWith("ready:"));
            try (PlimsollProcess dump =
                    plimsoll("journal", "dump", "--follow", "--type", "Tick", "--limit", "3", "--format", "json")) {
                assertThat(dump.await()).isZero();
                assertThat(dump.out()).hasLineCount(3);
            }
            assertThat(answer("journal", "ls").out()).contains("open, process " + engine.pid());
            assertThat(engine.terminate().await()).isZero();
            assertThat(answer("journal", "ls").out()).contains("closed");
        }
    }

    /** What the engine said at its end is what a replay of the journal comes to. */
    private void assertStateIsThatOfTheEngine(final PlimsollProcess engine) throws Exception {
        final String stopped = engine.awaitLine(line -> line.startsWith("stopped:"));
        final String hash = stopped.substring(stopped.length() - 16);
        final CommandLineRun replay = answer("replay", "--verify", "--expect-hash", hash);
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(replay.out()).contains("equal                true");
    }

    /** Whether the sequences of all lines, each epoch/sequence, follow each other. */
    private static boolean isGapless(final List<String> lines) {
        final List<Long> sequences = lines.stream()
                .map(line -> Long.valueOf(line.substring(line.indexOf('/') + 1, line.indexOf(' '))))
                .toList();
        for (int i = 1; i < sequences.size(); i++) {
            if (sequences.get(i) != sequences.get(i - 1) + 1) {
                return false;
            }
        }
        return true;
    }

    private PlimsollProcess serve() throws IOException {
        return plimsoll("serve", "--config", "engine.yaml");
    }

    private PlimsollProcess plimsoll(final String... args) throws IOException {
        final List<String> command = PlimsollProcess.packaged(args);
        command.addAll(List.of("--journal", journal()));
        return PlimsollProcess.start(folder, Map.of(), command);
    }

    private String journal() {
        return folder.resolve("journal").toString();
    }

    private CommandLineRun answer(final String... args) {
        final List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--journal", journal()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
