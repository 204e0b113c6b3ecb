package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged engine in a process of its own: start, stop by signal, start again. */
class ServeIT {
    private static final Pattern READY =
            Pattern.compile("ready: epoch (\\d+), recovered to sequence (\\d+), state hash ([0-9a-f]{16}), aeron (.+)");
    private static final Pattern STOPPED =
            Pattern.compile("stopped: epoch (\\d+), sequence (\\d+), state hash ([0-9a-f]{16})");

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
    void stopsInOrderOnASignalAndRecoversWhatItHad() throws Exception {
        final Matcher stopped;
        try (PlimsollProcess engine = serve()) {
            final Matcher ready = match(READY, engine.awaitLine(line -> line.startsWith("ready:")));
            assertThat(List.of(ready.group(1), ready.group(2), ready.group(4)))
                    .containsExactly("1", "0", folder.resolve("aeron").toString());
            assertThat(engine.terminate().await()).isZero();
            stopped = match(STOPPED, engine.awaitLine(line -> line.startsWith("stopped:")));
            assertThat(engine.err().lines()).allMatch(line -> line.startsWith("{\"ts\":\"") && line.endsWith("}"));
            assertThat(engine.err().lines().filter(line -> !line.contains("recovery_step")))
                    .satisfiesExactly(
                            line -> assertThat(line).contains("\"event\":\"starting\""),
                            line -> assertThat(line)
                                    .contains("\"event\":\"ready\"", "\"epoch\":1", "\"recovered_seq\":0,"),
                            line -> assertThat(line).contains("\"event\":\"stopping\""),
                            line -> assertThat(line)
                                    .contains("\"event\":\"stopped\"", "\"seq\":" + stopped.group(2) + ",")
                                    .contains("\"state_hash\":\"" + stopped.group(3) + "\"", "\"took_ms\":"));
        }

        assertThat(answer("replay", "--verify", "--format", "csv"))
                .contains(stopped.group(3))
                .contains(",true\n");
        assertThat(answer("state", "show")).contains("BTC-PERP", "ETH-PERP", "order price band          10 %");

        try (PlimsollProcess engine = serve()) {
            final Matcher ready = match(READY, engine.awaitLine(line -> line.startsWith("ready:")));
            assertThat(List.of(ready.group(1), ready.group(2), ready.group(3)))
                    .containsExactly("2", stopped.group(2), stopped.group(3));
            assertThat(engine.terminate().await()).isZero();
        }
        assertThat(answer("journal", "verify")).contains("sound        true", "generations  2");
    }

    @Test
    void letsASecondEngineNotHaveTheSameJournal() throws Exception {
        try (PlimsollProcess first = serve()) {
            first.awaitLine(line -> line.startsWith("ready:"));
            try (PlimsollProcess second = serve()) {
                assertThat(second.await()).isEqualTo(7);
                assertThat(second.err().lines())
                        .last()
                        .asString()
                        .startsWith("error: ")
                        .contains(Long.toString(first.pid()));
                assertThat(second.err()).contains("\"event\":\"start_failed\"", "\"exit_code\":7}");
                assertThat(second.out()).isEmpty();
            }
            assertThat(answer("replay", "--verify")).contains("equal                true");
            assertThat(first.terminate().await()).isZero();
        }
    }

    @Test
    void takesValuesFromTheEnvironmentAndFromOptions() throws Exception {
        final Map<String, String> environment =
                Map.of("PLIMSOLL_JOURNAL_FOLDER", journal(), "PLIMSOLL_AERON_DIRECTORY", "wrong");
        try (PlimsollProcess engine = PlimsollProcess.start(
                folder,
                environment,
                PlimsollProcess.packaged(
                        "serve",
                        "--config",
                        "engine.yaml",
                        "--markets",
                        "none",
                        "--set",
                        "aeron.directory=" + folder.resolve("other")))) {
            final Matcher ready = match(READY, engine.awaitLine(line -> line.startsWith("ready:")));
            assertThat(ready.group(4)).isEqualTo(folder.resolve("other").toString());
            assertThat(engine.terminate().await()).isZero();
        }
        assertThat(answer("journal", "verify")).contains("sound        true");
    }

    @Test
    void refusesAVariableThatStandsForNoKey() throws Exception {
        try (PlimsollProcess engine = PlimsollProcess.start(
                folder, Map.of("PLIMSOLL_JOURNAL_FOLDR", "x"), PlimsollProcess.packaged("serve"))) {
            assertThat(engine.await()).isEqualTo(2);
            assertThat(engine.err())
                    .isEqualTo("error: PLIMSOLL_JOURNAL_FOLDR: no key has this variable; did you mean"
                            + " 'PLIMSOLL_JOURNAL_FOLDER'?\n");
        }
    }

    private PlimsollProcess serve() throws IOException {
        return PlimsollProcess.start(
                folder, Map.of(), PlimsollProcess.packaged("serve", "--config", "engine.yaml", "--journal", journal()));
    }

    private String journal() {
        return folder.resolve("journal").toString();
    }

    private String answer(final String... args) {
        final String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--journal";
        all[args.length + 1] = journal();
        final CommandLineRun run = CommandLineRun.of(all);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out();
    }

    private static Matcher match(final Pattern pattern, final String line) {
        final Matcher matcher = pattern.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return matcher;
    }
}
