package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;

/** A sender of commands: its role, its last number, and for a strict one the answers to its last commands. */
public final class Source {
    /** Most answers that are kept. */
    public static final int WINDOW_MAX = 1 << 16;

    private static final RejectReason[] REASONS = RejectReason.values();

    private final int id;
    private final Role role;
    private final SourceOrdering ordering;
    private final long[] originalSequences;
    private final long[] details;
    private final byte[] reasons;
    private final StateHash stateHash;
    private long last;
    private long stale;
    private boolean isBinding;

    Source(final int id, final Role role, final SourceOrdering ordering, final int window, final StateHash stateHash) {
        this.id = id;
        this.role = role;
        this.ordering = ordering;
        final int kept = ordering == SourceOrdering.STRICT ? window : 0;
        this.originalSequences = new long[kept];
        this.details = new long[kept];
        this.reasons = new byte[kept];
        this.stateHash = stateHash;
        stateHash.replace(0, ownHash());
    }

    /** What a number of this source means. */
    enum Verdict {
        APPLY,
        REPEAT,
        TOO_OLD,
        GAP,
        STALE
    }

    Verdict verdict(final long sourceSequence) {
        if (ordering == SourceOrdering.MONOTONE) {
            return sourceSequence > last ? Verdict.APPLY : Verdict.STALE;
        }
        if (sourceSequence > last) {
            return sourceSequence == last + 1 ? Verdict.APPLY : Verdict.GAP;
        }
        final boolean kept = sourceSequence > 0 && last - sourceSequence < originalSequences.length;
        return kept ? Verdict.REPEAT : Verdict.TOO_OLD;
    }

    /** Takes the number up and keeps the answer. */
    void complete(
            final long sourceSequence, final long originalSequence, final RejectReason reason, final long detail) {
        final long before = ownHash();
        last = sourceSequence;
        stateHash.replace(before, ownHash());
        if (originalSequences.length == 0) {
            return;
        }
        final int slot = slot(sourceSequence);
        final long evicted = completionHash(sourceSequence - originalSequences.length);
        originalSequences[slot] = originalSequence;
        details[slot] = detail;
        reasons[slot] = (byte) reason.code();
        stateHash.replace(evicted, completionHash(sourceSequence));
    }

    void countStale() {
        final long before = ownHash();
        stale++;
        stateHash.replace(before, ownHash());
    }

    long originalSequence(final long sourceSequence) {
        return originalSequences[slot(sourceSequence)];
    }

    long detail(final long sourceSequence) {
        return details[slot(sourceSequence)];
    }

    RejectReason reason(final long sourceSequence) {
        final int code = Byte.toUnsignedInt(reasons[slot(sourceSequence)]);
        for (final RejectReason reason : REASONS) {
            if (reason.code() == code) {
                return reason;
            }
        }
        throw new EngineFault("source " + id + " keeps an answer with reason " + code + ", which does not exist");
    }

    private int slot(final long sourceSequence) {
        return (int) (sourceSequence % originalSequences.length);
    }

    /** {@return id of the source} */
    public int id() {
        return id;
    }

    /** {@return what it may send} */
    public Role role() {
        return role;
    }

    /** {@return how its sequence is checked} */
    public SourceOrdering ordering() {
        return ordering;
    }

    /** {@return its last number that was taken up} */
    public long last() {
        return last;
    }

    /** {@return how many of its commands came too late} */
    public long stale() {
        return stale;
    }

    /** Says whether orders that it places from now on are bound to its session. */
    void binding(final boolean binds) {
        final long before = ownHash();
        isBinding = binds;
        stateHash.replace(before, ownHash());
    }

    /** {@return whether orders that it places are cancelled when its session is gone for too long} */
    public boolean isBinding() {
        return isBinding;
    }

    /** {@return hash of the source with the answers it keeps} */
    public long hash() {
        long sum = ownHash();
        for (long n = Math.max(1, last - originalSequences.length + 1);
                n <= last && originalSequences.length > 0;
                n++) {
            sum += completionHash(n);
        }
        return sum;
    }

    private long ownHash() {
        final long h = StateHash.mix(StateHash.start(HashKind.SOURCE), id);
        final long terms = StateHash.mix(StateHash.mix(h, role.code()), ordering.code());
        final long withWindow = StateHash.mix(terms, originalSequences.length);
        final long counted = StateHash.mix(StateHash.mix(withWindow, last), stale);
        return StateHash.finish(isBinding ? StateHash.mix(counted, 1) : counted);
    }

    private long completionHash(final long sourceSequence) {
        if (sourceSequence < 1) {
            return 0;
        }
        final int slot = slot(sourceSequence);
        long h = StateHash.mix(StateHash.start(HashKind.COMPLETION), id);
        h = StateHash.mix(h, sourceSequence);
        h = StateHash.mix(h, originalSequences[slot]);
        h = StateHash.mix(h, details[slot]);
        return StateHash.finish(StateHash.mix(h, reasons[slot]));
    }
}
