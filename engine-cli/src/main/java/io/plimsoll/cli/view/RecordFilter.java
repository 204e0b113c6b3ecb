package io.plimsoll.cli.view;

import io.plimsoll.journal.FieldVisitor;
import io.plimsoll.journal.MessageCatalogue;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordEnvelopes;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.CommandCompletedDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which records of a journal, by message, source and account. A record is about an account when any of its fields of the schema's
 * type {@code AccountId} names it; the completion of such a command goes with it. To be asked about every record in order.
 */
public final class RecordFilter {
    private static final String ACCOUNT_ID = "AccountId";

    private final Set<String> types;
    private final Set<Integer> sources;
    private final Set<Long> accounts;
    private final Map<Integer, List<String>> accountFields = new HashMap<>();
    private long commandTaken;

    /**
     * A filter.
     *
     * @param types names of messages, {@code command}, {@code event}; empty: all.
     * @param sources of the commands, and of those that events answer; empty: all.
     * @param accounts ids; empty: all.
     */
    public RecordFilter(final Set<String> types, final Set<Integer> sources, final Set<Long> accounts) {
        this.types = types;
        this.sources = sources;
        this.accounts = accounts;
    }

    boolean takes(final RecordView record) {
        final boolean isOfSources = sources.isEmpty() || sources.contains(record.source());
        return isOfSources && isAboutAccounts(record) && isOfTypes(record);
    }

    private boolean isOfTypes(final RecordView record) {
        if (types.isEmpty()) {
            return true;
        }
        final String kind = record.kind() == RecordEnvelopes.KIND_COMMAND ? MessageNames.COMMAND : MessageNames.EVENT;
        return types.contains(kind) || types.contains(RecordDump.messageName(record));
    }

    private boolean isAboutAccounts(final RecordView record) {
        if (accounts.isEmpty()) {
            return true;
        }
        if (record.templateId() == CommandCompletedDecoder.TEMPLATE_ID) {
            return record.sequence() == commandTaken;
        }
        final List<String> fields = accountFields.computeIfAbsent(record.templateId(), RecordFilter::accountFieldsOf);
        final boolean named = !fields.isEmpty() && names(record, fields);
        if (named && record.kind() == RecordEnvelopes.KIND_COMMAND) {
            commandTaken = record.sequence();
        }
        return named;
    }

    private boolean names(final RecordView record, final List<String> fields) {
        final Finder finder = new Finder(fields, accounts);
        RecordDump.visitPayload(record, finder);
        return finder.found;
    }

    private static List<String> accountFieldsOf(final int templateId) {
        final MessageCatalogue.Message message = MessageCatalogue.byTemplate(templateId);
        return message == null ? List.of() : message.block().fieldsOf(ACCOUNT_ID);
    }

    /** Looks for some values in some fields. */
    private static final class Finder implements FieldVisitor {
        private final List<String> fields;
        private final Set<Long> values;
        private boolean found;

        Finder(final List<String> fields, final Set<Long> values) {
            this.fields = fields;
            this.values = values;
        }

        @Override
        public void onField(final String name, final Object value) {
            found |= fields.contains(name) && values.contains(value);
        }
    }
}
