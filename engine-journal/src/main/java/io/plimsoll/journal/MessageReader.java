package io.plimsoll.journal;

import io.plimsoll.sbe.MessageHeaderDecoder;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.DirectBuffer;

/** Reads the fields of one message through its generated decoder, whose methods are looked up once. */
final class MessageReader {
    private static final String CODECS = "io.plimsoll.sbe.";
    private static final String HASH = "Hash";
    private static final Object[] NO_ARGUMENTS = {};
    private static final Map<Integer, MessageReader> READERS = new ConcurrentHashMap<>();

    private final Constructor<?> constructor;
    private final Method wrap;
    private final Method limit;
    private final BlockReader block;

    private MessageReader(final MessageCatalogue.Message message) {
        try {
            final Class<?> codec = Class.forName(CODECS + message.name() + "Decoder");
            constructor = codec.getDeclaredConstructor();
            wrap = codec.getMethod("wrap", DirectBuffer.class, int.class, int.class, int.class);
            limit = codec.getMethod("limit");
            block = BlockReader.of(message.block(), codec);
        } catch (final ReflectiveOperationException impossible) {
            throw new IllegalStateException("the schema and its codecs differ", impossible);
        }
    }

    /** Reader of a message of the schema. */
    static MessageReader of(final MessageCatalogue.Message message) {
        return READERS.computeIfAbsent(message.id(), id -> new MessageReader(message));
    }

    /**
     * Names the fields of a frame.
     *
     * @return whether the message ends where the frame does, and not before or behind.
     */
    boolean visit(
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final MessageHeaderDecoder header,
            final FieldVisitor visitor) {
        try {
            final Object decoder = constructor.newInstance(NO_ARGUMENTS);
            final int body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
            wrap.invoke(decoder, buffer, body, header.blockLength(), header.version());
            block.visit(decoder, visitor);
            return (int) limit.invoke(decoder) == offset + length;
        } catch (final InvocationTargetException outOfBounds) {
            return false;
        } catch (final ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads a field; a hash as 16 hexadecimal digits, as it is shown everywhere. */
    private record FieldReader(String name, Method accessor, boolean isHash) {
        Object read(final Object decoder) throws ReflectiveOperationException {
            final Object value = accessor.invoke(decoder, NO_ARGUMENTS);
            return isHash ? String.format("%016x", (Long) value) : value;
        }
    }

    /** Reads a repeating group. */
    private record GroupReader(String name, Method accessor, BlockReader entries) {}

    /** Reads the fields of a block and of its groups. */
    private record BlockReader(List<FieldReader> fields, List<GroupReader> groups) {
        static BlockReader of(final MessageCatalogue.Block block, final Class<?> codec)
                throws ReflectiveOperationException {
            final List<FieldReader> fields = new ArrayList<>();
            for (final MessageCatalogue.Field field : block.fields()) {
                fields.add(new FieldReader(
                        field.name(),
                        codec.getMethod(field.name()),
                        field.type().equals(HASH)));
            }
            final List<GroupReader> groups = new ArrayList<>();
            for (final MessageCatalogue.Block group : block.groups()) {
                final Method accessor = codec.getMethod(group.name());
                groups.add(new GroupReader(group.name(), accessor, of(group, accessor.getReturnType())));
            }
            return new BlockReader(fields, groups);
        }

        void visit(final Object decoder, final FieldVisitor visitor) throws ReflectiveOperationException {
            for (final FieldReader field : fields) {
                visitor.onField(field.name, field.read(decoder));
            }
            for (final GroupReader group : groups) {
                int number = 0;
                for (final Object entry : (Iterable<?>) group.accessor.invoke(decoder, NO_ARGUMENTS)) {
                    visitor.onEntry(group.name, number++);
                    group.entries.visit(entry, visitor);
                }
                visitor.onGroupEnd(group.name);
            }
        }
    }
}
