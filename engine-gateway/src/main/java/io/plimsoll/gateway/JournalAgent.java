package io.plimsoll.gateway;

import com.lmax.disruptor.EventPoller;
import io.plimsoll.journal.CommandJournal;
import io.plimsoll.journal.RecordEnvelopes;

/** Takes commands off the ring and appends them to the command journal. */
final class JournalAgent extends GuardedAgent {
    private static final int BATCH = 256;

    private final EventPoller<CommandSlot> poller;
    private final CommandJournal journal;
    private final GatewayCounters counters;
    private final EventPoller.Handler<CommandSlot> handler = this::append;
    private long bytes;
    private int batch;

    JournalAgent(
            final EventPoller<CommandSlot> poller,
            final CommandJournal journal,
            final GatewayCounters counters,
            final FailStop failStop) {
        super(failStop, "plimsoll-journal");
        this.poller = poller;
        this.journal = journal;
        this.counters = counters;
    }

    @Override
    int work() {
        batch = 0;
        Pollers.poll(poller, handler);
        if (batch > 0) {
            counters.set(EngineCounter.JOURNALED, journal.journaledSequence());
            counters.set(EngineCounter.COMMAND_BYTES, bytes);
        }
        return batch;
    }

    private boolean append(final CommandSlot slot, final long cursor, final boolean endOfBatch) {
        journal.append(slot.sequence(), slot.timeNs(), slot.frame(), 0, slot.length());
        bytes += RecordEnvelopes.LENGTH + slot.length();
        return ++batch < BATCH;
    }
}
