package io.plimsoll.journal;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import java.nio.file.Path;
import java.util.List;

/** Rebuilds an engine from the commands of a journal, also beside the engine that writes it. Read-only. */
public final class JournalReplayer {
    private JournalReplayer() {}

    /**
     * Limits of the engine that wrote a journal: an engine that is to replay it must have the same.
     *
     * @param folder of the journal.
     * @return its limits.
     * @throws JournalException there is no generation, or a manifest is damaged or of another version.
     */
    public static Limits limits(final Path folder) {
        final List<Generation> generations = Generations.read(folder);
        if (generations.isEmpty()) {
            throw Generations.none(folder);
        }
        return generations.get(generations.size() - 1).manifest().engineLimits();
    }

    /**
     * Applies commands in order, as far as they are there.
     *
     * @param folder of the journal.
     * @param engine an empty engine with the limits of the journal.
     * @param until where to stop.
     * @param listener hears commands, events and progress.
     * @return what was done.
     * @throws JournalException the journal is damaged; says exactly where.
     */
    public static ReplayResult replay(
            final Path folder, final MarginEngine engine, final Until until, final ReplayListener listener) {
        try (QueueReader reader = new QueueReader(folder, RecordEnvelopes.KIND_COMMAND, false)) {
            return new Replay(reader, engine, listener).run(until);
        }
    }
}
