package io.plimsoll.gateway;

import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.journal.CommandJournal;
import io.plimsoll.journal.EventJournal;
import io.plimsoll.journal.Forcer;
import io.plimsoll.sbe.AlarmDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RowsReplacedDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;

/**
 * The way out: takes events whose command is journaled, hands them to the sessions and appends them to the event journal.
 * Events of the durable kind wait until their command is on disk.
 */
final class EgressAgent extends GuardedAgent {
    private static final int BATCH = 256;
    private static final int REASON = OutboundRing.HEADER_LENGTH
            + MessageHeaderDecoder.ENCODED_LENGTH
            + CommandCompletedDecoder.reasonEncodingOffset();

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
    private final LatencySamples latency = new LatencySamples();
    private long releasableSequence;
    private long eventCount;
    private long eventBytes;
    private long rejected;
    private long alarms;
    private long revaluations;

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
            // A client that waits for its answer does not wait for the disk's pages; its command is journaled.
            sessions.flush();
            events.write();
            count();
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
        events.stage(index, flags, buffer, offset + OutboundRing.HEADER_LENGTH, length - OutboundRing.HEADER_LENGTH);
        head.released(sequence, index, flags);
        if (durable) {
            waiting.add(events.recordBuffer(), events.recordOffset(), events.recordLength());
        } else {
            sessions.offerReleased(
                    events.recordBuffer(), events.recordOffset(), events.recordLength(), sequence, index);
        }
        look(buffer, offset, durable);
        return ControlledMessageHandler.Action.COMMIT;
    }

    private void look(final DirectBuffer buffer, final int offset, final boolean durable) {
        eventCount++;
        eventBytes += events.recordLength();
        final int template = CommandFrames.templateId(buffer, offset + OutboundRing.HEADER_LENGTH);
        if (template == CommandCompletedDecoder.TEMPLATE_ID) {
            rejected += buffer.getShort(offset + REASON, ByteOrder.LITTLE_ENDIAN) == 0 ? 0 : 1;
            final long stampNs = OutboundRing.stampNs(buffer, offset);
            if (stampNs != 0 && !durable) {
                latency.record(stampNs);
            }
        } else if (template == AlarmDecoder.TEMPLATE_ID) {
            alarms++;
        } else if (template == RowsReplacedDecoder.TEMPLATE_ID) {
            revaluations++;
        }
    }

    private void count() {
        counters.set(EngineCounter.RELEASED, head.completeSequence());
        counters.set(EngineCounter.EVENTS_RELEASED, eventCount);
        counters.set(EngineCounter.EVENT_BYTES, eventBytes);
        counters.set(EngineCounter.COMMANDS_REJECTED, rejected);
        counters.set(EngineCounter.ALARMS, alarms);
        counters.set(EngineCounter.REVALUATIONS, revaluations);
    }

    /** From sequenced to released, of commands whose completion need not wait for the disk. */
    LatencySamples latency() {
        return latency;
    }

    private int releaseDurable() {
        final long durable = Math.min(forcer.durableSequence(), head.completeSequence());
        if (durable == head.durableReleased()) {
            return 0;
        }
        final int released = waiting.release(durable);
        sessions.flush();
        head.durableReleased(durable);
        return released;
    }

    /** Last command whose events are all released to the sessions that are live. Any thread. */
    long releasedSequence() {
        return head.completeSequence();
    }

    /** Last command whose events are all in the event journal. Any thread. */
    long appendedSequence() {
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
