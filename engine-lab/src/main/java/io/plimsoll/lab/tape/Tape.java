package io.plimsoll.lab.tape;

import java.util.List;

/**
 * What happened on a venue, in one order of time. Events of one moment stand in the order ledger, marks, fills, and within
 * each in the order of their file.
 *
 * @param name short name.
 * @param source one sentence for the user: where this comes from.
 * @param marks one sentence for the user: where mark prices come from.
 * @param coins by index.
 * @param accounts names by index, sorted.
 * @param events in order of time.
 * @param liquidations that the venue itself listed, in order of time; empty: it listed none.
 * @param hasVenueList whether there is such a list at all.
 * @param liquidator index of the account that takes over what the venue closes out; -1: none is known.
 */
public record Tape(
        String name,
        String source,
        String marks,
        List<Coin> coins,
        List<String> accounts,
        List<TapeEvent> events,
        List<VenueLiquidation> liquidations,
        boolean hasVenueList,
        int liquidator) {

    /** Copies the lists. */
    public Tape {
        coins = List.copyOf(coins);
        accounts = List.copyOf(accounts);
        events = List.copyOf(events);
        liquidations = List.copyOf(liquidations);
        if (events.isEmpty()) {
            throw new TapeException(name + ": nothing on the tape");
        }
    }

    /** {@return time of the first event, ns} */
    public long startNs() {
        return events.get(0).timeNs();
    }

    /** {@return time of the last event, ns} */
    public long endNs() {
        return events.get(events.size() - 1).timeNs();
    }

    /** {@return number of fills} */
    public int fills() {
        return count(TapeEvent.Fill.class);
    }

    /** {@return number of deposits and withdrawals} */
    public int transfers() {
        return count(TapeEvent.Ledger.class);
    }

    private int count(final Class<? extends TapeEvent> kind) {
        int number = 0;
        for (final TapeEvent event : events) {
            number += kind.isInstance(event) ? 1 : 0;
        }
        return number;
    }
}
