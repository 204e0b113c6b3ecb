package io.plimsoll.lab.whatif;

import io.plimsoll.lab.tape.CsvFile;
import io.plimsoll.lab.tape.CsvRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Positions out of a CSV file with columns {@code instrument,quantity} and, if wanted, {@code entry} and {@code style}. */
public final class PositionsCsv {
    private static final String INSTRUMENT = "instrument";
    private static final String QUANTITY = "quantity";
    private static final String ENTRY = "entry";
    private static final String STYLE = "style";

    private PositionsCsv() {}

    /**
     * Reads the file.
     *
     * @param path of the file; gzip when its name ends in {@code .gz}.
     * @param market that the instruments must be in.
     * @return the positions in the order of the file.
     * @throws io.plimsoll.lab.tape.TapeException with file and line of the first row that is wrong.
     */
    public static List<Position> read(final Path path, final Market market) {
        final CsvFile file = CsvFile.of(path);
        final List<String> there = file.columns();
        final List<String> columns = new ArrayList<>(List.of(INSTRUMENT, QUANTITY));
        List.of(ENTRY, STYLE).stream().filter(there::contains).forEach(columns::add);
        final List<Position> positions = new ArrayList<>();
        file.read(columns, row -> positions.add(position(row, columns, market)));
        return positions;
    }

    private static Position position(final CsvRow row, final List<String> columns, final Market market) {
        try {
            Position position = Position.of(row.text(INSTRUMENT), row.text(QUANTITY));
            if (columns.contains(ENTRY) && !row.isEmpty(ENTRY)) {
                position = position.enteredAt(Position.decimal(row.text(ENTRY)));
            }
            if (columns.contains(STYLE) && !row.isEmpty(STYLE)) {
                position =
                        Map.of(0, position, 1, position.asFuturesStyle()).get(row.oneOf(STYLE, "premium", "futures"));
            }
            Marks.of(position.instrument(), market);
            return position;
        } catch (final MarketException e) {
            throw row.fault(e.getMessage());
        }
    }
}
