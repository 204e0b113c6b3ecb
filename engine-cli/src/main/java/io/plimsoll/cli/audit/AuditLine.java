package io.plimsoll.cli.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.cli.view.FieldsJson;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.AlarmDecoder;
import io.plimsoll.sbe.CancelOnDisconnectChangedDecoder;
import io.plimsoll.sbe.CreditLineChangedDecoder;
import io.plimsoll.sbe.DefinitionInForceDecoder;
import io.plimsoll.sbe.DocumentInForceDecoder;
import io.plimsoll.sbe.FeeScheduleAssignedDecoder;
import io.plimsoll.sbe.InstrumentSettledDecoder;
import io.plimsoll.sbe.LedgerMovedDecoder;
import io.plimsoll.sbe.LiquidationRequestedDecoder;
import io.plimsoll.sbe.MarginCallDecoder;
import io.plimsoll.sbe.MarketStatusChangedDecoder;
import io.plimsoll.sbe.ModeChangedDecoder;
import io.plimsoll.sbe.ModelChangedDecoder;
import io.plimsoll.sbe.NoNewRiskDecoder;
import io.plimsoll.sbe.ParameterInForceDecoder;
import io.plimsoll.sbe.PocketOpenedDecoder;
import io.plimsoll.sbe.PositionSettledDecoder;
import io.plimsoll.sbe.RaisePhasedInDecoder;
import io.plimsoll.sbe.StatusChangedDecoder;
import io.plimsoll.sbe.TradingChangedDecoder;
import io.plimsoll.sbe.VolatilityFixedDecoder;
import io.plimsoll.sbe.WithdrawalLimitedDecoder;
import io.plimsoll.sbe.WithdrawalReleasedDecoder;
import io.plimsoll.sbe.WithdrawalSettledDecoder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** An event as a line of JSON: where it stands in the journal, when it happened, what it says. */
final class AuditLine {
    /** Events that an auditor asks for; all others are in the journal alone. */
    private static final Set<Integer> EVENTS = Set.of(
            DefinitionInForceDecoder.TEMPLATE_ID,
            StatusChangedDecoder.TEMPLATE_ID,
            NoNewRiskDecoder.TEMPLATE_ID,
            MarginCallDecoder.TEMPLATE_ID,
            LiquidationRequestedDecoder.TEMPLATE_ID,
            WithdrawalReleasedDecoder.TEMPLATE_ID,
            WithdrawalSettledDecoder.TEMPLATE_ID,
            WithdrawalLimitedDecoder.TEMPLATE_ID,
            FeeScheduleAssignedDecoder.TEMPLATE_ID,
            CreditLineChangedDecoder.TEMPLATE_ID,
            LedgerMovedDecoder.TEMPLATE_ID,
            ParameterInForceDecoder.TEMPLATE_ID,
            MarketStatusChangedDecoder.TEMPLATE_ID,
            TradingChangedDecoder.TEMPLATE_ID,
            CancelOnDisconnectChangedDecoder.TEMPLATE_ID,
            ModeChangedDecoder.TEMPLATE_ID,
            ModelChangedDecoder.TEMPLATE_ID,
            RaisePhasedInDecoder.TEMPLATE_ID,
            PocketOpenedDecoder.TEMPLATE_ID,
            AlarmDecoder.TEMPLATE_ID,
            DocumentInForceDecoder.TEMPLATE_ID,
            VolatilityFixedDecoder.TEMPLATE_ID,
            InstrumentSettledDecoder.TEMPLATE_ID,
            PositionSettledDecoder.TEMPLATE_ID);

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final String SEQUENCE = "seq";
    private static final String INDEX = "index";
    private static final String CHAIN = "chain";

    private AuditLine() {}

    /**
     * Where a line's event stands in the journal.
     *
     * @param sequence of the command.
     * @param index of the event within the command.
     * @param chain of the record, as text.
     */
    record Place(long sequence, long index, String chain) {}

    static boolean isWanted(final RecordView event) {
        return EVENTS.contains(event.templateId());
    }

    static String of(final RecordView event) {
        final StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField(SEQUENCE, event.sequence());
            json.writeNumberField(INDEX, event.index());
            json.writeNumberField("epoch", event.epoch());
            json.writeStringField("event_ts", Texts.time(event.timeNs()));
            json.writeStringField("event", snakeCase(RecordDump.messageName(event)));
            FieldsJson.writeFields(event, json, AuditLine::snakeCase);
            json.writeStringField(CHAIN, Texts.hash(event.chain()));
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private static String snakeCase(final String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** Reads where a line's event stands. */
    static Place place(final String line) throws IOException {
        long sequence = 0;
        long index = -1;
        String chain = "";
        try (JsonParser json = FACTORY.createParser(line)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME
                        && json.getParsingContext().getParent().inRoot()) {
                    final String name = json.currentName();
                    json.nextToken();
                    switch (name) {
                        case SEQUENCE -> sequence = json.getLongValue();
                        case INDEX -> index = json.getLongValue();
                        case CHAIN -> chain = json.getText();
                        default -> json.skipChildren();
                    }
                }
            }
        }
        return new Place(sequence, index, chain);
    }
}
