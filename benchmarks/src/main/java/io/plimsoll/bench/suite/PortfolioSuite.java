package io.plimsoll.bench.suite;

import com.sun.management.ThreadMXBean;
import io.plimsoll.bench.load.ChainVenue;
import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Goal;
import io.plimsoll.bench.result.Recorder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * The engine with accounts in portfolio mode and a whole option chain: how long each command of a revaluation takes, and a trade
 * meanwhile. Time on the clock and time that the thread had a core: their difference is the machine's. The thread also looks at
 * the clock for as long and does nothing else, which shows the gaps that the machine makes.
 */
final class PortfolioSuite implements Suite {
    private static final long MILLISECOND_NS = 1_000_000;
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final int WARM_UP = 30;
    private static final int REVALUATIONS = 20;
    private static final int TRADES_PER_SLICE = 2;
    private static final int TRADES = 20_000;
    private static final int COMMANDS = 512;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What a round of revaluations took. */
    private static final class Round {
        private final Histogram rows = new Histogram(LONGEST_NS, DIGITS);
        private final Histogram accounts = new Histogram(LONGEST_NS, DIGITS);
        private final Histogram cpu = new Histogram(LONGEST_NS, DIGITS);
        private final Histogram trades = new Histogram(LONGEST_NS, DIGITS);
        private final Histogram clock = new Histogram(LONGEST_NS, DIGITS);
        private final long[][] times;
        private int revaluations;
        private int commands;
        private int leastCommands = COMMANDS;
        private long ns;
        private long bytes;

        Round(final int revaluations) {
            times = new long[revaluations][COMMANDS];
        }

        void tookOnCore(final long took) {
            if (commands < COMMANDS) {
                times[revaluations][commands++] = took;
            }
        }

        void revalued() {
            leastCommands = Math.min(leastCommands, commands);
            commands = 0;
            revaluations++;
        }

        void add(final Round other) {
            rows.add(other.rows);
            accounts.add(other.accounts);
            cpu.add(other.cpu);
            trades.add(other.trades);
            clock.add(other.clock);
        }

        long above() {
            return above(rows) + above(accounts) + above(trades);
        }

        /**
         * Every revaluation has the same commands one after the other, and what the machine adds falls now on one and now on another:
         * the longest of the commands, each by its median.
         */
        long longestCommandNs() {
            long longest = 0;
            for (int place = 0; place < leastCommands; place++) {
                final int at = place;
                final long[] sorted = Arrays.stream(times, 0, revaluations)
                        .mapToLong(of -> of[at])
                        .sorted()
                        .toArray();
                longest = Math.max(longest, sorted[sorted.length / 2]);
            }
            return longest;
        }

        static long above(final Histogram histogram) {
            return histogram.getTotalCount() - histogram.getCountBetweenValues(0, MILLISECOND_NS);
        }
    }

    @Override
    public String name() {
        return "portfolio";
    }

    @Override
    public String about() {
        return "a chain of 676 options revalued in slices while accounts in portfolio mode trade: every command's time";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException {
        final ChainVenue venue = new ChainVenue();
        final int revaluations = options.size(REVALUATIONS, 1);
        for (int i = 0; i < options.size(WARM_UP, 1); i++) {
            revalue(venue, new Round(1));
        }
        final Round all = new Round(0);
        final Round[] rounds = new Round[options.rounds()];
        for (int r = 0; r < rounds.length; r++) {
            rounds[r] = round(venue, revaluations);
            all.add(rounds[r]);
        }
        record(recorder, venue, rounds, revaluations);
        recorder.distribution("slice of rows", all.rows);
        recorder.distribution("slice of accounts", all.accounts);
        recorder.distribution("slice, time on a core", all.cpu);
        recorder.distribution("trade during a revaluation", all.trades);
        recorder.distribution("gaps of the clock in the same time", all.clock);
        trades(options, recorder, venue);
    }

    private Round round(final ChainVenue venue, final int revaluations) {
        final Round round = new Round(revaluations);
        THREADS.getCurrentThreadAllocatedBytes();
        final long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < revaluations; i++) {
            revalue(venue, round);
        }
        round.bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
        watchClock(round.clock, round.ns);
        return round;
    }

    private static void revalue(final ChainVenue venue, final Round round) {
        final long replaced = venue.revaluations();
        venue.revalue();
        while (venue.hasWork()) {
            final boolean isRows = venue.revaluations() == replaced;
            final long cpu = THREADS.getCurrentThreadCpuTime();
            final long begin = System.nanoTime();
            venue.goOn();
            final long ns = System.nanoTime() - begin;
            final long onCore = THREADS.getCurrentThreadCpuTime() - cpu;
            round.cpu.recordValue(onCore);
            round.tookOnCore(onCore);
            (isRows ? round.rows : round.accounts).recordValue(ns);
            round.ns += ns;
            for (int i = 0; i < TRADES_PER_SLICE; i++) {
                final long at = System.nanoTime();
                venue.nextTrade();
                round.trades.recordValue(System.nanoTime() - at);
            }
        }
        round.revalued();
    }

    private static void watchClock(final Histogram gaps, final long forNs) {
        final long begin = System.nanoTime();
        long last = begin;
        while (last - begin < forNs) {
            final long now = System.nanoTime();
            gaps.recordValue(now - last);
            last = now;
        }
    }

    private static void record(
            final Recorder recorder, final ChainVenue venue, final Round[] rounds, final int revaluations) {
        final double[] whole = new double[rounds.length];
        final double[] rows = new double[rounds.length];
        final double[] accounts = new double[rounds.length];
        final double[] longest = new double[rounds.length];
        final double[] longestOnCore = new double[rounds.length];
        final double[] command = new double[rounds.length];
        final double[] commandShares = new double[rounds.length];
        final double[] above = new double[rounds.length];
        final double[] gaps = new double[rounds.length];
        final double[] shares = new double[rounds.length];
        final double[] bytes = new double[rounds.length];
        for (int r = 0; r < rounds.length; r++) {
            final Round round = rounds[r];
            whole[r] = round.ns / (double) revaluations / MILLISECOND_NS;
            rows[r] = round.rows.getValueAtPercentile(50);
            accounts[r] = round.accounts.getValueAtPercentile(50);
            longest[r] = Math.max(round.rows.getMaxValue(), round.accounts.getMaxValue());
            above[r] = round.above();
            gaps[r] = Round.above(round.clock);
            longestOnCore[r] = round.cpu.getMaxValue();
            shares[r] = longestOnCore[r] / MILLISECOND_NS;
            command[r] = (double) round.longestCommandNs();
            commandShares[r] = command[r] / MILLISECOND_NS;
            bytes[r] = round.bytes;
        }
        final String chain = ChainVenue.OPTIONS + 1 + " instruments x " + venue.scenarios() + " scenarios";
        recorder.figure("revaluation of " + chain, "ms", Better.LOWER, whole);
        recorder.figure("slice of rows", "ns", Better.LOWER, rows);
        recorder.figure("slice of accounts", "ns", Better.LOWER, accounts);
        recorder.figure("longest slice", "ns", Better.LOWER, longest);
        recorder.figure("longest slice, time on a core", "ns", Better.LOWER, longestOnCore);
        recorder.ratio(
                "longest slice / 1 ms", Goal.atMost(1), Better.LOWER, "time on a core, rows and accounts", shares);
        recorder.figure("longest command, its median over a round", "ns", Better.LOWER, command);
        recorder.ratio(
                "longest command by its median / 1 ms",
                Goal.atMost(1),
                Better.LOWER,
                "time on a core; a stall of the machine does not meet the same command of every second revaluation",
                commandShares);
        recorder.figure("commands above 1 ms in a round, trades included", "commands", Better.LOWER, above);
        recorder.figure("gaps above 1 ms on the clock in the same time", "gaps", Better.LOWER, gaps);
        recorder.figure("bytes allocated in a round", "bytes", Better.LOWER, bytes);
    }

    private void trades(final Options options, final Recorder recorder, final ChainVenue venue) {
        final int count = options.size(TRADES, 100);
        final double[] ns = new double[options.rounds()];
        final double[] bytes = new double[options.rounds()];
        for (int r = -1; r < ns.length; r++) {
            final long allocated = THREADS.getCurrentThreadAllocatedBytes();
            final long begin = System.nanoTime();
            for (int i = 0; i < count; i++) {
                venue.nextTrade();
            }
            if (r >= 0) {
                ns[r] = (System.nanoTime() - begin) / (double) count;
                bytes[r] = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            }
        }
        recorder.figure(
                "trade of two accounts of " + ChainVenue.POSITIONS + " options, frame to last event",
                "ns",
                Better.LOWER,
                ns);
        recorder.figure("bytes allocated in " + count + " such trades", "bytes", Better.LOWER, bytes);
    }
}
