package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.ReplayResult;
import java.time.Instant;

/**
 * An engine rebuilt from a journal, and as of when.
 *
 * @param engine the engine.
 * @param result how far it was rebuilt.
 */
public record EngineAt(MarginEngine engine, ReplayResult result) {
    /** {@return time of the last command} */
    public Instant time() {
        return Instant.EPOCH.plusNanos(result.lastTimeNs());
    }

    /**
     * Says as of when, and the state hash.
     *
     * @param report to add to.
     */
    public void describe(final Report report) {
        report.field("epoch", result.epoch())
                .field("sequence", result.lastSequence())
                .field("time", Texts.time(result.lastTimeNs()))
                .field("state_hash", Texts.hash(engine.stateHash()));
    }
}
