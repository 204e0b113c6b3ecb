package io.plimsoll.journal;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the generations of a journal: what its manifests say exists, exists. */
final class Generations {
    private static final Pattern NAME = Pattern.compile("generation-(\\d{6})");

    private Generations() {}

    /**
     * Reads all manifests in order and checks that they follow each other.
     *
     * @param journal folder.
     * @return generations from 1 on; empty if there is none.
     * @throws JournalException one is missing, damaged, of another version or does not follow.
     */
    static List<Generation> read(final Path journal) {
        final int last = lastFolder(journal);
        final List<Generation> found = new ArrayList<>();
        for (int epoch = 1; epoch <= last; epoch++) {
            final Path folder = Generation.folder(journal, epoch);
            if (!Files.exists(folder.resolve(Manifest.FILE))) {
                if (epoch == last && isUnborn(folder)) {
                    break;
                }
                throw new JournalException(
                        JournalError.MISSING_FILE, epoch, folder.resolve(Manifest.FILE), 0, "there is no manifest");
            }
            final Manifest manifest = Manifest.read(folder, epoch);
            checkVersions(folder, manifest);
            if (epoch > 1) {
                seal(found, manifest.start());
            }
            found.add(new Generation(epoch, folder, manifest, null));
        }
        noteClosing(found);
        return found;
    }

    /** That a folder holds no generation at all. */
    static JournalException none(final Path journal) {
        return new JournalException(JournalError.MISSING_FILE, 1, journal, 0, "there is no journal here");
    }

    /** A start that was interrupted before its manifest stood: there is nothing in the folder yet. */
    static boolean isUnborn(final Path folder) {
        final String[] names = folder.toFile().list();
        return names != null
                && (names.length == 0
                        || (names.length == 1
                                && names[0].equals(KeyValueFile.temporary(Path.of(Manifest.FILE))
                                        .toString())));
    }

    private static void seal(final List<Generation> found, final JournalEnd end) {
        final Generation sealed = found.get(found.size() - 1);
        final JournalEnd start = sealed.start();
        if (end.lastSequence() < start.lastSequence()
                || end.eventsSequence() < start.eventsSequence()
                || end.eventsSequence() > end.lastSequence()) {
            throw new JournalException(
                    JournalError.BAD_MANIFEST,
                    sealed.epoch() + 1,
                    sealed.folder(),
                    end.lastSequence(),
                    "it cuts the generation before at " + end + ", which begins at " + start);
        }
        found.set(found.size() - 1, sealed.endingAt(end));
    }

    private static void noteClosing(final List<Generation> found) {
        if (!found.isEmpty()) {
            final Generation last = found.get(found.size() - 1);
            if (Files.exists(last.folder().resolve(Manifest.CLOSING_NOTE))) {
                found.set(found.size() - 1, last.endingAt(Manifest.readClosingNote(last.folder(), last.epoch())));
            }
        }
    }

    private static void checkVersions(final Path folder, final Manifest manifest) {
        if (manifest.schemaVersion() > RecordEnvelopes.SCHEMA_VERSION || manifest.schemaVersion() < 1) {
            throw unknown(folder, manifest, "schema", manifest.schemaVersion(), RecordEnvelopes.SCHEMA_VERSION);
        }
        if (manifest.rulesVersion() != MarginEngine.RULES_VERSION) {
            throw unknown(folder, manifest, "rules", manifest.rulesVersion(), MarginEngine.RULES_VERSION);
        }
    }

    private static JournalException unknown(
            final Path folder, final Manifest manifest, final String what, final int found, final int known) {
        return new JournalException(
                JournalError.UNKNOWN_VERSION,
                manifest.epoch(),
                folder.resolve(Manifest.FILE),
                manifest.start().lastSequence(),
                what + " version " + found + ", this build knows " + known);
    }

    /**
     * Checks that all generations were written by an engine of these limits.
     *
     * @param generations of the journal.
     * @param limits of the engine.
     */
    static void checkLimits(final List<Generation> generations, final Limits limits) {
        final Map<String, Integer> expected = Manifest.limitsByName(limits);
        for (final Generation generation : generations) {
            final Map<String, Integer> written = generation.manifest().limits();
            if (!written.equals(expected)) {
                throw new JournalException(
                        JournalError.LIMITS_DIFFER,
                        generation.epoch(),
                        generation.folder().resolve(Manifest.FILE),
                        generation.start().lastSequence(),
                        "the journal has " + written + ", the engine " + expected);
            }
        }
    }

    /** Highest generation number of which there is a folder; 0: none. */
    private static int lastFolder(final Path journal) {
        final String[] names = journal.toFile().list();
        int last = 0;
        if (names != null) {
            for (final String name : names) {
                final Matcher matcher = NAME.matcher(name);
                if (matcher.matches()) {
                    last = Math.max(last, Integer.parseInt(matcher.group(1)));
                }
            }
        }
        return last;
    }
}
