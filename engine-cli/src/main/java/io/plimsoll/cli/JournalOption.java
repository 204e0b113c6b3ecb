package io.plimsoll.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;

/** Which journal, for commands that read one: as for the engine that writes it. */
final class JournalOption {
    /** Where the demo leaves its journal. */
    private static final Path DEMO = Path.of("out", "demo", "journal");

    @Mixin
    private EngineOptions engine;

    /** The folder, when there is a journal in it. */
    Path existing() throws IOException {
        return existing(engine.folder());
    }

    /** A folder, when there is a journal in it. */
    static Path existing(final Path folder) throws IOException {
        return existing(new EngineOptions.Named(folder, ""));
    }

    /** A folder that a setting names, when there is a journal in it. */
    static Path existing(final EngineOptions.Named named) throws IOException {
        final Path folder = named.folder();
        try {
            if (holdsJournal(folder)) {
                return folder;
            }
        } catch (final AccessDeniedException e) {
            throw new UsageException("no right to read '" + folder + "'" + named.origin()
                    + "; run this as the user that runs the engine");
        }
        final String what =
                Files.isDirectory(folder) ? "" : Files.exists(folder) ? ": it is a file" : ": there is no such folder";
        throw new UsageException(
                "no journal in '" + folder + "'" + named.origin() + what
                        + nearby(folder)
                                .map(path -> "; did you mean '" + path + "'?")
                                .orElse(
                                        "; 'plimsoll serve' or 'plimsoll demo' begins one, --journal DIR names another folder"));
    }

    /** A journal that may be meant: the folder is of a demo, or is a part of a journal, or none was named. */
    private static Optional<Path> nearby(final Path folder) throws IOException {
        final Stream.Builder<Path> places = Stream.builder();
        places.add(folder.resolve("journal"));
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            places.add(above);
        }
        places.add(DEMO);
        for (final Path place : places.build().toList()) {
            if (Files.isReadable(place) && holdsJournal(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static boolean holdsJournal(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            final List<Path> generations = entries.filter(
                            entry -> entry.getFileName().toString().startsWith("generation-"))
                    .toList();
            for (final Path generation : generations) {
                if (!Files.isReadable(generation) || !Files.isExecutable(generation)) {
                    throw new AccessDeniedException(generation.toString());
                }
            }
            return !generations.isEmpty();
        }
    }
}
