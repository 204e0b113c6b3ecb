package io.plimsoll.lab.demo;

import io.plimsoll.client.Result;
import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.tape.TapeEvent;
import io.plimsoll.lab.tape.TapeEvent.Fill;
import io.plimsoll.lab.tape.TapeEvent.Ledger;
import io.plimsoll.lab.tape.TapeEvent.Mark;
import io.plimsoll.lab.venue.LiquidationPoint;
import io.plimsoll.sbe.RejectReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The commands of a tape, made one event at a time. Every new moment begins with AdvanceTime. A fill's price becomes the mark
 * first, unless it is a close-out, and then the fill is a trade with the market maker. The last command asks for the state
 * hash.
 *
 * <p>A withdrawal that is refused is asked for again with the largest amount that the engine says would pass: the venue did
 * pay it, and what our account lacks is what the tape leaves out. Nothing is sent meanwhile, so that the order of commands
 * is the same in every run.
 */
final class TapeSteps {
    private final Tape tape;
    private final Map<Integer, List<Integer>> pointsByEvent = new HashMap<>();
    private final List<Integer> pointsToPlace = new ArrayList<>();
    private final long[] commandOfPoint;
    private final long[] marks;
    private final ArrayDeque<Step> ready = new ArrayDeque<>();
    private final List<Withdrawal> withdrawals = new ArrayList<>();
    private final Map<RejectReason, Integer> rejections = new EnumMap<>(RejectReason.class);
    private long timeNs;
    private int nextEvent;
    private long tradeId;
    private int released;

    TapeSteps(final Tape tape, final List<LiquidationPoint> points) {
        this.tape = tape;
        this.marks = new long[tape.coins().size()];
        this.commandOfPoint = new long[points.size()];
        for (int i = 0; i < points.size(); i++) {
            pointsByEvent
                    .computeIfAbsent(points.get(i).eventIndex(), e -> new ArrayList<>())
                    .add(i);
        }
    }

    /** The next command; null when there are none left. It stays the next until {@link #taken}. */
    Step peek() {
        while (ready.isEmpty() && nextEvent <= tape.events().size()) {
            makeSteps(nextEvent++);
        }
        return ready.peekFirst();
    }

    /** The command that {@link #peek} gave was sent. */
    void taken() {
        ready.removeFirst();
    }

    /** Number of events whose commands were made. */
    int eventsDone() {
        return Math.min(nextEvent, tape.events().size());
    }

    /** Sequence of the command before which our account is to be looked at, by point; 0: not played yet. */
    long[] commandOfPoint() {
        return Arrays.copyOf(commandOfPoint, commandOfPoint.length);
    }

    List<Withdrawal> withdrawals() {
        return withdrawals;
    }

    /** Number of withdrawals that the engine accepted; each is released once it is on disk. */
    int acceptedWithdrawals() {
        return released;
    }

    /** Refused commands other than withdrawals, by reason. */
    Map<RejectReason, Integer> rejections() {
        return rejections;
    }

    private void makeSteps(final int index) {
        if (index == tape.events().size()) {
            pointsToPlace.addAll(pointsByEvent.getOrDefault(index, List.of()));
            add("checkpoint", CommandPort::checkpoint);
            return;
        }
        final TapeEvent event = tape.events().get(index);
        final List<Integer> points = pointsByEvent.getOrDefault(index, List.of());
        if (!(event instanceof Fill)) {
            pointsToPlace.addAll(points);
        }
        if (event.timeNs() > timeNs) {
            timeNs = event.timeNs();
            final long newTimeNs = timeNs;
            add("AdvanceTime", port -> port.advanceTime(newTimeNs));
        }
        if (event instanceof Ledger ledger) {
            addLedger(ledger);
        } else if (event instanceof Mark mark) {
            addMark(mark.coin(), mark.ticks());
        } else if (event instanceof Fill fill) {
            addFill(fill, points);
        }
    }

    private void addLedger(final Ledger ledger) {
        final long account = Ids.account(ledger.account());
        if (ledger.amount() > 0) {
            add("deposit", port -> port.deposit(account, Ids.USDC, ledger.amount()));
        } else {
            ready.addLast(withdrawal(ledger, -ledger.amount(), RejectReason.NONE));
        }
    }

    private Step withdrawal(final Ledger ledger, final long amount, final RejectReason firstReason) {
        final List<Integer> points = takePointsToPlace();
        return new Step(
                "withdrawal",
                port -> port.withdraw(Ids.account(ledger.account()), Ids.USDC, amount),
                (sequence, reason, detail) -> {
                    place(points, sequence);
                    answerWithdrawal(
                            ledger, amount, firstReason == RejectReason.NONE ? reason : firstReason, reason, detail);
                },
                true);
    }

    private void answerWithdrawal(
            final Ledger ledger,
            final long amount,
            final RejectReason firstReason,
            final RejectReason reason,
            final long detail) {
        final boolean canPass =
                reason == RejectReason.INSUFFICIENT_BALANCE || reason == RejectReason.INSUFFICIENT_MARGIN;
        if (canPass && detail > 0 && detail < amount) {
            ready.addFirst(withdrawal(ledger, detail, firstReason));
            return;
        }
        final boolean paid = reason == RejectReason.NONE;
        released += paid ? 1 : 0;
        withdrawals.add(
                new Withdrawal(ledger.timeNs(), ledger.account(), -ledger.amount(), paid ? amount : 0, firstReason));
    }

    private void addMark(final int coin, final long ticks) {
        if (marks[coin] != ticks) {
            marks[coin] = ticks;
            add("mark", port -> port.mark(Ids.instrument(coin), ticks));
        }
    }

    private void addFill(final Fill fill, final List<Integer> points) {
        if (!fill.closeOut()) {
            addMark(fill.coin(), fill.ticks());
        } else if (marks[fill.coin()] == 0) {
            // The engine takes the first trade as the mark where there is none.
            marks[fill.coin()] = fill.ticks();
        }
        pointsToPlace.addAll(points);
        final long account = Ids.account(fill.account());
        final long maker = Ids.marketMaker(tape);
        final boolean bought = fill.lots() > 0;
        final Deal deal = new Deal(
                Ids.instrument(fill.coin()),
                ++tradeId,
                fill.ticks(),
                Math.abs(fill.lots()),
                bought ? account : maker,
                bought ? maker : account,
                bought == fill.taker());
        add("trade", port -> port.trade(deal));
    }

    private void add(final String what, final Function<CommandPort, Result> send) {
        final List<Integer> points = takePointsToPlace();
        ready.addLast(new Step(
                what,
                send,
                (sequence, reason, detail) -> {
                    place(points, sequence);
                    if (reason != RejectReason.NONE) {
                        rejections.merge(reason, 1, Integer::sum);
                    }
                },
                false));
    }

    private List<Integer> takePointsToPlace() {
        final List<Integer> points = List.copyOf(pointsToPlace);
        pointsToPlace.clear();
        return points;
    }

    private void place(final List<Integer> points, final long sequence) {
        for (final int point : points) {
            commandOfPoint[point] = sequence;
        }
    }
}
