package io.plimsoll.lab.conformance;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.sbe.CheckpointDecoder;
import java.util.function.Supplier;

/** An engine of a case's own, driven command by command as its host; time stands still, and what it tells is not listened to. */
final class CaseEngine {
    private final MarginEngine engine;
    private long sequence;

    CaseEngine(final Limits limits) {
        engine = new MarginEngine(limits);
        new CommandDispatcher(engine, (index, flags, event, offset, length) -> {});
    }

    /** One command, and a checkpoint after it: the engine sees whether its invariants hold, money's among them. */
    RejectReason apply(final int template, final Supplier<RejectReason> command) {
        final RejectReason reason = one(template, command);
        one(CheckpointDecoder.TEMPLATE_ID, engine::onCheckpoint);
        return reason;
    }

    /** A command that a case takes for granted. */
    void must(final int template, final Supplier<RejectReason> command) {
        final RejectReason reason = apply(template, command);
        if (reason != RejectReason.NONE) {
            throw new IllegalArgumentException("the engine does not take this: " + reason);
        }
    }

    private RejectReason one(final int template, final Supplier<RejectReason> command) {
        sequence++;
        engine.begin(sequence, 0, template, 0, sequence);
        final RejectReason reason = command.get();
        engine.complete(reason);
        return reason;
    }

    MarginEngine engine() {
        return engine;
    }
}
