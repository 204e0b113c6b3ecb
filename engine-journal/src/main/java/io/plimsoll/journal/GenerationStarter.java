package io.plimsoll.journal;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.sbe.GenerationStartEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;

/** Begins a generation: folder, manifest, both queues with their first records, and the events that were lost. */
final class GenerationStarter {
    private final JournalSettings settings;
    private final MarginEngine engine;
    private final RecoveryListener listener;
    private final Disk disk;

    GenerationStarter(
            final JournalSettings settings,
            final MarginEngine engine,
            final RecoveryListener listener,
            final Disk disk) {
        this.settings = settings;
        this.engine = engine;
        this.listener = listener;
        this.disk = disk;
    }

    OpenedJournal start(final int epoch, final JournalEnd start, final RepeatedEvents repeated) throws IOException {
        final Path folder = Generation.folder(settings.folder().toAbsolutePath(), epoch);
        OwnerOnly.makeFolder(folder, disk);
        listener.onStep(RecoveryStep.FOLDER_MADE);
        final Path manifest = folder.resolve(Manifest.FILE);
        KeyValueFile.prepare(
                manifest, Manifest.of(epoch, start, engine.limits()).entries(), disk);
        listener.onStep(RecoveryStep.MANIFEST_WRITTEN);
        KeyValueFile.commit(manifest, disk);
        listener.onStep(RecoveryStep.MANIFEST_FORCED);
        final AtomicLong durable = new AtomicLong(start.lastSequence());
        final CommandJournal commands = startCommands(folder.resolve(Generation.COMMANDS), epoch, start, durable);
        OpenedJournal opened = null;
        EventJournal events = null;
        try {
            listener.onStep(RecoveryStep.COMMANDS_STARTED);
            events = startEvents(folder.resolve(Generation.EVENTS), epoch, start, durable);
            listener.onStep(RecoveryStep.EVENTS_STARTED);
            repeat(repeated, events);
            listener.onStep(RecoveryStep.EVENTS_REGENERATED);
            final Forcer forcer = new Forcer(commands, events, settings, durable, disk);
            forcer.forceAll();
            opened = new OpenedJournal(folder, epoch, start, commands, events, forcer, disk);
            return opened;
        } finally {
            if (opened == null) {
                commands.queue().close();
                if (events != null) {
                    events.queue().close();
                }
            }
        }
    }

    private CommandJournal startCommands(
            final Path folder, final int epoch, final JournalEnd start, final AtomicLong durable) throws IOException {
        OwnerOnly.makeFolder(folder, disk);
        final RecordWriter writer = new RecordWriter(1);
        final SegmentedQueue queue = new SegmentedQueue(folder, settings, writer.buffer());
        appendStart(queue, writer, epoch, start, start.commandChain());
        return new CommandJournal(queue, writer, epoch, start, durable);
    }

    private EventJournal startEvents(
            final Path folder, final int epoch, final JournalEnd start, final AtomicLong durable) throws IOException {
        OwnerOnly.makeFolder(folder, disk);
        final RecordWriter writer = new RecordWriter(EventJournal.STAGED_RECORDS);
        final SegmentedQueue queue = new SegmentedQueue(folder, settings, writer.buffer());
        appendStart(queue, writer, epoch, start, start.eventChain());
        return new EventJournal(queue, writer, epoch, start, durable);
    }

    private void appendStart(
            final SegmentedQueue queue,
            final RecordWriter writer,
            final int epoch,
            final JournalEnd start,
            final long chain) {
        final UnsafeBuffer payload =
                new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH + GenerationStartEncoder.BLOCK_LENGTH]);
        new GenerationStartEncoder()
                .wrapAndApplyHeader(payload, 0, new MessageHeaderEncoder())
                .previousEpoch(epoch - 1L)
                .lastSequence(start.lastSequence())
                .lastChain(chain)
                .stateHash(engine.stateHash());
        writer.kind(RecordEnvelopes.KIND_GENERATION_START, epoch);
        writer.place(start.lastSequence(), start.lastTimeNs(), 0, 0);
        writer.payload(0, 0, payload, 0, payload.capacity());
        writer.sealCarrying(chain, start.lastSequence());
        queue.append(writer.offset(), writer.length());
    }

    private void repeat(final RepeatedEvents repeated, final EventJournal events) throws IOException {
        repeated.appendTo(events);
        if (repeated.count() > 0) {
            listener.onRegenerated(repeated.firstSequence(), repeated.count());
        }
    }
}
