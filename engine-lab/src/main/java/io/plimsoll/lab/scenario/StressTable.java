package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.StressSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Moves by event and symbol. A symbol that has none in an event takes the worst of its class there, and of all symbols
 * when its class has none, each side by itself.
 */
public final class StressTable {
    private final Map<NamedEvent, Map<String, Move>> moves = new EnumMap<>(NamedEvent.class);

    /**
     * Enters a move.
     *
     * @param event in which it happened.
     * @param symbol whose price it was.
     * @param move what it did.
     */
    public void put(final NamedEvent event, final String symbol, final Move move) {
        moves.computeIfAbsent(event, none -> new TreeMap<>()).put(symbol, move);
    }

    /** {@return events of which anything is known, in order of time} */
    public List<NamedEvent> events() {
        return List.copyOf(moves.keySet());
    }

    /**
     * What a symbol did, or has to reckon with.
     *
     * @param event one of {@link #events}.
     * @param symbol any.
     * @return its move.
     */
    public Move of(final NamedEvent event, final String symbol) {
        final Map<String, Move> known = moves.get(event);
        if (known.containsKey(symbol)) {
            return known.get(symbol);
        }
        final List<String> symbols = List.copyOf(known.keySet());
        final Move worst = worst(known, Classes.among(symbols, Classes.of(symbol)))
                .or(() -> worst(known, symbols))
                .orElseThrow();
        return new Move(worst.down(), worst.up(), StressSource.CLASS);
    }

    private static Optional<Move> worst(final Map<String, Move> known, final List<String> symbols) {
        return symbols.stream().map(known::get).reduce(Move::worse);
    }
}
