package io.plimsoll.lab.venue;

import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.tape.TapeEvent;
import io.plimsoll.lab.tape.TapeEvent.Fill;
import io.plimsoll.lab.tape.TapeEvent.Mark;
import io.plimsoll.lab.tape.VenueLiquidation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where on the tape each listed liquidation begins: at the account's first close-out fill in the listed second. An
 * account may be listed several times in one second, once for each isolated position: its n-th row is then about the n-th
 * coin that was closed.
 */
public final class LiquidationPoints {
    private final Tape tape;
    private final long[] lastMarkNs;
    private final Map<Integer, Map<Integer, LiquidationPoint.Closed>> closedByAccount = new HashMap<>();
    private final Map<Integer, Integer> firstIndexByAccount = new HashMap<>();
    private final List<LiquidationPoint> points = new ArrayList<>();
    private int nextEvent;

    private LiquidationPoints(final Tape tape) {
        this.tape = tape;
        this.lastMarkNs = new long[tape.coins().size()];
        Arrays.fill(lastMarkNs, -1);
    }

    /**
     * Finds all of a tape.
     *
     * @param tape with a list of liquidations.
     * @return one point a row of the list, in its order.
     */
    public static List<LiquidationPoint> of(final Tape tape) {
        return new LiquidationPoints(tape).find();
    }

    private List<LiquidationPoint> find() {
        final List<VenueLiquidation> listed = tape.liquidations();
        int i = 0;
        while (i < listed.size()) {
            int end = i + 1;
            while (end < listed.size()
                    && listed.get(end).timeNs() == listed.get(i).timeNs()) {
                end++;
            }
            addMoment(listed.subList(i, end));
            i = end;
        }
        return points;
    }

    private void addMoment(final List<VenueLiquidation> rows) {
        final long timeNs = rows.get(0).timeNs();
        passEventsBefore(timeNs);
        final int before = nextEvent;
        closedByAccount.clear();
        firstIndexByAccount.clear();
        while (nextEvent < tape.events().size() && tape.events().get(nextEvent).timeNs() == timeNs) {
            passEventOfMoment(nextEvent++);
        }
        for (int i = 0; i < rows.size(); i++) {
            final VenueLiquidation row = rows.get(i);
            points.add(new LiquidationPoint(
                    row, firstIndexByAccount.getOrDefault(row.account(), before), closedBy(rows, i)));
        }
    }

    private void passEventsBefore(final long timeNs) {
        while (nextEvent < tape.events().size() && tape.events().get(nextEvent).timeNs() < timeNs) {
            noteMark(tape.events().get(nextEvent++));
        }
    }

    private void passEventOfMoment(final int index) {
        final TapeEvent event = tape.events().get(index);
        if (event instanceof Fill fill && fill.closeOut() && !fill.taker()) {
            firstIndexByAccount.putIfAbsent(fill.account(), index);
            final long age = lastMarkNs[fill.coin()] < 0 ? -1 : fill.timeNs() - lastMarkNs[fill.coin()];
            closedByAccount
                    .computeIfAbsent(fill.account(), a -> new java.util.LinkedHashMap<>())
                    .merge(
                            fill.coin(),
                            new LiquidationPoint.Closed(fill.coin(), fill.lots(), age),
                            (a, b) -> new LiquidationPoint.Closed(a.coin(), a.lots() + b.lots(), a.markAgeNs()));
        }
        noteMark(event);
    }

    private void noteMark(final TapeEvent event) {
        if (event instanceof Mark mark) {
            lastMarkNs[mark.coin()] = mark.timeNs();
        } else if (event instanceof Fill fill && !fill.closeOut()) {
            lastMarkNs[fill.coin()] = fill.timeNs();
        }
    }

    private List<LiquidationPoint.Closed> closedBy(final List<VenueLiquidation> rows, final int index) {
        final VenueLiquidation row = rows.get(index);
        final List<LiquidationPoint.Closed> closed = new ArrayList<>(
                closedByAccount.getOrDefault(row.account(), Map.of()).values());
        int isolatedRows = 0;
        int place = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).account() == row.account() && rows.get(i).isolated()) {
                place += i < index ? 1 : 0;
                isolatedRows++;
            }
        }
        return row.isolated() && isolatedRows > 1 && place < closed.size() ? List.of(closed.get(place)) : closed;
    }
}
