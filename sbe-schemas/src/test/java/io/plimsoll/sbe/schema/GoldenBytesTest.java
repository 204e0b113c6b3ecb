package io.plimsoll.sbe.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.schema.Schema.Field;
import io.plimsoll.sbe.schema.Schema.Group;
import io.plimsoll.sbe.schema.Schema.Kind;
import io.plimsoll.sbe.schema.Schema.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of every message are in `golden/vN`, N the schema version. Those of the current version must be what the codecs
 * write; those of every version must decode to the values that stand beside them. With `-Dschema.write=true` the files of a
 * version that is not yet released are written anew.
 */
class GoldenBytesTest {
    private static final Schema SCHEMA = SchemaReader.read();
    private static final GeneratedCodec CODEC = GeneratedCodec.current();

    private static final SchemaWriter WRITER = new SchemaWriter();

    static Stream<Message> messages() {
        return SCHEMA.messages().stream();
    }

    static Stream<String> goldenFiles() {
        SchemaFiles.writeOnceIfAsked();
        return SchemaFiles.goldenVersions().stream().flatMap(version -> SchemaFiles.goldenFiles(version).stream());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void writesTheBytesOfTheGoldenFile(final Message message) {
        SchemaFiles.assertSame(SchemaFiles.golden(SCHEMA.version(), message.name()), WRITER.golden(message));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void decodesTheGoldenFileOfEveryVersion(final String file) {
        final Message message = SCHEMA.message(SchemaFiles.messageName(file));
        final GoldenFile golden = GoldenFile.parse(SchemaFiles.read(file));

        assertThat(CODEC.decode(message, new UnsafeBuffer(golden.bytes()))).containsAllEntriesOf(golden.values());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void holdsEveryFieldWhereTheXmlPutsItLowestByteFirst(final Message message) {
        final byte[] bytes = WRITER.encoded(message);
        final Map<String, Long> expected = new LinkedHashMap<>();
        final Map<String, Long> actual = new LinkedHashMap<>();
        final int block = GeneratedCodec.HEADER_LENGTH;
        numbers(message.id(), message.fields(), bytes, block, 0, expected, actual);
        int at = block + message.blockLength();
        for (final Group group : message.groups()) {
            at += GeneratedCodec.GROUP_HEADER_LENGTH;
            for (int entry = 0; entry < GoldenFile.ENTRIES; entry++) {
                numbers(message.id(), group.fields(), bytes, at, entry, expected, actual);
                at += group.blockLength();
            }
        }

        assertThat(actual).isEqualTo(expected);
        assertThat(at).isEqualTo(bytes.length);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void goldenValuesTellFieldsOfOneTypeApart(final Message message) {
        final Map<String, List<String>> numbersByPrimitive = new LinkedHashMap<>();
        for (final Field field : message.fields()) {
            if (field.type().kind() == Kind.NUMBER) {
                numbersByPrimitive.merge(
                        field.type().primitive(),
                        List.of(DistinctValues.of(message.id(), field, 0)),
                        (left, right) ->
                                Stream.concat(left.stream(), right.stream()).toList());
            }
        }

        assertThat(numbersByPrimitive.values())
                .allSatisfy(numbers -> assertThat(numbers).doesNotHaveDuplicates());
    }

    private static void numbers(
            final int messageId,
            final List<Field> fields,
            final byte[] bytes,
            final int block,
            final int entry,
            final Map<String, Long> expected,
            final Map<String, Long> actual) {
        for (final Field field : fields) {
            if (field.type().kind() == Kind.NUMBER) {
                final String key = field.name() + "[" + entry + "]";
                expected.put(key, Long.valueOf(DistinctValues.of(messageId, field, entry)));
                actual.put(key, littleEndian(bytes, block + field.offset(), field.type()));
            }
        }
    }

    private static long littleEndian(final byte[] bytes, final int offset, final Schema.FieldType type) {
        long value = 0;
        for (int i = type.length() - 1; i >= 0; i--) {
            value = (value << 8) | Byte.toUnsignedLong(bytes[offset + i]);
        }
        // Signed numbers: carry the sign bit up.
        final int unused = Long.SIZE - Byte.SIZE * type.length();
        return type.primitive().startsWith("u") ? value : (value << unused) >> unused;
    }
}
