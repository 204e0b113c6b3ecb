package io.plimsoll.sbe.schema;

import io.plimsoll.sbe.schema.Schema.Field;
import io.plimsoll.sbe.schema.Schema.FieldType;
import io.plimsoll.sbe.schema.Schema.Group;
import io.plimsoll.sbe.schema.Schema.Kind;
import io.plimsoll.sbe.schema.Schema.Message;
import io.plimsoll.sbe.schema.Schema.NamedValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fills the tables of `docs/WIRE.md`. What stands between `<!-- schema: WHAT -->` and `<!-- end -->` is made from the schema,
 * the rest of the page by hand. WHAT is `messages FIRST LAST`, `composite NAME`, `enum NAME`, `enums` (all that have no place
 * of their own) or `types`.
 */
final class WirePage {
    private static final String BEGIN = "<!-- schema: ";
    private static final String BEGIN_END = " -->";
    private static final String END = "<!-- end -->";

    private final Schema schema;
    private final Map<String, String> advice;

    /** `advice` says what to do, by the name of a value as `Enum.VALUE`. */
    WirePage(final Schema schema, final Map<String, String> advice) {
        this.schema = schema;
        this.advice = advice;
    }

    /** Reads `Enum.VALUE = what to do`, a line each. */
    static Map<String, String> advice(final String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    /** The page with its tables made anew. */
    String filled(final String page) {
        final StringBuilder filled = new StringBuilder();
        boolean replacing = false;
        for (final String line : page.lines().toList()) {
            if (line.equals(END)) {
                replacing = false;
            }
            if (!replacing) {
                filled.append(line).append('\n');
            }
            if (line.startsWith(BEGIN)) {
                replacing = true;
                final String what = line.substring(BEGIN.length(), line.length() - BEGIN_END.length());
                filled.append('\n').append(table(what, page)).append('\n');
            }
        }
        if (replacing) {
            throw new IllegalStateException("a table is not closed by " + END);
        }
        return filled.toString();
    }

    private String table(final String what, final String page) {
        final String[] words = what.split(" ", -1);
        return switch (words[0]) {
            case "messages" -> messages(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
            case "composite" -> fields(schema.types().get(words[1]).members());
            case "enum" -> values(schema.types().get(words[1]));
            case "enums" ->
                schema.enumsAndSets()
                        .filter(type -> !page.contains(BEGIN + "enum " + type.name() + BEGIN_END))
                        .map(this::section)
                        .collect(Collectors.joining("\n"));
            case "types" -> types();
            default -> throw new IllegalStateException("no such table: " + what);
        };
    }

    private String messages(final int first, final int last) {
        final String text = schema.messages().stream()
                .filter(message -> message.id() >= first && message.id() <= last)
                .map(this::message)
                .collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            throw new IllegalStateException("no message from " + first + " to " + last);
        }
        return text;
    }

    private String message(final Message message) {
        final StringBuilder text = new StringBuilder("### ")
                .append(message.name())
                .append(" (")
                .append(message.id())
                .append(")\n\n")
                .append(message.description())
                .append(". Block of ")
                .append(message.blockLength())
                .append(" bytes.\n\n")
                .append(fields(message.fields()));
        for (final Group group : message.groups()) {
            text.append("\nGroup `").append(group.name()).append("`: ").append(group.description());
            text.append(". Entries of ").append(group.blockLength()).append(" bytes.\n\n");
            text.append(fields(group.fields()));
        }
        return text.toString();
    }

    private static String fields(final List<Field> fields) {
        final StringBuilder text =
                new StringBuilder("| name | offset | length | type | notes |\n|---|---|---|---|---|\n");
        for (final Field field : fields) {
            final String since = field.sinceVersion() > 1 ? ". Since version " + field.sinceVersion() : "";
            text.append(row(
                    field.name(),
                    String.valueOf(field.offset()),
                    String.valueOf(field.type().length()),
                    typeOf(field.type()),
                    field.description() + since));
        }
        return text.toString();
    }

    private static String typeOf(final FieldType type) {
        if (type.kind() == Kind.ENUM || type.kind() == Kind.SET) {
            return "[" + type.name() + "](#" + type.name().toLowerCase(Locale.ROOT) + "), " + type.primitive();
        }
        return type.kind() == Kind.COMPOSITE || type.name().isEmpty() ? type.name() : named(type);
    }

    private static String named(final FieldType type) {
        return Character.isUpperCase(type.name().charAt(0)) ? type.name() + ", " + type.shape() : type.shape();
    }

    private String section(final FieldType type) {
        return "### " + type.name() + "\n\n" + type.description() + ". " + type.primitive()
                + (type.kind() == Kind.SET ? ", by bit" : "") + ".\n\n" + values(type);
    }

    private String values(final FieldType type) {
        final boolean advised = type.values().stream().anyMatch(value -> advice.containsKey(key(type, value)));
        final StringBuilder text = new StringBuilder(
                advised
                        ? "| value | name | meaning | what to do |\n|---|---|---|---|\n"
                        : "| value | name | meaning |\n|---|---|---|\n");
        for (final NamedValue value : type.values()) {
            final String number = String.valueOf(value.value());
            text.append(
                    advised
                            ? row(number, value.name(), value.description(), advice.get(key(type, value)))
                            : row(number, value.name(), value.description()));
        }
        return text.toString();
    }

    private static String key(final FieldType type, final NamedValue value) {
        return type.name() + "." + value.name();
    }

    private String types() {
        final StringBuilder text = new StringBuilder("| type | bytes | meaning |\n|---|---|---|\n");
        schema.types().values().stream()
                .filter(type -> type.kind() == Kind.NUMBER || type.kind() == Kind.TEXT)
                .forEach(type -> text.append(row(type.name(), type.shape(), type.description())));
        return text.toString();
    }

    private static String row(final String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
