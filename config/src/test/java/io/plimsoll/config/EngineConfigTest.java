package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineConfigTest {
    @Test
    void readsTheFileThatShips() {
        final EngineConfig config = EngineConfig.shipped();

        assertThat(config.limits())
                .isEqualTo(new EngineConfig.Limits(64, 64, 64, 256, 100_000, 100_000, 128, 262_144, 1_000, 65_536));
        assertThat(config.journal())
                .isEqualTo(new EngineConfig.Journal(Path.of("out/journal"), 1L << 30, 64 << 20, 0, 1_000_000_000));
        assertThat(config.aeron())
                .isEqualTo(new EngineConfig.Aeron(
                        EngineConfig.Driver.EMBEDDED, Optional.empty(), "aeron:ipc", 1001, 4 << 20));
        assertThat(config.sequencer())
                .isEqualTo(new EngineConfig.Sequencer(EngineConfig.Clock.WALL, 100_000_000, 4_096, 4 << 20));
        assertThat(config.sessions()).isEqualTo(new EngineConfig.Sessions(16, 3_000_000_000L, 5_000_000_000L));
        assertThat(config.threads()).isEqualTo(EngineConfig.Threads.AUTO);
        assertThat(config.idle()).isEqualTo(EngineConfig.Idle.BACKOFF);
        assertThat(config.checkpointEvery()).isEqualTo(100_000);
        assertThat(config.sources())
                .extracting(EngineConfig.Source::name)
                .containsExactly("admin", "matching", "prices", "ledger");
    }

    @Test
    void takesFromTheShippedFileWhatAFileLeavesOut() {
        final EngineConfig config = EngineConfig.parse("my.yaml", "sequencer:\n  clock: commands\n");

        assertThat(config.sequencer())
                .isEqualTo(new EngineConfig.Sequencer(EngineConfig.Clock.COMMANDS, 100_000_000, 4_096, 4 << 20));
        assertThat(config.limits()).isEqualTo(EngineConfig.shipped().limits());
    }

    @Test
    void replacesTheSourcesAsAWhole() {
        final EngineConfig config = EngineConfig.parse("my.yaml", """
                sources:
                  late: { id: 9, role: ledger, ordering: strict, window: 5 }
                  venue: { id: 7, role: admin, ordering: monotone, window: 1 }
                """);

        assertThat(config.sources())
                .containsExactly(
                        new EngineConfig.Source(7, "venue", EngineConfig.Role.ADMIN, EngineConfig.Ordering.MONOTONE, 1),
                        new EngineConfig.Source(9, "late", EngineConfig.Role.LEDGER, EngineConfig.Ordering.STRICT, 5));
    }

    @Test
    void changesOneThingAndKeepsTheRest() {
        final EngineConfig shipped = EngineConfig.shipped();

        assertThat(shipped.withAeronDirectory(Path.of("a")).aeron().directory()).contains(Path.of("a"));
        assertThat(shipped.withClock(EngineConfig.Clock.COMMANDS).sequencer().clock())
                .isEqualTo(EngineConfig.Clock.COMMANDS);
        assertThat(shipped.withClock(EngineConfig.Clock.COMMANDS).withClock(EngineConfig.Clock.WALL))
                .isEqualTo(shipped);
    }

    /** One row an error: the text with '|' for a new line, then the one message. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "journl:|  folder: x => 1:1: unknown key 'journl' in the file; keys here: limits, journal, aeron, sessions, sequencer,"
                        + " threads, idle, checkpoint-every, sources; did you mean 'journal'?",
                "sequencer:|  tick-afer: 1s => 2:3: unknown key 'tick-afer' in sequencer; keys here: clock, tick-after,"
                        + " ring-size, outbound-bytes; did you mean 'tick-after'?",
                "journal:|  xyzzy: 1 => 2:3: unknown key 'xyzzy' in journal; keys here: folder, roll-bytes, block-bytes,"
                        + " force-interval, event-force-interval",
                "idle: busy|idle: yield => 2:1: duplicate key 'idle' in the file; it is already given on line 1",
                "idle: bussy => 1:7: idle is 'bussy'; allowed: busy, yield, backoff; did you mean 'busy'?",
                "threads: 3 => 1:10: threads is '3'; allowed: auto, 1, 2, 4",
                "checkpoint-every: often => 1:19: checkpoint-every is 'often', not a whole number; allowed: 0 to 1000000000",
                "checkpoint-every: 1.5 => 1:19: checkpoint-every is '1.5', not a whole number; allowed: 0 to 1000000000",
                "checkpoint-every: -1 => 1:19: checkpoint-every is -1; allowed: 0 to 1000000000",
                "limits:|  accounts: 0 => 2:13: limits.accounts is 0; allowed: 1 to 10000000",
                "limits:|  accounts: 99999999999999999999 => 2:13: limits.accounts is '99999999999999999999', not a whole"
                        + " number; allowed: 1 to 10000000",
                "limits: many => 1:9: limits must be a mapping of 'key: value' lines",
                "limits: => 1:8: limits must be a mapping of 'key: value' lines",
                "idle: [busy] => 1:7: idle must be a single value; allowed: busy, yield, backoff",
                "journal:|  roll-bytes: 1GB => 2:15: journal.roll-bytes is '1GB', not a size such as 64MiB or 1GiB;"
                        + " allowed: 1MiB to 1GiB",
                "journal:|  roll-bytes: 10B => 2:15: journal.roll-bytes is 10B; allowed: 1MiB to 1GiB",
                "journal:|  folder: '' => 2:11: journal.folder is empty; allowed: a text",
                "journal:|  block-bytes: 1536KiB => 2:16: journal.block-bytes is 1536KiB; allowed: a power of two from 256KiB"
                        + " to 1GiB",
                "journal:|  force-interval: 2h => 2:19: journal.force-interval is 2h; allowed: 0ns to 1min",
                "aeron:|  driver: extern => 2:11: aeron.driver is 'extern'; allowed: embedded, external; did you mean"
                        + " 'external'?",
                "sequencer:|  tick-after: 100 => 2:15: sequencer.tick-after is '100', not a duration such as 100ms or 5s;"
                        + " allowed: 1ms to 1h",
                "sequencer:|  ring-size: 1000 => 2:14: sequencer.ring-size is 1000; allowed: a power of two from 64 to"
                        + " 1048576",
                "aeron:|  channel: tcp => 2:12: aeron.channel is 'tcp'; allowed: aeron:ipc, or aeron:udp?... with its"
                        + " parameters",
                "sources:|  a: { id: 1, role: admin, ordering: strict } => 2:6: missing key 'window' in sources.a",
                "sources:|  a: { id: 1, role: admin, ordering: strict, window: 1 }|  b: { id: 1, role: admin, ordering:"
                        + " strict, window: 1 } => 3:12: sources.b.id is 1, which is the id of 'a'; allowed: an id of its own",
                "sources:|  a: { id: 1, role: price, ordering: strict, window: 1 } => 2:21: sources.a.role is 'price';"
                        + " allowed: admin, matching, prices, ledger; did you mean 'prices'?",
                "sources: none => 1:10: sources must be a mapping of 'key: value' lines",
                "? [a, b]|: 1 => 1:3: a key in the file must be a plain word",
                "- idle => 1:1: the file must be a mapping of 'key: value' lines",
            })
    void saysWhatIsWrongAndWhere(final String text, final String message) {
        assertThat(errorsOf(text.replace('|', '\n'))).containsExactly("my.yaml:" + message);
    }

    @Test
    void pointsAtTextThatIsNotYaml() {
        assertThat(errorsOf("idle: busy\n  threads: 1\n"))
                .containsExactly("my.yaml:2:10: not valid YAML: mapping values are not allowed here");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(errorsOf("# nothing\n")).containsExactly("my.yaml: the file is empty");
    }

    @Test
    void reportsEveryErrorAtOnceInTheOrderOfTheFile() {
        assertThat(errorsOf("idle: fast\nthreads: 9\nlimits:\n  accounts: 0\n"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("my.yaml:1:7:", "my.yaml:2:10:", "my.yaml:4:13:");
    }

    @Test
    void namesAFileThatIsMissing(@TempDir final Path folder) {
        final Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> EngineConfig.read(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": no such file");
    }

    @Test
    void readsAFileOfTheUser(@TempDir final Path folder) throws IOException {
        final Path file = Files.writeString(folder.resolve("e.yaml"), "journal: { roll-bytes: 512 MiB }");

        assertThat(EngineConfig.read(file).journal().rollBytes()).isEqualTo(512L << 20);
    }

    private static List<String> errorsOf(final String text) {
        try {
            EngineConfig.parse("my.yaml", text);
        } catch (final ConfigException e) {
            assertThat(e.getMessage().lines()).hasSameSizeAs(e.errors());
            return Arrays.asList(e.getMessage().split(System.lineSeparator(), -1));
        }
        return List.of();
    }
}
