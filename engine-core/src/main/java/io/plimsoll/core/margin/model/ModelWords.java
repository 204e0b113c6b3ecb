package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.WordText;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.risk.ScenarioBlock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Margin models as {@link Words}. A model is made of records, and a record is its components in their order: a number is a
 * word, a name its text, an enum constant its name, a collection its size and members, a charge the name of its type and then
 * its components. So a charge that is new needs nothing but its line in {@link #TYPES}.
 */
public final class ModelWords {
    private static final int DEPTH_MAX = 16;

    /** All charges, and rates of charges, that can be loaded, by the simple name of their type. */
    private static final List<Class<?>> TYPES = List.of(
            ScenarioCharge.class,
            ExpiryCharge.class,
            NotionalCharge.class,
            HaircutCharge.class,
            ShortOptionCharge.class,
            OptionCloseOutCharge.class,
            RollCharge.class,
            VegaOffsetCharge.class,
            QuoteHedgeCharge.class,
            InterestCharge.class,
            ConcentrationCharge.class,
            ConfidenceCharge.class,
            PegCharge.class,
            FundingCharge.class,
            OpenInterestCharge.class,
            GivenCharge.class,
            SumOf.class,
            LargestOf.class,
            MultipleOf.class,
            SmallestOf.class,
            ClassCharge.class,
            EachCharge.class,
            FixedCharge.class,
            LossCharge.class,
            PositionCharge.class,
            ReservedFundsCharge.class,
            OpenOrdersCharge.class,
            ClassRates.class,
            OpenInterestRate.class,
            PegRate.class,
            PlatformRate.class,
            SizeRate.class);

    private final List<ScenarioBlock> blocks;

    private ModelWords(final List<ScenarioBlock> blocks) {
        this.blocks = blocks;
    }

    /**
     * Writes a model.
     *
     * @param model to write.
     * @return its words.
     */
    public static Words write(final MarginModel model) {
        final Words words = new Words(512);
        write(model, MarginModel.class, words);
        return words;
    }

    /**
     * Reads a model; the words come from outside and may say anything.
     *
     * @param words the whole model.
     * @param blocks of the scenario set: the model may name no others.
     * @return the model.
     * @throws IllegalArgumentException when it cannot be read or a figure is not allowed.
     */
    public static MarginModel read(final Words words, final List<ScenarioBlock> blocks) {
        words.rewind();
        final MarginModel model = (MarginModel) new ModelWords(blocks).read(MarginModel.class, words, 0);
        if (words.rest() != 0) {
            throw new IllegalArgumentException("words after the end");
        }
        return model;
    }

    private static void write(final Object value, final Type type, final Words words) {
        if (type instanceof Class<?> open && open.isInterface()) {
            WordText.add(words, typeOf(value.getClass().getSimpleName(), open).getSimpleName());
        }
        if (value instanceof Collection<?> members) {
            words.add(members.size());
            sorted(members).forEach(each -> write(each, memberOf(type), words));
        } else if (value instanceof ClassRates rates) {
            words.add(rates.count());
            for (int i = 0; i < rates.count(); i++) {
                words.add(rates.of(i));
            }
        } else if (value instanceof String text) {
            WordText.add(words, text);
        } else if (value instanceof Enum<?> constant) {
            WordText.add(words, constant.name());
        } else if (value instanceof Boolean flag) {
            words.add(flag ? 1 : 0);
        } else if (value instanceof Number number) {
            words.add(number.longValue());
        } else {
            writeRecord(value, words);
        }
    }

    private static void writeRecord(final Object value, final Words words) {
        for (final RecordComponent component : value.getClass().getRecordComponents()) {
            write(component(component, value), component.getGenericType(), words);
        }
    }

    private static Object component(final RecordComponent component, final Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(component + " of a margin model cannot be read", e);
        }
    }

    /** A set has no order of its own; its members are enum constants. */
    private static List<?> sorted(final Collection<?> members) {
        final List<Object> list = new ArrayList<>(members);
        if (members instanceof Set<?>) {
            list.sort(Comparator.comparing(each -> ((Enum<?>) each).name()));
        }
        return list;
    }

    private static Type memberOf(final Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private Object read(final Type type, final Words words, final int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("charges within charges deeper than " + DEPTH_MAX);
        }
        if (type instanceof ParameterizedType collection) {
            final List<Object> members = members(memberOf(type), words, depth);
            return collection.getRawType() == Set.class ? new LinkedHashSet<>(members) : List.copyOf(members);
        }
        if (type instanceof Class<?> open && open.isInterface()) {
            return read(typeOf(WordText.read(words), open), words, depth + 1);
        }
        if (type == ClassRates.class) {
            return ClassRates.of(members(long.class, words, depth).stream()
                    .mapToLong(each -> (Long) each)
                    .toArray());
        }
        return type == String.class ? WordText.read(words) : readOne((Class<?>) type, words, depth);
    }

    private List<Object> members(final Type type, final Words words, final int depth) {
        final long count = words.read();
        if (count < 0 || count > words.rest()) {
            throw new IllegalArgumentException("a list of " + count);
        }
        final List<Object> members = new ArrayList<>((int) count);
        for (int i = 0; i < count; i++) {
            members.add(read(type, words, depth));
        }
        return members;
    }

    private Object readOne(final Class<?> type, final Words words, final int depth) {
        if (type == long.class || type == Long.class) {
            return words.read();
        }
        if (type == int.class) {
            return intOf(words.read());
        }
        if (type == boolean.class) {
            return words.read() != 0;
        }
        if (type.isEnum()) {
            return constant(type, WordText.read(words));
        }
        return readRecord(type, words, depth);
    }

    private static int intOf(final long word) {
        if (word != (int) word) {
            throw new IllegalArgumentException(word + " is out of range");
        }
        return (int) word;
    }

    private static Object constant(final Class<?> type, final String name) {
        for (final Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no '" + name + "'");
    }

    private static Class<?> typeOf(final String name, final Class<?> open) {
        for (final Class<?> type : TYPES) {
            if (type.getSimpleName().equals(name) && open.isAssignableFrom(type)) {
                return type;
            }
        }
        throw new IllegalArgumentException(
                "there is no " + open.getSimpleName() + " '" + name + "' that can be loaded");
    }

    /** The record's own constructor checks the figures. */
    private Object readRecord(final Class<?> type, final Words words, final int depth) {
        final RecordComponent[] components = type.getRecordComponents();
        final Class<?>[] types = new Class<?>[components.length];
        final Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(components[i].getGenericType(), words, depth);
        }
        try {
            return checked(type.getDeclaredConstructor(types).newInstance(values));
        } catch (final InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("a " + type.getSimpleName() + " cannot be made", e);
        }
    }

    private Object checked(final Object read) {
        if (read instanceof ScenarioBlock block && !blocks.contains(block)) {
            throw new IllegalArgumentException("the engine's scenarios have no block '" + block.name() + "'");
        }
        return read;
    }
}
