package io.plimsoll.lab.tape;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file with column names in its first row, plain or inside gzip. Columns are found by name, in any order; others are
 * ignored. Every complaint names file and line.
 */
public final class CsvFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private final String name;
    private final InputStreamSource source;

    /** Opens the bytes of a file. */
    @FunctionalInterface
    interface InputStreamSource {
        InputStream open() throws IOException;
    }

    CsvFile(final String name, final InputStreamSource source) {
        this.name = name;
        this.source = source;
    }

    /**
     * A file on disk; gzip when its name ends in {@code .gz}.
     *
     * @param path of the file.
     * @return the file, not opened yet.
     * @throws TapeException when there is none.
     */
    public static CsvFile of(final Path path) {
        if (!Files.isRegularFile(path)) {
            throw new TapeException(path + ": no such file");
        }
        final boolean gzip = path.toString().endsWith(".gz");
        return new CsvFile(path.toString(), () -> {
            final InputStream bytes = Files.newInputStream(path);
            return gzip ? unzip(bytes) : bytes;
        });
    }

    private static InputStream unzip(final InputStream bytes) throws IOException {
        try {
            return new GZIPInputStream(bytes, BUFFER_BYTES);
        } catch (final IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** {@return name of the file, for messages} */
    public String name() {
        return name;
    }

    /**
     * The names in its first row.
     *
     * @return names of the columns.
     * @throws TapeException when the file cannot be read or is empty.
     */
    public List<String> columns() {
        final List<String> names = new ArrayList<>();
        eachRecord(records -> names.addAll(CsvRow.names(records.next().getFields())));
        return names;
    }

    /**
     * Reads the file row by row.
     *
     * @param columns that must be there.
     * @param rows takes each row; a row is valid during its call only.
     * @throws TapeException when the file cannot be read, has no such column, or a row that is too short.
     */
    public void read(final List<String> columns, final Consumer<CsvRow> rows) {
        eachRecord(records -> {
            final CsvRow row = new CsvRow(name, columns, records.next().getFields());
            while (records.hasNext()) {
                rows.accept(row.at(records.next()));
            }
        });
    }

    /** Opens the file; what takes the records finds at least one. */
    private void eachRecord(final Consumer<CloseableIterator<CsvRecord>> taker) {
        try (InputStream bytes = new BufferedInputStream(source.open(), BUFFER_BYTES);
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8));
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            if (!records.hasNext()) {
                throw new TapeException(name + ": empty, not even column names");
            }
            taker.accept(records);
        } catch (final IOException | UncheckedIOException | CsvParseException e) {
            throw new TapeException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
