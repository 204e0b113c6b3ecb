package io.plimsoll.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --journal}, for commands that read a journal. */
final class JournalOption {
    /** Where a journal is if nobody says otherwise; the same as in the shipped engine.yaml. */
    static final Path DEFAULT = Path.of("out", "journal");

    @Option(names = "--journal", paramLabel = "DIR", description = "Folder of the journal. Default: out/journal")
    private Path folder = DEFAULT;

    /** The folder, when there is a journal in it. */
    Path existing() throws IOException {
        return existing(folder);
    }

    /** A folder, when there is a journal in it. */
    static Path existing(final Path folder) throws IOException {
        if (!holdsJournal(folder)) {
            throw new UsageException("no journal in '" + folder
                    + "'; 'plimsoll serve' or 'plimsoll demo' begins one, --journal DIR names another folder");
        }
        return folder;
    }

    private static boolean holdsJournal(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(entry -> entry.getFileName().toString().startsWith("generation-"));
        }
    }
}
