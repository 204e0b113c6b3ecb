package io.plimsoll.journal;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Forces what was appended to disk, in groups: one force covers all that was appended before it began. One thread calls
 * {@link #doWork}; any thread may ask how far it is.
 */
public final class Forcer {
    private final QueueProgress commands;
    private final QueueProgress events;
    private final QueueForcer commandFiles;
    private final QueueForcer eventFiles;
    private final long commandIntervalNs;
    private final long eventIntervalNs;
    private final AtomicLong durable;
    private long forcedEvents;
    private long lastCommandForceNs;
    private long lastEventForceNs;
    private volatile JournalFault fault;

    Forcer(
            final CommandJournal commands,
            final EventJournal events,
            final JournalSettings settings,
            final AtomicLong durable,
            final Disk disk) {
        this.commands = commands.progress();
        this.events = events.progress();
        this.durable = durable;
        commandFiles = new QueueForcer(commands.queue().folder(), disk);
        eventFiles = new QueueForcer(events.queue().folder(), disk);
        commandIntervalNs = settings.forceIntervalNs();
        eventIntervalNs = settings.eventForceIntervalNs();
        lastCommandForceNs = System.nanoTime() - commandIntervalNs;
        lastEventForceNs = System.nanoTime();
        forcedEvents = this.events.sequence();
    }

    /**
     * Forces everything appended up to now, if there is something and the interval has passed. Blocks for as long as the
     * disk takes.
     *
     * @return 1 if a force was done, else 0.
     * @throws JournalFault a force failed, now or before; the engine must stop. After a failed force the kernel may have
     *     dropped what it could not write, so no later force is tried.
     */
    public int doWork() {
        checkFault();
        final boolean commandsWait = commands.sequence() > durable.get();
        final boolean eventsWait = events.sequence() > forcedEvents;
        if (!commandsWait && !eventsWait) {
            return 0;
        }
        final long nowNs = System.nanoTime();
        int work = 0;
        if (commandsWait && nowNs - lastCommandForceNs >= commandIntervalNs) {
            lastCommandForceNs = nowNs;
            forceCommands();
            work = 1;
        }
        if (eventsWait && nowNs - lastEventForceNs >= eventIntervalNs) {
            lastEventForceNs = nowNs;
            forceEvents();
            work = 1;
        }
        return work;
    }

    /** Forces everything, whatever the intervals. */
    void forceAll() {
        checkFault();
        forceCommands();
        forceEvents();
    }

    private void forceCommands() {
        final long upTo = commands.sequence();
        try {
            commandFiles.force(commands.segment());
        } catch (final IOException failure) {
            throw failed("commands", durable.get(), failure);
        }
        durable.set(upTo);
    }

    private void forceEvents() {
        final long upTo = events.sequence();
        try {
            eventFiles.force(events.segment());
        } catch (final IOException failure) {
            throw failed("events", forcedEvents, failure);
        }
        forcedEvents = upTo;
    }

    private JournalFault failed(final String queue, final long upTo, final IOException failure) {
        fault = new JournalFault("force of " + queue + " failed; on disk up to " + upTo, failure);
        return fault;
    }

    private void checkFault() {
        if (fault != null) {
            throw new JournalFault("a force failed before", fault);
        }
    }

    /**
     * Last command that survives the loss of power.
     *
     * @return sequence.
     */
    public long durableSequence() {
        return durable.get();
    }

    boolean faulted() {
        return fault != null;
    }

    void close() throws IOException {
        commandFiles.close();
        eventFiles.close();
    }
}
