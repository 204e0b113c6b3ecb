package io.plimsoll.sbe.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.schema.Schema.Group;
import io.plimsoll.sbe.schema.Schema.Message;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Readers and writers of neighbouring versions understand each other: the next version adds a field to every block. */
class EvolutionTest {
    private static final Schema SCHEMA = SchemaReader.read();
    private static final GeneratedCodec CODEC = GeneratedCodec.current();
    private static final int LENGTH_OF_ADDED_FIELD = 8;

    private static GeneratedCodec next;

    @BeforeAll
    static void generateTheNextVersion(@TempDir final Path folder) {
        SchemaFiles.writeOnceIfAsked();
        next = NextVersion.codecs(folder);
        // Loaded while the folder is there.
        messages()
                .forEach(message -> next.encode(
                        NextVersion.message(message.name()), GoldenFile.ENTRIES, new ExpandableArrayBuffer(1024)));
        goldenFiles().forEach(file -> decodeByNext(GoldenFile.parse(SchemaFiles.read(file)), file));
    }

    static Stream<Message> messages() {
        return SCHEMA.messages().stream();
    }

    static Stream<String> goldenFiles() {
        return SchemaFiles.goldenFiles(SCHEMA.version()).stream();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aNewerReaderReadsOldBytesAndFindsTheNewFieldsNull(final String file) {
        final GoldenFile golden = GoldenFile.parse(SchemaFiles.read(file));

        final Map<String, String> values = decodeByNext(golden, file);

        assertThat(values).containsAllEntriesOf(golden.values());
        values.keySet().removeAll(golden.values().keySet());
        assertThat(values.remove("limit")).isEqualTo(String.valueOf(golden.bytes().length));
        assertThat(values).isNotEmpty().allSatisfy((path, value) -> assertThat(path + "=" + value)
                .endsWith(NextVersion.ADDED_FIELD + "=" + Long.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void anOlderReaderReadsNewBytesAndSkipsWhatItDoesNotKnow(final Message message) {
        final MutableDirectBuffer buffer = new ExpandableArrayBuffer(1024);
        final Message grown = NextVersion.message(message.name());
        final int length = next.encode(grown, GoldenFile.ENTRIES, buffer);
        final int blocks = 1 + message.groups().size() * GoldenFile.ENTRIES;
        int lengthNow = GeneratedCodec.HEADER_LENGTH + message.blockLength() + blocks * LENGTH_OF_ADDED_FIELD;
        for (final Group group : message.groups()) {
            lengthNow += GeneratedCodec.GROUP_HEADER_LENGTH + GoldenFile.ENTRIES * group.blockLength();
        }
        final String golden = SchemaFiles.read(
                SchemaFiles.golden(SCHEMA.version(), message.name()).toString());

        final Map<String, String> values = CODEC.decode(message, buffer);

        assertThat(length).isEqualTo(lengthNow);
        assertThat(values).containsAllEntriesOf(GoldenFile.parse(golden).values());
        assertThat(values).containsEntry("limit", String.valueOf(length));
    }

    private static Map<String, String> decodeByNext(final GoldenFile golden, final String file) {
        return next.decode(NextVersion.message(SchemaFiles.messageName(file)), new UnsafeBuffer(golden.bytes()));
    }
}
