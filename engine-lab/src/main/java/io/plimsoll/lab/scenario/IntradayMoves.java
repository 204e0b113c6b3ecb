package io.plimsoll.lab.scenario;

import io.plimsoll.config.scenario.StressSource;
import io.plimsoll.lab.tape.CsvFile;
import io.plimsoll.lab.tape.CsvRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves in named events from files of bars: {@code time_utc} (start of the bar), {@code close}, and {@code symbol} unless
 * the file's name begins with it. Of several files of a symbol the worse move counts, each side by itself.
 */
final class IntradayMoves {
    private static final String TIME = "time_utc";
    private static final String SYMBOL = "symbol";
    private static final String CLOSE = "close";
    private static final int DAY_LENGTH = 10;

    /** An event is covered when a file has bars of this share of its days at least. */
    private static final double COVERED = 0.9;

    private static final Duration LONGEST_BAR = Duration.ofHours(4);

    private final Map<NamedEvent, Map<String, Move>> moves = new EnumMap<>(NamedEvent.class);

    IntradayMoves(final List<Path> paths) {
        for (final NamedEvent event : NamedEvent.values()) {
            moves.put(event, new HashMap<>());
        }
        for (final Path path : paths) {
            final CsvFile file = CsvFile.of(path);
            final List<String> columns = file.columns();
            final boolean hasSymbol = columns.contains(SYMBOL);
            final Optional<String> named =
                    PriceFiles.symbolOf(path.getFileName().toString());
            if (columns.contains(TIME) && (hasSymbol || named.isPresent())) {
                add(file, hasSymbol ? List.of(TIME, CLOSE, SYMBOL) : List.of(TIME, CLOSE), named.orElse(""));
            }
        }
    }

    Map<String, Move> in(final NamedEvent event) {
        return moves.get(event);
    }

    private void add(final CsvFile file, final List<String> columns, final String named) {
        final Map<NamedEvent, Map<String, Bars>> bars = new EnumMap<>(NamedEvent.class);
        file.read(columns, row -> {
            final String text = row.text(TIME);
            for (final NamedEvent event : NamedEvent.values()) {
                if (event.contains(text.substring(0, Math.min(DAY_LENGTH, text.length())))) {
                    final String symbol = columns.contains(SYMBOL)
                            ? PriceFiles.symbolOf(row.text(SYMBOL)).orElse("")
                            : named;
                    bars.computeIfAbsent(event, none -> new HashMap<>())
                            .computeIfAbsent(symbol, none -> new Bars())
                            .add(
                                    time(row),
                                    Double.parseDouble(row.positive(CLOSE).toString()));
                }
            }
        });
        bars.forEach((event, bySymbol) -> bySymbol.forEach((symbol, each) -> add(event, symbol, each)));
    }

    private static Instant time(final CsvRow row) {
        return Instant.ofEpochSecond(0, row.timeNs(TIME));
    }

    private void add(final NamedEvent event, final String symbol, final Bars bars) {
        final Duration span = Duration.between(
                event.from().atStartOfDay().toInstant(ZoneOffset.UTC),
                event.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        if (bars.size() >= COVERED * span.toHours() / LONGEST_BAR.toHours()) {
            final double[] worst = bars.worst();
            moves.get(event).merge(symbol, new Move(worst[0], worst[1], StressSource.INTRADAY), Move::worse);
        }
    }
}
