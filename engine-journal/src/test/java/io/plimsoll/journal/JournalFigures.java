package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.EventSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Prints what the journal costs on this machine: append, force, read and replay. A rough look, not a benchmark; run it as
 * a main class with the test class path: {@code JournalFigures [folder [records]]}.
 */
public final class JournalFigures {
    private static final int ROUNDS = 4;
    private static final int FORCES = 200;
    private static final int RECORDS_PER_FORCE = 64;
    private static final int PAYLOAD_BYTES = 100;

    private JournalFigures() {}

    public static void main(final String[] arguments) throws IOException {
        final Path parent =
                arguments.length > 0 ? Path.of(arguments[0]) : Path.of(System.getProperty("java.io.tmpdir"));
        final int records = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        final Path folder = Files.createTempDirectory(parent, "figures");
        append(folder.resolve("append"), records);
        force(folder.resolve("force"));
        read(folder.resolve("append"));
        replay(folder.resolve("replay"), records);
        try (var paths = Files.walk(folder)) {
            paths.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        }
    }

    private static void append(final Path folder, final int records) {
        final UnsafeBuffer frame = new UnsafeBuffer(new byte[PAYLOAD_BYTES]);
        final OpenedJournal journal =
                Journal.open(JournalSettings.of(folder), new MarginEngine(Host.LIMITS), RecoveryListener.NONE);
        long sequence = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < records; i++) {
                sequence++;
                journal.commands().append(sequence, sequence, frame, 0, PAYLOAD_BYTES);
            }
            print("append command, 80 + 100 bytes, ns", (System.nanoTime() - start) / records);
            start = System.nanoTime();
            for (long s = sequence - records + 1; s <= sequence; s++) {
                journal.events().command(s, s, 0, s);
                journal.events().append(0, EventSink.LAST_OF_COMMAND, frame, 0, PAYLOAD_BYTES);
            }
            print("append event, 80 + 100 bytes, ns", (System.nanoTime() - start) / records);
        }
        journal.close();
    }

    private static void force(final Path folder) {
        final Host host = Host.open(JournalSettings.of(folder), Disk.REAL);
        final long[] ns = new long[FORCES];
        for (int i = 0; i < FORCES; i++) {
            host.play(RECORDS_PER_FORCE);
            final long start = System.nanoTime();
            host.force();
            ns[i] = System.nanoTime() - start;
        }
        host.crash();
        Arrays.sort(ns);
        print("force of 64 commands, p50, us", ns[FORCES / 2] / 1_000);
        print("force of 64 commands, p99, us", ns[FORCES - 2] / 1_000);
    }

    private static void read(final Path folder) {
        for (int round = 0; round < ROUNDS; round++) {
            long records = 0;
            final long start = System.nanoTime();
            try (CommandReader reader = new CommandReader(folder)) {
                while (reader.next()) {
                    records++;
                }
            }
            print("read and check commands, records/s", records * 1_000_000_000L / (System.nanoTime() - start));
        }
    }

    private static void replay(final Path folder, final int commands) {
        try (Host host = Host.open(folder)) {
            for (int i = 0; i < commands; i += RECORDS_PER_FORCE) {
                host.play(RECORDS_PER_FORCE);
                host.seen().clear();
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            final long start = System.nanoTime();
            final ReplayResult result =
                    JournalReplayer.replay(folder, new MarginEngine(Host.LIMITS), Until.END, ReplayListener.NONE);
            print("replay, commands/s", result.lastSequence() * 1_000_000_000L / (System.nanoTime() - start));
            final long verify = System.nanoTime();
            final VerifyResult verified =
                    ReplayVerifier.verify(folder, new MarginEngine(Host.LIMITS), Until.END, ReplayListener.NONE);
            print(
                    "replay comparing " + verified.eventsCompared() + " events, commands/s",
                    result.lastSequence() * 1_000_000_000L / (System.nanoTime() - verify));
        }
    }

    private static void print(final String what, final long figure) {
        System.out.printf("%-60s %,15d%n", what, figure);
    }
}
