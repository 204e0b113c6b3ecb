package io.plimsoll.sbe.schema;

import io.plimsoll.sbe.schema.Schema.Field;
import io.plimsoll.sbe.schema.Schema.Group;
import io.plimsoll.sbe.schema.Schema.Message;
import io.plimsoll.sbe.schema.Schema.NamedValue;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Calls generated codecs by reflection, so that one test covers every message, and codecs of another schema version can be
 * loaded beside ours. Values are text, keyed by path: `lots`, `envelope.kind`, `tiers[1].fromNotional`.
 */
final class GeneratedCodec {
    static final int HEADER_LENGTH = 8;
    static final int GROUP_HEADER_LENGTH = 4;

    private final ClassLoader loader;
    private final String packageName;

    GeneratedCodec(final ClassLoader loader, final String packageName) {
        this.loader = loader;
        this.packageName = packageName;
    }

    /** The codecs of this build. */
    static GeneratedCodec current() {
        return new GeneratedCodec(GeneratedCodec.class.getClassLoader(), "io.plimsoll.sbe");
    }

    Class<?> type(final String name) {
        try {
            return Class.forName(packageName + "." + name, true, loader);
        } catch (final ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes header and message with the values of {@link DistinctValues}; answers the length in bytes. */
    int encode(final Message message, final int entries, final MutableDirectBuffer buffer) {
        final Object encoder = create(message.name() + "Encoder");
        call(encoder, "wrapAndApplyHeader", buffer, 0, create("MessageHeaderEncoder"));
        message.fields().forEach(field -> set(encoder, message.id(), field, 0));
        for (final Group group : message.groups()) {
            final Object groupEncoder = call(encoder, group.name() + "Count", entries);
            for (int entry = 0; entry < entries; entry++) {
                call(groupEncoder, "next");
                for (final Field field : group.fields()) {
                    set(groupEncoder, message.id(), field, entry);
                }
            }
        }
        return (int) call(encoder, "limit");
    }

    /** Reads a message that stands behind its header at the beginning of the buffer. */
    Map<String, String> decode(final Message message, final DirectBuffer buffer) {
        final Map<String, String> values = new LinkedHashMap<>();
        final Object header = create("MessageHeaderDecoder");
        call(header, "wrap", buffer, 0);
        final Object decoder = create(message.name() + "Decoder");
        call(decoder, "wrapAndApplyHeader", buffer, 0, header);
        message.fields().forEach(field -> get(decoder, field, "", values));
        for (final Group group : message.groups()) {
            final Object groupDecoder = call(decoder, group.name());
            final int count = (int) call(groupDecoder, "count");
            for (int entry = 0; entry < count; entry++) {
                call(groupDecoder, "next");
                final String prefix = group.name() + "[" + entry + "].";
                group.fields().forEach(field -> get(groupDecoder, field, prefix, values));
            }
        }
        values.put("limit", String.valueOf(call(decoder, "limit")));
        return values;
    }

    /** A public static constant or a static method without arguments, of a message's decoder. */
    Object constant(final String className, final String name) {
        try {
            return type(className).getField(name).get(null);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    Object staticCall(final String className, final String method) {
        try {
            return type(className).getMethod(method).invoke(null);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void set(final Object encoder, final int messageId, final Field field, final int entry) {
        switch (field.type().kind()) {
            case COMPOSITE -> {
                final Object composite = call(encoder, field.name());
                field.type().members().forEach(member -> set(composite, messageId, member, entry));
            }
            case SET -> {
                final Object set = call(encoder, field.name());
                call(set, "clear");
                for (final String choice :
                        DistinctValues.of(messageId, field, entry).split("\\+", -1)) {
                    call(set, choiceMethod(choice), true);
                }
            }
            case ENUM -> {
                final String name = DistinctValues.of(messageId, field, entry);
                call(encoder, field.name(), enumConstant(field.type().name(), name));
            }
            case TEXT -> call(encoder, field.name(), DistinctValues.of(messageId, field, entry));
            case NUMBER -> call(encoder, field.name(), Long.valueOf(DistinctValues.of(messageId, field, entry)));
        }
    }

    private void get(final Object decoder, final Field field, final String prefix, final Map<String, String> values) {
        final Object read = call(decoder, field.name());
        final String path = prefix + field.name();
        switch (field.type().kind()) {
            case COMPOSITE -> field.type().members().forEach(member -> get(read, member, path + ".", values));
            case SET -> values.put(path, choices(read, field.type().values()));
            default -> values.put(path, String.valueOf(read));
        }
    }

    private static String choices(final Object set, final List<NamedValue> choices) {
        final List<String> names = new ArrayList<>();
        for (final NamedValue choice : choices) {
            if ((boolean) call(set, choiceMethod(choice.name()))) {
                names.add(choice.name());
            }
        }
        return String.join("+", names);
    }

    /** The generator writes LAST_OF_COMMAND as lAST_OF_COMMAND. */
    private static String choiceMethod(final String choice) {
        return choice.substring(0, 1).toLowerCase(Locale.ROOT) + choice.substring(1);
    }

    private Object enumConstant(final String typeName, final String name) {
        for (final Object constant : type(typeName).getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException(typeName + " has no " + name);
    }

    private Object create(final String className) {
        try {
            return type(className).getConstructor().newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(final Object target, final String name, final Object... arguments) {
        for (final Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name) && fits(method, arguments)) {
                try {
                    return method.invoke(target, narrowed(method, arguments));
                } catch (final ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalStateException(target.getClass().getName() + " has no fitting " + name);
    }

    private static boolean fits(final Method method, final Object... arguments) {
        final Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != arguments.length || method.isBridge()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isPrimitive()) {
                if (arguments[i] instanceof Number == (parameters[i] == boolean.class)) {
                    return false;
                }
            } else if (!parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object[] narrowed(final Method method, final Object... arguments) {
        final Object[] narrowed = arguments.clone();
        for (int i = 0; i < narrowed.length; i++) {
            if (narrowed[i] instanceof Number number) {
                final Class<?> type = method.getParameterTypes()[i];
                if (type == short.class) {
                    narrowed[i] = number.shortValue();
                } else if (type == int.class) {
                    narrowed[i] = number.intValue();
                } else if (type == long.class) {
                    narrowed[i] = number.longValue();
                }
            }
        }
        return narrowed;
    }
}
