package io.plimsoll.bench.suite;

import io.plimsoll.bench.load.Trades;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Goal;
import io.plimsoll.bench.result.Recorder;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.CommandJournal;
import io.plimsoll.journal.Journal;
import io.plimsoll.journal.JournalSettings;
import io.plimsoll.journal.OpenedJournal;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecoveryListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Appends of a trade's command, beside the least that could be done with the same bytes, in turns on the same disk: a copy
 * to a mapped file with new pages. Nothing is forced: all three write to the page cache, and the machine writes it back.
 */
final class JournalSuite implements Suite {
    private static final int RECORDS = 50_000;
    private static final int FORCES = 200;
    private static final double SHARE = 0.5;
    private static final long MICROSECOND_NS = 1_000;
    private static final int PERCENT_99 = 99;
    private static final int HUNDRED = 100;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public String about() {
        return "append of a command; beside a raw append of the same bytes to a mapped file, and to a raw Chronicle queue";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException {
        final Path folder = options.folder();
        final UnsafeBuffer frame = RecordedCommand.of(new Trades(2), 1).get(0).frame();
        final int length = RecordEnvelopes.LENGTH + frame.capacity();
        final UnsafeBuffer record = new UnsafeBuffer(ByteBuffer.allocateDirect(length));
        record.putBytes(RecordEnvelopes.LENGTH, frame, 0, frame.capacity());
        final int records = options.size(RECORDS, 1_000);
        final double[] own = new double[options.rounds()];
        final double[] raw = new double[options.rounds()];
        final double[] chronicle = new double[options.rounds()];
        try (RawFile file = new RawFile(folder.resolve("raw").resolve("records"));
                RawQueue queue = new RawQueue(folder.resolve("chronicle"), record);
                OpenedJournal journal = open(folder)) {
            final long[] sequence = new long[1];
            for (int round = -2; round < options.rounds(); round++) {
                final double rawNs = timed(records, () -> file.append(record, length));
                final double queueNs = timed(records, () -> queue.append(length));
                final CommandJournal commands = journal.commands();
                final double ownNs = timed(records, () -> {
                    sequence[0]++;
                    commands.append(sequence[0], sequence[0], frame, 0, frame.capacity());
                });
                if (round >= 0) {
                    raw[round] = rawNs;
                    chronicle[round] = queueNs;
                    own[round] = ownNs;
                }
            }
            record(own, raw, chronicle, recorder, length);
            force(journal, sequence[0], frame, options, recorder);
        }
    }

    private static OpenedJournal open(final Path folder) {
        return Journal.open(
                JournalSettings.of(folder.resolve("journal")), new MarginEngine(Venue.LIMITS), RecoveryListener.NONE);
    }

    private static void record(
            final double[] own,
            final double[] raw,
            final double[] chronicle,
            final Recorder recorder,
            final int length) {
        recorder.figure("raw append, " + length + " bytes", "ns", Better.LOWER, raw);
        recorder.figure("append to a raw Chronicle queue", "ns", Better.LOWER, chronicle);
        recorder.figure("append to the journal", "ns", Better.LOWER, own);
        final double[] shares = new double[own.length];
        for (int round = 0; round < own.length; round++) {
            shares[round] = raw[round] / own[round];
        }
        recorder.ratio(
                "journal / raw, appends a second",
                Goal.atLeast(SHARE),
                Better.HIGHER,
                "appends a second to the journal / raw appends of the same bytes a second",
                shares);
    }

    /** How long a force of 64 commands takes: sorted, median and 99th percentile. */
    private static void force(
            final OpenedJournal journal,
            final long last,
            final UnsafeBuffer frame,
            final Options options,
            final Recorder recorder) {
        final int forces = options.size(FORCES, 10);
        final double[] microseconds = new double[forces];
        long sequence = last;
        for (int i = 0; i < forces; i++) {
            for (int n = 0; n < Long.SIZE; n++) {
                sequence++;
                journal.commands().append(sequence, sequence, frame, 0, frame.capacity());
            }
            final long begin = System.nanoTime();
            while (journal.forcer().durableSequence() < sequence) {
                journal.forcer().doWork();
            }
            microseconds[i] = (System.nanoTime() - begin) / (double) MICROSECOND_NS;
        }
        recorder.figure("force of 64 commands", "us", Better.LOWER, microseconds);
        Arrays.sort(microseconds);
        recorder.figure("force of 64 commands, p99", "us", Better.LOWER, microseconds[forces * PERCENT_99 / HUNDRED]);
    }

    /** Work that may fail. */
    @FunctionalInterface
    private interface Append {
        void run() throws IOException;
    }

    private static double timed(final int times, final Append append) throws IOException {
        final long begin = System.nanoTime();
        for (int i = 0; i < times; i++) {
            append.run();
        }
        return (System.nanoTime() - begin) / (double) times;
    }
}
