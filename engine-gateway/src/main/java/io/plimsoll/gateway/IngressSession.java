package io.plimsoll.gateway;

/** A client as ingress knows it: by the Aeron session of its publication. */
final class IngressSession {
    private final long token;
    private final int source;
    private final int aeronSession;
    private long lastHeardNs;
    private long heldFrom;
    private SessionRequest.Reject untold;
    private SourceDirectory directory;
    private SourceDirectory.Entry entry;

    IngressSession(final long token, final int source, final int aeronSession, final long nowNs) {
        this.token = token;
        this.source = source;
        this.aeronSession = aeronSession;
        this.lastHeardNs = nowNs;
    }

    long token() {
        return token;
    }

    int source() {
        return source;
    }

    /** What a directory says of the session's source; null: nothing. Looked up when the directory is another. */
    SourceDirectory.Entry entry(final SourceDirectory in) {
        if (in != directory) {
            directory = in;
            entry = in.get(source);
        }
        return entry;
    }

    int aeronSession() {
        return aeronSession;
    }

    /**
     * Whether a command is passed over because one before it was refused. The refused number, or one before it, ends that:
     * so the client's order is kept whatever was in flight behind the refused command.
     */
    boolean passesOver(final long sourceSequence) {
        if (sourceSequence <= heldFrom) {
            heldFrom = 0;
        }
        return heldFrom > 0;
    }

    /** A command was refused: later ones are passed over until it, or another with its number, comes. */
    void holdFrom(final long sourceSequence) {
        heldFrom = sourceSequence;
    }

    /** The refusal that holds commands back and that egress could not be told yet; null: none. */
    SessionRequest.Reject untold() {
        return untold;
    }

    void untold(final SessionRequest.Reject reject) {
        untold = reject;
    }

    void heard(final long nowNs) {
        lastHeardNs = nowNs;
    }

    boolean isSilent(final long nowNs, final long timeoutNs) {
        return nowNs - lastHeardNs > timeoutNs;
    }
}
