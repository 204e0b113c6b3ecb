package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.ConnectionState;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.sbe.CommandCompletedDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code stat} beside a live engine in a process of its own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class StatIT {
    private static final int ADMIN = 1;
    private static final int ASSET = 1;

    @TempDir
    private Path folder;

    private Path aeron;

    @BeforeEach
    void configure() throws IOException {
        aeron = folder.resolve("aeron");
        Files.writeString(folder.resolve("engine.yaml"), """
                limits: { groups: 100, accounts: 100, open-orders: 100, trade-ids: 100 }
                journal: { block-bytes: 1MiB }
                aeron: { directory: %s, term-bytes: 64KiB }
                sequencer: { clock: commands }
                sources:
                  admin: { id: 1, role: admin, ordering: strict, window: 1_024 }
                """.formatted(aeron));
    }

    @Test
    void showsWhatWasSentAndSaysWhenTheEngineIsGone() throws Exception {
        try (PlimsollProcess engine = serve()) {
            engine.awaitLine(line -> line.startsWith("ready:"));
            sendDeposits(10);

            final Map<String, String> stat = await(now -> "11".equals(now.get("commands_rejected")));
            assertThat(stat)
                    .containsEntry("alive", "true")
                    .containsEntry("epoch", "1")
                    .containsEntry("process_id", Long.toString(engine.pid()))
                    .containsEntry("frames_accepted", "11")
                    .containsEntry("sequenced_seq", stat.get("released_seq"))
                    .containsEntry("release_lag_commands", "0")
                    .containsEntry("accounts_normal", "1")
                    .containsEntry("alarms", "0");
            assertThat(Long.parseLong(stat.get("heartbeat_age_ms"))).isLessThan(5_000);

            final CommandLineRun screen = run("--once");
            assertThat(screen.code()).isZero();
            assertThat(screen.err()).isEmpty();
            assertThat(screen.out().lines().findFirst().orElseThrow())
                    .matches("engine +alive, heartbeat [0-9,]+ ms ago, epoch 1, up 0 d 00:[0-9]{2}:[0-9]{2}");
            assertThat(screen.out()).contains("rejected      11 commands", "NORMAL              1");

            engine.kill();
            await(now -> "false".equals(now.get("alive")));
            final CommandLineRun dead = run("--once");
            assertThat(dead.code()).isEqualTo(1);
            assertThat(dead.out()).startsWith("engine        NOT ALIVE, heartbeat ");
        }
    }

    @Test
    void printsALineEachIntervalWhenItIsPiped() throws Exception {
        try (PlimsollProcess engine = serve()) {
            engine.awaitLine(line -> line.startsWith("ready:"));
            final List<String> command =
                    PlimsollProcess.packaged("stat", "--aeron", aeron.toString(), "--interval", "100ms");
            try (PlimsollProcess stat = PlimsollProcess.start(folder, Map.of(), command)) {
                final String first = stat.awaitLine(line -> line.contains(" alive epoch 1 seq "));
                final String second =
                        stat.awaitLine(line -> line.contains(" alive epoch 1 seq ") && !line.equals(first));
                assertThat(second).endsWith(" alarms 0");
            }
        }
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        final CommandLineRun nowhere = run("--once");
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err())
                .isEqualTo("not running: no media driver in '" + aeron + "': no engine is running there\n");

        final String journal = folder.resolve("j").toString();
        assertThat(CommandLineRun.of("stat", "--once", "--journal", journal).err())
                .startsWith("not running: no media driver in '")
                .endsWith("; looked for the engine of the journal '" + journal + "'\n");
        assertThat(CommandLineRun.of(
                                "stat",
                                "--once",
                                "--set",
                                "journal.folder=" + journal,
                                "--set",
                                "aeron.directory=" + aeron)
                        .err())
                .isEqualTo(nowhere.err());

        final CommandLineRun json = run("--once", "--json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out())
                .isEqualTo("{\"alive\":false,\"reason\":\"no media driver in '" + aeron
                        + "': no engine is running there\"}\n");
    }

    @Test
    void refusesAJournalThatOthersCanWriteTo() throws Exception {
        final Path journal = Files.createDirectory(folder.resolve("journal"));
        Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (PlimsollProcess engine = serve()) {
            assertThat(engine.await()).isEqualTo(1);
            assertThat(engine.err()).contains("error: others can write to the journal's folder 'journal' (rwxrwxrwx)");
        }
    }

    private void sendDeposits(final int number) {
        final Counted heard = new Counted();
        try (PlimsollClient client = PlimsollClient.connect(ClientConfig.of(aeron.toString(), ADMIN), heard)) {
            poll(client, () -> client.state() == ConnectionState.CONNECTED);
            for (int i = 0; i <= number; i++) {
                // No such account: each is rejected, and counted as such.
                poll(client, () -> client.deposit(7, ASSET, 1) == Result.SENT);
            }
            poll(client, () -> heard.completed == number + 1);
        }
    }

    private static void poll(final PlimsollClient client, final BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (client.poll() == 0) {
                LockSupport.parkNanos(100_000L);
            }
        }
    }

    private Map<String, String> await(final Predicate<Map<String, String>> condition) throws IOException {
        Map<String, String> now = Map.of();
        while (!condition.test(now)) {
            now = parse(run("--once", "--json").out());
        }
        return now;
    }

    private static Map<String, String> parse(final String line) throws IOException {
        final Map<String, String> fields = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME) {
                    final String name = json.currentName();
                    json.nextToken();
                    fields.put(name, json.getText());
                }
            }
        }
        return fields;
    }

    private CommandLineRun run(final String... options) {
        final String[] args = new String[options.length + 3];
        args[0] = "stat";
        args[1] = "--config";
        args[2] = folder.resolve("engine.yaml").toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return CommandLineRun.of(args);
    }

    private PlimsollProcess serve() throws IOException {
        return PlimsollProcess.start(
                folder,
                Map.of(),
                PlimsollProcess.packaged(
                        "serve", "--config", "engine.yaml", "--markets", "none", "--journal", "journal"));
    }

    private static final class Counted implements ClientHandler {
        private int completed;

        @Override
        public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
            completed++;
        }
    }
}
