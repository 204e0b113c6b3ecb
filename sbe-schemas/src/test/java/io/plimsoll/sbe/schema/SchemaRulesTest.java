package io.plimsoll.sbe.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.schema.Schema.Field;
import io.plimsoll.sbe.schema.Schema.FieldType;
import io.plimsoll.sbe.schema.Schema.Group;
import io.plimsoll.sbe.schema.Schema.Kind;
import io.plimsoll.sbe.schema.Schema.Message;
import io.plimsoll.sbe.schema.Schema.NamedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules of the schema. */
class SchemaRulesTest {
    private static final Schema SCHEMA = SchemaReader.read();
    private static final GeneratedCodec CODEC = GeneratedCodec.current();

    static Stream<Message> messages() {
        return SCHEMA.messages().stream();
    }

    static Stream<Message> commands() {
        return messages().filter(Message::isCommand);
    }

    static Stream<FieldType> enumsAndSets() {
        return SCHEMA.enumsAndSets();
    }

    @Test
    void everythingIsDescribed() {
        final Map<String, String> descriptions = new TreeMap<>();
        for (final FieldType type : SCHEMA.types().values()) {
            descriptions.put(type.name(), type.description());
            type.values().forEach(value -> descriptions.put(type.name() + "." + value.name(), value.description()));
            type.members().forEach(member -> descriptions.put(type.name() + "." + member.name(), member.description()));
        }
        for (final Message message : SCHEMA.messages()) {
            descriptions.put(message.name() + "()", message.description());
            fields(message)
                    .forEach(field -> descriptions.put(message.name() + "." + field.name(), field.description()));
            message.groups()
                    .forEach(group -> descriptions.put(message.name() + "." + group.name(), group.description()));
        }

        final int described = descriptions.size();
        descriptions.values().removeIf(description -> !description.isBlank() && !description.endsWith("."));
        assertThat(described)
                .isGreaterThan(SCHEMA.messages().size() + SCHEMA.types().size());
        assertThat(descriptions).as("not described, or with a full stop").isEmpty();
    }

    @Test
    void messageIdsAreUniqueAndRise() {
        final List<Integer> ids = messages().map(Message::id).toList();

        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(messages().map(Message::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageIdLiesInTheRangeOfItsKind(final Message message) {
        assertThat(IdRange.of(message.id())).as("id %s", message.id()).isPresent();
    }

    @Test
    void theRangesOfIdsDoNotOverlap() {
        final List<IdRange> ranges = List.of(IdRange.values());

        assertThat(IntStream.range(1, ranges.size()))
                .allSatisfy(i -> assertThat(ranges.get(i).first())
                        .isGreaterThan(ranges.get(i - 1).last()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandBeginsWithItsSourceSequenceAndSource(final Message command) {
        final Field sequence = command.fields().get(0);
        final Field source = command.fields().get(1);

        assertThat(sequence.name() + " " + sequence.type().name() + " @" + sequence.offset())
                .isEqualTo("sourceSequence SourceSequence @0");
        assertThat(source.name() + " " + source.type().name() + " @" + source.offset())
                .isEqualTo("source SourceId @8");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void fieldIdsAreUniqueAndRiseWithTheOffsets(final Message message) {
        final List<Integer> ids = new ArrayList<>();
        message.fields().forEach(field -> ids.add(field.id()));
        for (final Group group : message.groups()) {
            ids.add(group.id());
            group.fields().forEach(field -> ids.add(field.id()));
        }

        assertThat(ids).doesNotHaveDuplicates().isSorted();
        assertThat(fields(message).map(Field::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatALaterVersionBroughtStandsAtTheEnd(final Message message) {
        assertThat(message.fields().stream().map(Field::sinceVersion)).isSorted();
        assertThat(message.groups().stream().map(Group::sinceVersion)).isSorted();
        assertThat(message.groups())
                .allSatisfy(group -> assertThat(group.fields().stream().map(Field::sinceVersion))
                        .isSorted());
        assertThat(fields(message).map(Field::sinceVersion))
                .allSatisfy(since -> assertThat(since).isBetween(1, SCHEMA.version()));
    }

    @ParameterizedTest
    @MethodSource("enumsAndSets")
    void enumValuesAreUniqueAndLeaveTheNullValueFree(final FieldType type) {
        final long nullValue = type.length() == 1 ? 255 : 65_535;

        assertThat(type.values().stream().map(NamedValue::value))
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(type.values().stream().map(NamedValue::name)).doesNotHaveDuplicates();
        assertThat(type.values().stream().map(NamedValue::value))
                .allSatisfy(value -> assertThat(value).isBetween(0L, nullValue - 1));
    }

    @ParameterizedTest
    @MethodSource("enumsAndSets")
    void generatedEnumsHoldTheValuesOfTheXml(final FieldType type) throws ReflectiveOperationException {
        if (type.kind() == Kind.SET) {
            assertThat(type.values())
                    .allSatisfy(choice -> assertThat(choice.value()).isLessThan(Byte.SIZE * (long) type.length()));
            return;
        }
        final Map<String, Long> expected = new TreeMap<>();
        type.values().forEach(value -> expected.put(value.name(), value.value()));
        final Map<String, Long> generated = new TreeMap<>();
        for (final Object constant : CODEC.type(type.name()).getEnumConstants()) {
            final Number value = (Number) constant.getClass().getMethod("value").invoke(constant);
            generated.put(((Enum<?>) constant).name(), value.longValue());
        }

        assertThat(generated.remove("NULL_VAL")).isNotNull();
        assertThat(generated).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void generatedOffsetsAndLengthsAreThoseOfTheXml(final Message message) {
        final Map<String, Object> expected = new TreeMap<>();
        final Map<String, Object> generated = new TreeMap<>();
        final String decoder = message.name() + "Decoder";
        expected.put("block", message.blockLength());
        generated.put("block", CODEC.constant(decoder, "BLOCK_LENGTH"));
        message.fields().forEach(field -> compare(decoder, field, expected, generated));
        for (final Group group : message.groups()) {
            final String name =
                    decoder + "$" + Character.toUpperCase(group.name().charAt(0))
                            + group.name().substring(1) + "Decoder";
            expected.put(group.name(), group.blockLength());
            generated.put(group.name(), CODEC.staticCall(name, "sbeBlockLength"));
            group.fields().forEach(field -> compare(name, field, expected, generated));
        }

        assertThat(generated).isEqualTo(expected);
    }

    @Test
    void theEnvelopeIsEightyBytesAndItsChecksumCoversAllBefore() {
        final FieldType envelope = SCHEMA.types().get("RecordEnvelope");
        final Field checksum = envelope.members().get(envelope.members().size() - 2);

        assertThat(envelope.length()).isEqualTo(80);
        assertThat(checksum.name()).isEqualTo("headerCrc");
        assertThat(checksum.offset()).isEqualTo(72);
        assertThat(checksum.description()).contains(checksum.offset() + " bytes before it");
    }

    private static void compare(
            final String className,
            final Field field,
            final Map<String, Object> expected,
            final Map<String, Object> generated) {
        final String at = field.name() + " @";
        expected.put(at, field.offset());
        generated.put(at, CODEC.staticCall(className, field.name() + "EncodingOffset"));
        expected.put(at + "length", field.type().length());
        generated.put(at + "length", CODEC.staticCall(className, field.name() + "EncodingLength"));
    }

    private static Stream<Field> fields(final Message message) {
        return Stream.concat(
                message.fields().stream(), message.groups().stream().flatMap(group -> group.fields().stream()));
    }
}
