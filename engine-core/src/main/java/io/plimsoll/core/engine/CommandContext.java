package io.plimsoll.core.engine;

/** The command being applied: who sent it, when, and what its completion will say. */
final class CommandContext {
    private RiskEvents events;
    private long sequence;
    private long timeNs;
    private int templateId;
    private int source;
    private long sourceSequence;
    private long originalSequence;
    private long detail;

    /** Where events go; whoever hosts the engine sets it before the first command. */
    void events(final RiskEvents newEvents) {
        events = newEvents;
    }

    RiskEvents events() {
        return events;
    }

    void begin(final int newTemplateId, final int newSource, final long newSourceSequence) {
        templateId = newTemplateId;
        source = newSource;
        sourceSequence = newSourceSequence;
        originalSequence = sequence;
        detail = 0;
    }

    void stamp(final long newSequence, final long newTimeNs) {
        sequence = newSequence;
        timeNs = newTimeNs;
    }

    long sequence() {
        return sequence;
    }

    long timeNs() {
        return timeNs;
    }

    int templateId() {
        return templateId;
    }

    int source() {
        return source;
    }

    long sourceSequence() {
        return sourceSequence;
    }

    long originalSequence() {
        return originalSequence;
    }

    /** The command repeats one that was applied under another sequence. */
    void originalSequence(final long newOriginalSequence) {
        originalSequence = newOriginalSequence;
    }

    long detail() {
        return detail;
    }

    /** Rejects with a figure that helps the sender. */
    RejectReason reject(final RejectReason reason, final long newDetail) {
        detail = newDetail;
        return reason;
    }

    /** Accepts with a figure that helps the sender. */
    RejectReason accept(final long newDetail) {
        detail = newDetail;
        return RejectReason.NONE;
    }
}
