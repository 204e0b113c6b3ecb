package io.plimsoll.core.engine;

/** What stands before and after every command: sequence, time, the source's own sequence, its role, the completion. */
final class CommandGate {
    private final EngineState state;
    private final CommandContext context;

    CommandGate(final EngineState state, final CommandContext context) {
        this.state = state;
        this.context = context;
    }

    /** Takes the sequencer's stamp. That it follows on is the host's promise: a break is a fault, not a rejection. */
    void stamp(final long sequence, final long timeNs) {
        if (sequence != context.sequence() + 1) {
            throw new EngineFault("command " + sequence + " follows command " + context.sequence());
        }
        if (timeNs < state.timeNs()) {
            throw new EngineFault(
                    "command " + sequence + " is of " + timeNs + " ns, before the engine's time " + state.timeNs());
        }
        state.timeNs(timeNs);
        context.stamp(sequence, timeNs);
    }

    /** Whether the command is the next of its source; if not, its completion goes out here. */
    boolean open(final int templateId, final int source, final long sourceSequence) {
        context.begin(templateId, source, sourceSequence);
        final Source sender = state.sources().get(source);
        if (sender == null) {
            emitCompletion(RejectReason.UNKNOWN_SOURCE);
            return false;
        }
        switch (sender.verdict(sourceSequence)) {
            case APPLY -> {
                return true;
            }
            case REPEAT -> {
                context.originalSequence(sender.originalSequence(sourceSequence));
                emitCompletion(context.reject(sender.reason(sourceSequence), sender.detail(sourceSequence)));
            }
            case TOO_OLD -> emitCompletion(RejectReason.TOO_OLD);
            case GAP -> emitCompletion(context.reject(RejectReason.SOURCE_GAP, sender.last() + 1));
            case STALE -> {
                sender.countStale();
                emitCompletion(context.reject(RejectReason.STALE, sender.last()));
            }
        }
        return false;
    }

    boolean isAllowed() {
        return state.sources().get(context.source()).role().maySend(CommandFamily.of(context.templateId()));
    }

    void close(final RejectReason reason) {
        state.sources()
                .get(context.source())
                .complete(context.sourceSequence(), context.originalSequence(), reason, context.detail());
        emitCompletion(reason);
    }

    private void emitCompletion(final RejectReason reason) {
        context.events()
                .onCompleted(
                        context.templateId(),
                        context.source(),
                        context.sourceSequence(),
                        context.originalSequence(),
                        reason,
                        context.detail());
    }
}
