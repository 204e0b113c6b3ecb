package io.plimsoll.journal;

import java.nio.file.Path;

/**
 * One start of the engine, as found on disk.
 *
 * @param epoch its number.
 * @param folder of the generation.
 * @param manifest what it says of itself.
 * @param end where it is known to end: by the next generation's manifest or by its closing note; null: not known.
 */
record Generation(int epoch, Path folder, Manifest manifest, JournalEnd end) {
    static final String COMMANDS = "commands";
    static final String EVENTS = "events";

    static Path folder(final Path journal, final int epoch) {
        return journal.resolve(String.format("generation-%06d", epoch));
    }

    Path commands() {
        return folder.resolve(COMMANDS);
    }

    Path events() {
        return folder.resolve(EVENTS);
    }

    JournalEnd start() {
        return manifest.start();
    }

    Generation endingAt(final JournalEnd knownEnd) {
        return new Generation(epoch, folder, manifest, knownEnd);
    }
}
