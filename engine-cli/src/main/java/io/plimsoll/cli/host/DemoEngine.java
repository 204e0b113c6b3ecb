package io.plimsoll.cli.host;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.RecordView;
import io.plimsoll.journal.ReplayListener;
import io.plimsoll.journal.Until;
import io.plimsoll.lab.demo.ChildProcess;
import io.plimsoll.lab.demo.ClientPort;
import io.plimsoll.lab.demo.CommandPort;
import io.plimsoll.lab.demo.DemoException;
import io.plimsoll.lab.demo.EngineHost;
import io.plimsoll.lab.demo.EngineNews;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/** The engine of a demo: {@code plimsoll serve} in a process of its own, and {@code plimsoll replay} in another. */
public final class DemoEngine implements EngineHost, AutoCloseable {
    private static final int SOURCE = 1;
    private static final int EXIT_DIFFERENCE = 3;
    private static final long START_TIMEOUT_MS = 60_000;
    private static final long STOP_TIMEOUT_MS = 60_000;
    private static final long REPLAY_TIMEOUT_MS = 600_000;
    private static final String CONFIG = """
            # Written by 'plimsoll demo': the engine that plays its tape. Time is the tape's.
            sequencer:
              clock: commands
            idle: yield
            sources:
              demo: { id: 1, role: admin, ordering: strict, window: 65_536 }
            """;

    private final Path folder;
    private final Path journal;
    private final Class<?> main;
    private ChildProcess engine;

    /**
     * An engine that is not started yet.
     *
     * @param folder of the demo; a journal of a demo before is taken away.
     * @param main class of the command line.
     */
    public DemoEngine(final Path folder, final Class<?> main) {
        this.folder = folder;
        this.main = main;
        this.journal = folder.resolve("journal");
    }

    /** {@return folder of the journal} */
    public Path journal() {
        return journal;
    }

    @Override
    public CommandPort start(final EngineNews news) {
        final Path config = folder.resolve("engine.yaml");
        try {
            Files.createDirectories(folder);
            OldJournal.delete(journal);
            Files.writeString(config, CONFIG);
        } catch (final IOException e) {
            throw new DemoException("cannot prepare " + folder + ": " + e.getMessage(), e);
        }
        engine = ChildProcess.start(
                "the engine",
                SelfCommand.of(
                        main,
                        "serve",
                        "--config",
                        config.toString(),
                        "--markets",
                        "none",
                        "--journal",
                        journal.toString(),
                        "--progress",
                        "none"),
                folder.resolve("engine.log"));
        final String ready = engine.awaitLine(line -> line.startsWith(ReadyLine.START), START_TIMEOUT_MS);
        return ClientPort.connect(ClientConfig.of(ReadyLine.aeronDirectory(ready), SOURCE), news);
    }

    @Override
    public void stop() {
        if (engine != null) {
            final int code = engine.stop(STOP_TIMEOUT_MS);
            engine = null;
            if (code != 0) {
                throw new DemoException("the engine ended with " + code + "; see " + folder.resolve("engine.log"));
            }
        }
    }

    @Override
    public void replay(final BeforeCommand look) {
        final MarginEngine fresh = new MarginEngine(JournalReplayer.limits(journal));
        JournalReplayer.replay(journal, fresh, Until.END, new Looking(look, fresh));
    }

    @Override
    public ReplayVerdict verify(final long sequence, final long stateHash) {
        final Path answer = folder.resolve("replay.json");
        final ChildProcess replay = ChildProcess.start(
                "the replay",
                SelfCommand.of(
                        main,
                        "replay",
                        "--journal",
                        journal.toString(),
                        "--to-seq",
                        Long.toString(sequence),
                        "--verify",
                        "--progress",
                        "none",
                        "--format",
                        "json"),
                answer);
        final int code = replay.awaitEnd(REPLAY_TIMEOUT_MS);
        if (code != 0 && code != EXIT_DIFFERENCE) {
            throw new DemoException(
                    "the replay ended with " + code + "; it said:\n" + String.join("\n", replay.said()));
        }
        return verdict(fields(answer), sequence, stateHash);
    }

    private static ReplayVerdict verdict(final Map<String, String> answer, final long sequence, final long stateHash) {
        final String found = answer.getOrDefault("state_hash", "");
        final boolean sameEvents = "true".equals(answer.get("equal"));
        final boolean equal = sameEvents && found.equals(Texts.hash(stateHash));
        final String sentence = "replay in a fresh process up to sequence " + Texts.count(sequence) + ": "
                + Texts.count(Long.parseLong(answer.getOrDefault("events_compared", "0"))) + " events "
                + (sameEvents ? "the same, byte for byte" : "the same before the first difference") + ", state hash "
                + found + (equal ? " is equal" : " is NOT equal to " + Texts.hash(stateHash));
        return new ReplayVerdict(equal, found.isEmpty() ? 0 : Long.parseUnsignedLong(found, 16), sentence);
    }

    private static Map<String, String> fields(final Path json) {
        final Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    final String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, parser.getText());
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    /** Kills the engine if it still runs. */
    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private record Looking(BeforeCommand look, MarginEngine engine) implements ReplayListener {
        @Override
        public void onCommand(final RecordView command) {
            look.see(command.sequence(), engine);
        }

        @Override
        public void onEvent(
                final int index, final int flags, final DirectBuffer event, final int offset, final int length) {}
    }
}
