package io.plimsoll.cli.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Takes the journal of a demo before away. */
final class OldJournal {
    private OldJournal() {}

    /** Deletes a folder if it is a journal or empty; refuses to delete anything else. */
    static void delete(final Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            final List<Path> names = entries.map(Path::getFileName).toList();
            final boolean isJournal = names.isEmpty()
                    || names.stream().anyMatch(name -> name.toString().startsWith("generation-"))
                    || names.stream().anyMatch(name -> name.toString().equals("LOCK"));
            if (!isJournal) {
                throw new IOException("'" + folder + "' is not a journal; it is left as it is");
            }
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (final Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
