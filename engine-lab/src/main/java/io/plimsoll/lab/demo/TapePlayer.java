package io.plimsoll.lab.demo;

import io.plimsoll.client.Result;
import io.plimsoll.lab.tape.Tape;
import io.plimsoll.sbe.RejectReason;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/** Sends the commands of a tape to an engine, a bounded number in flight, and takes the answers in order. */
final class TapePlayer {
    private static final long SILENCE_MAX_NS = TimeUnit.SECONDS.toNanos(30);
    private static final long PROGRESS_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Tape tape;
    private final TapeSteps steps;
    private final int window;
    private final Progress progress;
    private final RoundTrips roundTrips = new RoundTrips();
    private final Long2ObjectHashMap<InFlight> inFlight = new Long2ObjectHashMap<>();
    private final IdleStrategy idle = new BackoffIdleStrategy(10, 100, 1_000, 50_000);
    private boolean waiting;
    private long lastProgressNs;
    private long lastAnswerNs;
    private long commands;
    private long startNs;
    private long endNs;

    private record InFlight(long sentNs, Step step) {}

    TapePlayer(final Tape tape, final TapeSteps steps, final int window, final Progress progress) {
        this.tape = tape;
        this.steps = steps;
        this.window = window;
        this.progress = progress;
    }

    RoundTrips roundTrips() {
        return roundTrips;
    }

    /** Commands of the tape that were answered, without definitions. */
    long commands() {
        return commands;
    }

    /** Time from the first command of the tape to the last answer, ns. */
    long elapsedNs() {
        return endNs - startNs;
    }

    /** Plays everything. Returns when the last command was answered and all withdrawals were released. */
    void play(final CommandPort port, final DemoNews news) {
        news.completions(this::onCompleted);
        lastAnswerNs = System.nanoTime();
        for (final Step step : SetupSteps.of(tape)) {
            sendWhenPossible(step, port, news);
        }
        drain(port, news);
        roundTrips.clear();
        commands = 0;
        startNs = System.nanoTime();
        for (Step step = next(port, news); step != null; step = next(port, news)) {
            steps.taken();
            sendWhenPossible(step, port, news);
            showProgress();
        }
        drain(port, news);
        endNs = System.nanoTime();
        awaitReleases(port, news);
        progress.done();
    }

    /** A waiting step may put another before all others, so its answer must be there first. */
    private Step next(final CommandPort port, final DemoNews news) {
        if (waiting) {
            drain(port, news);
            waiting = false;
        }
        return steps.peek();
    }

    private void sendWhenPossible(final Step step, final CommandPort port, final DemoNews news) {
        idle.reset();
        while (true) {
            final int work = port.poll();
            news.check();
            if (inFlight.size() < window) {
                final long now = System.nanoTime();
                final Result result = step.send().apply(port);
                if (result == Result.SENT) {
                    inFlight.put(port.lastSourceSequence(), new InFlight(now, step));
                    waiting = step.waits();
                    return;
                }
                if (result == Result.INVALID || result == Result.CLOSED) {
                    throw new DemoException("cannot send " + step.what() + ": " + result);
                }
            }
            idle.idle(work);
            checkSilence(news);
        }
    }

    private void drain(final CommandPort port, final DemoNews news) {
        idle.reset();
        while (!inFlight.isEmpty()) {
            idle.idle(port.poll());
            news.check();
            checkSilence(news);
        }
    }

    private void awaitReleases(final CommandPort port, final DemoNews news) {
        lastAnswerNs = System.nanoTime();
        while (news.released() < steps.acceptedWithdrawals()) {
            idle.idle(port.poll());
            news.check();
            checkSilence(news);
        }
    }

    private void checkSilence(final DemoNews news) {
        if (System.nanoTime() - lastAnswerNs > SILENCE_MAX_NS) {
            throw new DemoException("the engine has not answered for " + TimeUnit.NANOSECONDS.toSeconds(SILENCE_MAX_NS)
                    + " s" + news.lastRefusal());
        }
    }

    private void onCompleted(
            final long sequence, final long sourceSequence, final RejectReason reason, final long detail) {
        // Answers that wait for the disk come in an order of their own.
        final InFlight answered = inFlight.remove(sourceSequence);
        if (answered == null) {
            throw new DemoException("an answer to command " + sourceSequence + ", which has none open");
        }
        lastAnswerNs = System.nanoTime();
        roundTrips.record(lastAnswerNs - answered.sentNs);
        commands++;
        answered.step.answer().accept(sequence, reason, detail);
    }

    private void showProgress() {
        final long now = System.nanoTime();
        if (now - lastProgressNs > PROGRESS_EVERY_NS && roundTrips.count() > 0) {
            lastProgressNs = now;
            final long perSecond = commands * TimeUnit.SECONDS.toNanos(1) / Math.max(1, now - startNs);
            progress.show(steps.eventsDone(), tape.events().size(), perSecond, roundTrips);
        }
    }
}
