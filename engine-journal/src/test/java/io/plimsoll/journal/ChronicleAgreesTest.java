package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader of this module and Chronicle Queue's own find the same records in the same files. */
class ChronicleAgreesTest {
    @TempDir
    private Path folder;

    @Test
    void onEveryByteOfEveryRecordAcrossFiles() {
        final JournalSettings settings = Host.settings(folder).withRollBytes(4_096);
        Host.open(settings).play(500).close();
        for (final Path queue : List.of(Records.commands(folder, 1), Records.events(folder, 1))) {
            final List<String> ours = new ArrayList<>();
            try (DocumentCursor cursor = new DocumentCursor(queue, false)) {
                while (cursor.next() == DocumentCursor.Found.DOCUMENT) {
                    final byte[] bytes = new byte[cursor.length()];
                    cursor.map().buffer().getBytes(cursor.offset(), bytes);
                    ours.add(HexFormat.of().formatHex(bytes));
                }
            }
            assertThat(ours).hasSizeGreaterThan(500).isEqualTo(chronicle(queue));
        }
    }

    private static List<String> chronicle(final Path queue) {
        final List<String> theirs = new ArrayList<>();
        try (SingleChronicleQueue reader = SingleChronicleQueueBuilder.single(queue.toFile())
                        .rollCycle(QueueFiles.CYCLE)
                        .readOnly(true)
                        .build();
                ExcerptTailer tailer = reader.createTailer()) {
            final Bytes<byte[]> bytes = Bytes.allocateElasticOnHeap();
            while (tailer.readBytes(bytes)) {
                theirs.add(HexFormat.of().formatHex(bytes.toByteArray()));
                bytes.clear();
            }
        }
        return theirs;
    }
}
