package io.plimsoll.config.scenario;

import io.plimsoll.config.Nearest;
import io.plimsoll.config.YamlFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the CSV file of a stress block: {@code event,date,underlying,down,up,source}, a row an event and underlying. */
final class StressFile {
    private static final List<String> COLUMNS = List.of("event", "date", "underlying", "down", "up", "source");
    private static final List<String> SOURCES = Stream.of(StressSource.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final long UP_MAX = 20 * Femto.ONE;

    private final CsvRows csv;
    private final List<String> symbols;
    private final Map<String, LocalDate> dates = new LinkedHashMap<>();
    private final Map<String, Map<String, StressMove>> moves = new LinkedHashMap<>();

    private StressFile(final CsvRows csv, final List<String> symbols) {
        this.csv = csv;
        this.symbols = symbols;
    }

    static StressBlock read(final YamlFile file, final ScenarioSetText.Stress terms, final List<String> symbols) {
        return new StressBlock(
                terms.volatilityDown(), terms.volatilityUp(), new StressFile(new CsvRows(file), symbols).read());
    }

    private List<StressEvent> read() {
        csv.checkColumns(COLUMNS);
        csv.rows().forEach(this::add);
        if (csv.rows().isEmpty()) {
            csv.error("has no events");
        }
        final List<StressEvent> events = new ArrayList<>();
        moves.forEach((event, found) -> events.add(event(event, found)));
        csv.throwIfAny();
        return events;
    }

    private StressEvent event(final String name, final Map<String, StressMove> found) {
        final List<StressMove> inOrder = new ArrayList<>();
        for (final String symbol : symbols) {
            if (found.containsKey(symbol)) {
                inOrder.add(found.get(symbol));
            } else {
                csv.error("event '" + name + "' has no row for underlying '" + symbol + "'");
            }
        }
        return new StressEvent(name, dates.get(name), inOrder);
    }

    private void add(final CsvRows.Row row) {
        final int eventAt = csv.column("event");
        final int dateAt = csv.column("date");
        final int symbolAt = csv.column("underlying");
        final String event = row.text(eventAt);
        final String symbol = row.text(symbolAt);
        if (event.isBlank()) {
            row.error(eventAt, "is empty; allowed: a name");
        }
        final LocalDate date = row.date(dateAt);
        final LocalDate first = dates.putIfAbsent(event, date);
        if (first != null && !first.equals(date)) {
            row.error(dateAt, "is " + date + ", but " + first + " in an earlier row of the event");
        }
        final StressMove move = new StressMove(
                row.femto(csv.column("down"), -Femto.ONE, 0), row.femto(csv.column("up"), -1, UP_MAX), source(row));
        if (!symbols.contains(symbol)) {
            row.error(
                    symbolAt,
                    "is '" + symbol + "', which is not among the underlyings of the set"
                            + Nearest.question(symbol, symbols));
        } else if (moves.computeIfAbsent(event, none -> new LinkedHashMap<>()).putIfAbsent(symbol, move) != null) {
            row.error(symbolAt, "is '" + symbol + "' again in event '" + event + "'");
        }
    }

    private StressSource source(final CsvRows.Row row) {
        final int index = csv.column("source");
        final String text = row.text(index);
        if (SOURCES.contains(text)) {
            return StressSource.valueOf(text.toUpperCase(Locale.ROOT));
        }
        row.error(index, "is '" + text + "'; allowed: " + String.join(", ", SOURCES) + Nearest.question(text, SOURCES));
        return StressSource.CLASS;
    }
}
