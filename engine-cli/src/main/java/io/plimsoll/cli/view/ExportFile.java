package io.plimsoll.cli.view;

import io.plimsoll.cli.output.CsvRenderer;
import io.plimsoll.journal.MessageCatalogue;
import io.plimsoll.journal.RecordView;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A CSV file of one message, written under another name until it is whole. */
final class ExportFile implements AutoCloseable {
    private final MessageCatalogue.Message message;
    private final Path target;
    private final Path temporary;
    private final BufferedWriter out;
    private long rows;

    ExportFile(final MessageCatalogue.Message message, final Path target) throws IOException {
        this.message = message;
        this.target = target;
        temporary = target.resolveSibling('.' + target.getFileName().toString() + ".tmp");
        out = Files.newBufferedWriter(temporary);
        line(ExportColumns.of(message));
    }

    void add(final RecordView record) throws IOException {
        line(ExportRow.of(record));
        rows++;
    }

    private void line(final List<?> cells) throws IOException {
        out.write(CsvRenderer.line(cells));
        out.write('\n');
    }

    /** Gives the file its name. */
    void commit() throws IOException {
        out.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String message() {
        return message.name();
    }

    Path target() {
        return target;
    }

    long rows() {
        return rows;
    }

    /** Leaves nothing behind of a file that was not committed. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(temporary);
    }
}
