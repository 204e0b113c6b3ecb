package io.plimsoll.gateway;

import io.plimsoll.journal.EventReader;
import io.plimsoll.journal.Resume;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Finds places in the event journal on a thread of its own: a search may read a whole segment, and egress must not wait. */
final class SeekService implements AutoCloseable {
    private final Path journal;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        final Thread worker = new Thread(work, "plimsoll-seek");
        worker.setDaemon(true);
        return worker;
    });

    SeekService(final Path journal) {
        this.journal = journal;
    }

    /** What a search found: a reader that stands there. */
    static final class Seek {
        private final CompletableFuture<Found> found;

        Seek(final CompletableFuture<Found> found) {
            this.found = found;
        }

        boolean isDone() {
            return found.isDone();
        }

        EventReader reader() {
            return found.join().reader();
        }

        Resume resume() {
            return found.join().resume();
        }

        /** Sequence after which the reader stands. */
        long sequence() {
            return found.join().sequence();
        }

        /** The reader is not wanted any more; a search that failed has closed its own. */
        @SuppressWarnings("FutureReturnValueIgnored")
        void abandon() {
            found.thenAccept(result -> result.reader().close());
        }
    }

    private record Found(EventReader reader, Resume resume, long sequence) {}

    /** Right after a command. */
    Seek after(final long sequence) {
        return search(reader -> {
            reader.seekAfter(sequence);
            return new Found(reader, Resume.OK, reader.resumeSequence());
        });
    }

    /** Right after the completion that a client saw last, or where its history parts from the journal's. */
    Seek resume(final long epoch, final long sequence, final long chain) {
        return search(reader -> {
            if (epoch < 0) {
                reader.seekToStart();
                return new Found(reader, Resume.OK, 0);
            }
            final Resume resume = reader.seek((int) Math.min(epoch, Integer.MAX_VALUE), sequence, chain);
            return new Found(reader, resume, reader.resumeSequence());
        });
    }

    private Seek search(final Function<EventReader, Found> how) {
        return new Seek(CompletableFuture.supplyAsync(
                () -> {
                    final EventReader reader = new EventReader(journal);
                    try {
                        return how.apply(reader);
                    } catch (final RuntimeException failure) {
                        reader.close();
                        throw failure;
                    }
                },
                thread));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
