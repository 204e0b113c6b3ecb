package io.plimsoll.example;

import io.plimsoll.sbe.RejectReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what became of orders, to say so at the end. */
final class Tally {
    private final Map<RejectReason, Integer> refused = new EnumMap<>(RejectReason.class);
    private int accepted;
    private int spreads;
    private int quotes;
    private int refusedHere;
    private int trades;
    private int tradesWithQuotes;
    private int tradesAtMarket;
    private int disconnects;
    private long lots;

    void answered(final Requests.Request request, final RejectReason reason) {
        final List<Order> orders = request.coming();
        if (reason != RejectReason.NONE) {
            refused.merge(reason, 1, Integer::sum);
        } else if (orders.get(0).isQuote()) {
            quotes++;
        } else if (orders.size() > 1) {
            spreads++;
        } else {
            accepted++;
        }
    }

    void refusedHere() {
        refusedHere++;
    }

    void traded(final Order maker, final Order taker, final long size) {
        trades++;
        tradesAtMarket += taker.isMarket() ? 1 : 0;
        tradesWithQuotes += maker.isQuote() || taker.isQuote() ? 1 : 0;
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

    /** Trades of which one side is a market maker's quote. */
    int tradesWithQuotes() {
        return tradesWithQuotes;
    }

    /** Trades that a market order came for. */
    int tradesAtMarket() {
        return tradesAtMarket;
    }

    /** Spreads that the engine accepted. */
    int spreads() {
        return spreads;
    }

    /** Times that the engine replaced quotes. */
    int quotes() {
        return quotes;
    }

    /** Orders, spreads and quotes that the engine refused for a reason. */
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
        return "accepted  " + accepted + " orders, " + spreads + " spreads, " + quotes
                + " replacements of quotes\nrefused   " + (reasons.isEmpty() ? "0" : reasons) + "\nrefused here  "
                + refusedHere + "\ntrades    " + trades + " of " + lots + " lots, " + tradesWithQuotes
                + " with quotes, "
                + tradesAtMarket + " of market orders";
    }
}
