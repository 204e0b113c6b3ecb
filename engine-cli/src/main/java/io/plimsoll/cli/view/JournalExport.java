package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.journal.MessageCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Writes the messages of a part of a journal to CSV files, one file a message, all of them or none. */
public final class JournalExport implements AutoCloseable {
    private static final String SUFFIX = ".csv";
    private static final long PROGRESS_MASK = (1 << 16) - 1;

    private final Path target;
    private final Set<String> types;
    private final boolean force;
    private final TreeMap<Integer, ExportFile> files = new TreeMap<>();
    private long rows;

    private JournalExport(final Path target, final Set<String> types, final boolean force) {
        this.target = target;
        this.types = types;
        this.force = force;
    }

    /**
     * An export that has not begun.
     *
     * @param target a file, if its name ends in {@code .csv}; else a folder, which is made if need be.
     * @param types names of the messages; empty: all that occur.
     * @param force whether files that exist are replaced.
     * @return the export.
     * @throws IllegalArgumentException several messages cannot go to one file; or a file exists. Says which.
     * @throws IOException the folder cannot be made.
     */
    public static JournalExport open(final Path target, final Set<String> types, final boolean force)
            throws IOException {
        final JournalExport export = new JournalExport(target, types, force);
        export.checkTarget();
        return export;
    }

    private void checkTarget() throws IOException {
        if (isFile() && (types.size() != 1 || isKind(types.iterator().next()))) {
            throw new IllegalArgumentException(
                    "'" + target + "' takes one message; name it with --type, or name a folder");
        }
        final Path folder = isFile() ? target.toAbsolutePath().getParent() : target;
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "'" + folder + "' is a file; a folder or a name ending in .csv is needed");
        }
        Files.createDirectories(folder);
        for (final MessageCatalogue.Message message : MessageCatalogue.journaled()) {
            final Path file = path(message);
            if (isWanted(message) && !force && Files.exists(file)) {
                throw new IllegalArgumentException("'" + file + "' exists; --force replaces it");
            }
        }
    }

    private boolean isFile() {
        return target.toString().endsWith(SUFFIX);
    }

    private static boolean isKind(final String type) {
        return type.equals(MessageNames.COMMAND) || type.equals(MessageNames.EVENT);
    }

    private boolean isWanted(final MessageCatalogue.Message message) {
        return types.isEmpty()
                || types.contains(message.name())
                || types.contains(message.isCommand() ? MessageNames.COMMAND : MessageNames.EVENT);
    }

    private Path path(final MessageCatalogue.Message message) {
        return isFile() ? target : target.resolve(message.name() + SUFFIX);
    }

    /**
     * Writes all records and gives the files their names.
     *
     * @param feed records of the wanted messages.
     * @param progress hears the number of rows, about every 65,536.
     * @return the files with their rows.
     * @throws IOException a file cannot be written; then none was.
     */
    public Report write(final RecordFeed feed, final LongConsumer progress) throws IOException {
        for (final MessageCatalogue.Message message : MessageCatalogue.journaled()) {
            if (types.contains(message.name())) {
                file(message.id());
            }
        }
        while (feed.next()) {
            file(feed.record().templateId()).add(feed.record());
            if ((++rows & PROGRESS_MASK) == 0) {
                progress.accept(rows);
            }
        }
        final Rows written = new Rows("files", "message", "rows", "file");
        for (final ExportFile file : files.values()) {
            file.commit();
            written.add(file.message(), file.rows(), file.target());
        }
        return new Report().table(written);
    }

    private ExportFile file(final int template) throws IOException {
        ExportFile file = files.get(template);
        if (file == null) {
            final MessageCatalogue.Message message = MessageCatalogue.byTemplate(template);
            file = new ExportFile(message, path(message));
            files.put(template, file);
        }
        return file;
    }

    /** {@return rows written over all files} */
    public long rows() {
        return rows;
    }

    /** Leaves nothing behind of files that were not written as a whole. */
    @Override
    public void close() throws IOException {
        for (final ExportFile file : files.values()) {
            file.close();
        }
    }
}
