package io.plimsoll.example;

import io.plimsoll.sbe.RejectReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what became of orders, to say so at the end. */
final class Tally {
    private final Map<RejectReason, Integer> refused = new EnumMap<>(RejectReason.class);
    private int accepted;
    private int refusedHere;
    private int trades;
    private int disconnects;
    private long lots;

    void accepted() {
        accepted++;
    }

    void refused(final RejectReason reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    void refusedHere() {
        refusedHere++;
    }

    void traded(final long size) {
        trades++;
        lots += size;
    }

    void disconnected() {
        disconnects++;
    }

    int trades() {
        return trades;
    }

    int disconnects() {
        return disconnects;
    }

    /** Orders that the engine refused for a reason. */
    int refusedFor(final RejectReason reason) {
        return refused.getOrDefault(reason, 0);
    }

    /** Orders that were refused without asking the engine. */
    int refusedWithoutEngine() {
        return refusedHere;
    }

    @Override
    public String toString() {
        final String reasons = refused.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        return "accepted  " + accepted + "\nrefused   " + (reasons.isEmpty() ? "0" : reasons) + "\nrefused here  "
                + refusedHere + "\ntrades    " + trades + " of " + lots + " lots";
    }
}
