package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.JournalRecords;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.ReplayListener;
import io.plimsoll.journal.ReplayResult;
import io.plimsoll.journal.Until;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Rebuilds a state from a journal, which is only read. */
final class Rebuild {
    private Rebuild() {}

    /** The engine after a command; null: after the last one that is there. */
    static EngineAt at(final Path folder, final Long sequence, final Progress bar) {
        return at(folder, sequence, bar, new MarginEngine(JournalReplayer.limits(folder)), UnaryOperator.identity());
    }

    /** The same with an empty engine of the caller's, who may hear what the replay tells besides its progress. */
    static EngineAt at(
            final Path folder,
            final Long sequence,
            final Progress bar,
            final MarginEngine engine,
            final UnaryOperator<ReplayListener> hearing) {
        final Until until = sequence == null ? Until.END : Until.sequence(sequence);
        final long last = Math.min(until.sequence(), JournalRecords.lastSequence(folder));
        final ReplayResult result =
                JournalReplayer.replay(folder, engine, until, hearing.apply(new ReplayProgress(bar, last)));
        if (sequence != null) {
            Checks.reached(sequence, result);
        }
        return new EngineAt(engine, result);
    }
}
