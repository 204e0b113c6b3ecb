package io.plimsoll.gateway;

import java.util.function.Supplier;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Watches sources that asked for their orders to be cancelled when their session is gone. When one has had none for the time of
 * grace, the engine is told by a sequenced command. A start of the engine begins that time for all that are not there. One thread.
 */
final class Absences {
    private final IngressSessions sessions;
    private final Sequencer sequencer;
    private final Supplier<SourceDirectory> sources;
    private final long graceNs;
    private final Int2ObjectHashMap<Absence> absent = new Int2ObjectHashMap<>();

    Absences(
            final IngressSessions sessions,
            final Sequencer sequencer,
            final Supplier<SourceDirectory> sources,
            final long graceNs) {
        this.sessions = sessions;
        this.sequencer = sequencer;
        this.sources = sources;
        this.graceNs = graceNs;
    }

    /** Since when a source has no session, and whether the engine was told. */
    private static final class Absence {
        private final long sinceNs;
        private boolean told;

        Absence(final long sinceNs) {
            this.sinceNs = sinceNs;
        }
    }

    /** Looks who is there. */
    void work(final long nowNs) {
        final SourceDirectory directory = sources.get();
        if (!absent.isEmpty()) {
            absent.keySet().removeIf(source -> !directory.isBinding(source) || sessions.has(source));
        }
        for (final int source : directory.binding()) {
            if (!sessions.has(source)) {
                look(source, nowNs);
            }
        }
    }

    private void look(final int source, final long nowNs) {
        final Absence absence = absent.get(source);
        if (absence == null) {
            absent.put(source, new Absence(nowNs));
        } else if (!absence.told && nowNs - absence.sinceNs >= graceNs && sequencer.hasRoom()) {
            sequencer.sourceDisconnected(source);
            absence.told = true;
        }
    }
}
