package io.plimsoll.bench.suite;

import io.plimsoll.bench.load.CommandFrame;
import io.plimsoll.bench.load.MarkPrices;
import io.plimsoll.bench.load.Orders;
import io.plimsoll.bench.load.Scenario;
import io.plimsoll.bench.load.Venue;
import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Goal;
import io.plimsoll.bench.result.Recorder;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.journal.CommandReader;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.ReplayListener;
import io.plimsoll.journal.ReplayVerifier;
import io.plimsoll.journal.Until;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands a second that are rebuilt from a journal, beside reading it without applying anything, and beside applying the
 * same commands from memory. A replay can be no faster than both one after the other.
 */
final class ReplaySuite implements Suite {
    private static final int COMMANDS = 400_000;
    private static final int HOLDERS = 10;
    private static final int ORDERS_PER_MARK = 9;
    private static final double SHARE = 0.7;
    private static final double SECOND_NS = 1e9;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String about() {
        return "commands a second rebuilt from a journal; beside reading it alone and applying them from memory";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws InterruptedException {
        final Path folder = options.folder().resolve("journal");
        final int commands = options.size(COMMANDS, 2_000);
        try (InProcess engine = new InProcess(folder, new Mixed())) {
            for (int i = 0; i < commands; i++) {
                engine.exchange();
            }
        }
        final List<UnsafeBuffer> frames = new ArrayList<>();
        read(folder, frames);
        final double[] reading = new double[options.rounds()];
        final double[] applying = new double[options.rounds()];
        final double[] replaying = new double[options.rounds()];
        final double[] verifying = new double[options.rounds()];
        for (int round = -1; round < options.rounds(); round++) {
            final double readRate = rate(frames.size(), () -> read(folder, null));
            final double applyRate = rate(frames.size(), () -> apply(frames));
            final double replayRate = rate(frames.size(), () -> replay(folder, frames.size()));
            final double verifyRate = rate(frames.size(), () -> verify(folder));
            if (round >= 0) {
                reading[round] = readRate;
                applying[round] = applyRate;
                replaying[round] = replayRate;
                verifying[round] = verifyRate;
            }
        }
        record(reading, applying, replaying, verifying, recorder);
    }

    private static void record(
            final double[] reading,
            final double[] applying,
            final double[] replaying,
            final double[] verifying,
            final Recorder recorder) {
        recorder.figure("reading commands", "1/s", Better.HIGHER, reading);
        recorder.figure("applying commands from memory", "1/s", Better.HIGHER, applying);
        recorder.figure("replay", "1/s", Better.HIGHER, replaying);
        recorder.figure("replay that compares every event", "1/s", Better.HIGHER, verifying);
        final double[] shares = new double[reading.length];
        final double[] toReading = new double[reading.length];
        for (int round = 0; round < shares.length; round++) {
            shares[round] = replaying[round] * (1 / reading[round] + 1 / applying[round]);
            toReading[round] = replaying[round] / reading[round];
        }
        recorder.ratio("replay / reading alone", null, Better.HIGHER, "commands a second replayed / read", toReading);
        recorder.ratio(
                "replay / reading then applying",
                Goal.atLeast(SHARE),
                Better.HIGHER,
                "commands a second replayed x (seconds to read one + seconds to apply one)",
                shares);
    }

    private static void read(final Path folder, final List<UnsafeBuffer> frames) {
        try (CommandReader reader = new CommandReader(folder)) {
            while (reader.next()) {
                if (frames != null) {
                    final int length = reader.record().payloadLength();
                    final UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(length));
                    frame.putBytes(0, reader.record().buffer(), reader.record().payloadOffset(), length);
                    frames.add(frame);
                }
            }
        }
    }

    private static void apply(final List<UnsafeBuffer> frames) {
        final CommandDispatcher dispatcher =
                new CommandDispatcher(new MarginEngine(Venue.LIMITS), (index, flags, event, offset, length) -> {});
        for (int i = 0; i < frames.size(); i++) {
            dispatcher.onCommand(i + 1, i + 1, frames.get(i), 0, frames.get(i).capacity());
        }
    }

    private static void replay(final Path folder, final long commands) {
        final long last = JournalReplayer.replay(folder, new MarginEngine(Venue.LIMITS), Until.END, ReplayListener.NONE)
                .lastSequence();
        if (last != commands) {
            throw new IllegalStateException("replay ended at " + last + " instead of " + commands);
        }
    }

    private static void verify(final Path folder) {
        ReplayVerifier.verify(folder, new MarginEngine(Venue.LIMITS), Until.END, ReplayListener.NONE)
                .difference()
                .ifPresent(difference -> {
                    throw new IllegalStateException("replay differs at sequence " + difference.sequence());
                });
    }

    private static double rate(final int commands, final Runnable work) {
        final long begin = System.nanoTime();
        work.run();
        return commands * SECOND_NS / (System.nanoTime() - begin);
    }

    /** Nine orders, then a mark price with a few holders. */
    private static final class Mixed implements Scenario {
        private final Scenario orders = new Orders(2);
        private final Scenario marks = new MarkPrices(HOLDERS);
        private long count;

        @Override
        public String name() {
            return "orders and mark prices";
        }

        @Override
        public int accounts() {
            return HOLDERS;
        }

        @Override
        public void open(final Consumer<CommandFrame> send) {
            marks.open(send);
        }

        @Override
        public CommandFrame next() {
            return ++count % (ORDERS_PER_MARK + 1) == 0 ? marks.next() : orders.next();
        }
    }
}
