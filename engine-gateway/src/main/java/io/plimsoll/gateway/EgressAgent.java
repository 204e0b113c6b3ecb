package io.plimsoll.gateway;

import io.plimsoll.core.wire.EventSink;
import io.plimsoll.journal.CommandJournal;
import io.plimsoll.journal.EventJournal;
import io.plimsoll.journal.Forcer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;

/**
 * The way out: takes events whose command is journaled, appends them to the event journal and hands them to the sessions.
 * Events of the durable kind wait until their command is on disk.
 */
final class EgressAgent extends GuardedAgent {
    private static final int BATCH = 256;

    private final OutboundRing outbound;
    private final CommandJournal commands;
    private final EventJournal events;
    private final Forcer forcer;
    private final EventHead head;
    private final EgressSessions sessions;
    private final DurableQueue waiting;
    private final GatewayCounters counters;
    private final ControlledMessageHandler handler = this::onEvent;
    private final FailStop failStop;
    private long releasableSequence;

    EgressAgent(
            final OutboundRing outbound,
            final CommandJournal commands,
            final EventJournal events,
            final Forcer forcer,
            final EventHead head,
            final EgressSessions sessions,
            final GatewayCounters counters,
            final FailStop failStop) {
        super(failStop, "plimsoll-egress");
        this.outbound = outbound;
        this.commands = commands;
        this.events = events;
        this.forcer = forcer;
        this.head = head;
        this.sessions = sessions;
        this.waiting = new DurableQueue(sessions::offerDurable);
        this.counters = counters;
        this.failStop = failStop;
    }

    @Override
    int work() {
        releasableSequence = Math.min(commands.journaledSequence(), outbound.visibleSequence());
        final int taken = outbound.read(handler, BATCH);
        if (taken > 0) {
            counters.released(head.completeSequence());
        }
        return taken + releaseDurable() + sessions.work();
    }

    private ControlledMessageHandler.Action onEvent(
            final int type, final MutableDirectBuffer buffer, final int offset, final int length) {
        final long sequence = OutboundRing.sequence(buffer, offset);
        final int flags = OutboundRing.flags(buffer, offset);
        final boolean durable = (flags & EventSink.DURABLE_STREAM) != 0;
        final boolean mustWait = sequence > releasableSequence || (durable && !waiting.hasRoom());
        if (mustWait || failStop.failed()) {
            return ControlledMessageHandler.Action.ABORT;
        }
        final int index = OutboundRing.index(buffer, offset);
        if (index == 0) {
            events.command(
                    sequence,
                    OutboundRing.timeNs(buffer, offset),
                    OutboundRing.source(buffer, offset),
                    OutboundRing.sourceSequence(buffer, offset));
        }
        events.append(index, flags, buffer, offset + OutboundRing.HEADER_LENGTH, length - OutboundRing.HEADER_LENGTH);
        head.appended(sequence, index, flags);
        if (durable) {
            waiting.add(events.recordBuffer(), events.recordLength());
        } else {
            sessions.offerReleased(events.recordBuffer(), events.recordLength(), sequence, index);
        }
        return ControlledMessageHandler.Action.COMMIT;
    }

    private int releaseDurable() {
        final long durable = Math.min(forcer.durableSequence(), head.completeSequence());
        if (durable == head.durableReleased()) {
            return 0;
        }
        final int released = waiting.release(durable);
        head.durableReleased(durable);
        return released;
    }

    /** Last command whose events are all in the event journal. Any thread. */
    long releasedSequence() {
        return events.completeSequence();
    }

    /** Last command of which everything was released, also what waited for the disk. Any thread. */
    long durableReleased() {
        return head.durableReleased();
    }

    @Override
    public void onClose() {
        sessions.close();
    }
}
