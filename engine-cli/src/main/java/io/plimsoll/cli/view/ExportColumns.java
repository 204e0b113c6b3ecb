package io.plimsoll.cli.view;

import io.plimsoll.journal.MessageCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of the columns of an export: the schema's names in snake case, with the unit where the schema's type has one. */
final class ExportColumns {
    /** What stands before the fields of every message. */
    static final List<String> ENVELOPE = List.of("epoch", "sequence", "index", "time", "source", "source_sequence");

    private static final Map<String, String> UNITS = Map.of(
            "Lots", "lots",
            "Ticks", "ticks",
            "Amount", "minor",
            "Usd", "usd_e6",
            "IndexPrice", "e10",
            "DailyVolatility", "e15",
            "FundingRate", "e15",
            "RedemptionRate", "e15",
            "TimeNs", "ns");

    /** Fields of messages that the envelope has, too. */
    private static final Set<String> IN_ENVELOPE = Set.of("source", "sourceSequence");

    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private ExportColumns() {}

    /** The header of a message's file. */
    static List<String> of(final MessageCatalogue.Message message) {
        final List<String> columns = new ArrayList<>(ENVELOPE);
        for (final MessageCatalogue.Field field : message.block().fields()) {
            if (!isInEnvelope(field.name())) {
                columns.add(column(field));
            }
        }
        message.block().groups().forEach(group -> columns.add(snake(group.name())));
        return columns;
    }

    static boolean isInEnvelope(final String field) {
        return IN_ENVELOPE.contains(field);
    }

    private static String column(final MessageCatalogue.Field field) {
        final String name = snake(field.name());
        final String unit = UNITS.get(field.type());
        return unit == null || name.contains(unit) ? name : name + '_' + unit;
    }

    private static String snake(final String name) {
        return HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
