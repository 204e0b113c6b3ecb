package io.plimsoll.lab.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.plimsoll.lab.whatif.ExplanationJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An explained account as JSON, with everything: amounts are exact decimals, as texts. */
public final class AccountJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final ExplanationJson parts;

    private AccountJson(final JsonGenerator json) {
        this.json = json;
        this.parts = new ExplanationJson(json);
    }

    /**
     * Makes the text.
     *
     * @param explanation of the account.
     * @param change since another moment; empty: nobody asked.
     * @param sequence of the last command.
     * @param time of it.
     * @return one JSON object.
     */
    public static String of(
            final AccountExplanation explanation,
            final Optional<AccountChange> change,
            final long sequence,
            final Instant time) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeNumberField("sequence", sequence);
            json.writeStringField("time", time.toString());
            final AccountJson writer = new AccountJson(json);
            writer.account(explanation);
            if (change.isPresent()) {
                writer.change(change.get());
            }
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void account(final AccountExplanation of) throws IOException {
        json.writeNumberField("account", of.account());
        json.writeStringField("mode", of.mode().name());
        json.writeStringField("status", of.status().name());
        if (of.model().isPresent()) {
            json.writeStringField("model", of.model().get());
        }
        parts.amount("margin_equity", of.marginEquity());
        parts.amount("net_asset_value", of.netAssetValue());
        parts.amount("initial_margin", of.initial());
        parts.amount("initial_margin_with_orders", of.initialWithOrders());
        parts.amount("maintenance_margin", of.maintenance());
        parts.amount("free_margin", of.free());
        if (of.creditLine().signum() != 0) {
            parts.amount("credit_line", of.creditLine());
        }
        if (of.excludedOptionValue().signum() != 0) {
            parts.amount("excluded_option_value", of.excludedOptionValue());
        }
        equity(of.assets());
        positions(of.positions());
        ladder(of);
        if (of.tail().isPresent()) {
            parts.tail(of.tail().get());
        }
        parts.greeks(of.greeks());
        json.writeStringField("binding", of.tree().binding());
        parts.tree(of.tree());
    }

    private void equity(final List<AssetEquity> assets) throws IOException {
        json.writeArrayFieldStart("equity");
        for (final AssetEquity asset : assets) {
            json.writeStartObject();
            json.writeStringField("asset", asset.asset());
            parts.amount("balance", asset.balance());
            parts.amount("unrealised", asset.unrealised());
            parts.amount("value", asset.value());
            parts.amount("haircut", asset.haircut());
            parts.amount("option_value", asset.options());
            parts.amount("margin_equity", asset.equity());
            parts.amount("initial_margin", asset.initial());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void positions(final List<HeldPosition> positions) throws IOException {
        json.writeArrayFieldStart("positions");
        for (final HeldPosition position : positions) {
            json.writeStartObject();
            json.writeStringField("instrument", position.instrument());
            json.writeNumberField("lots", position.lots());
            json.writeStringField("margined_by", position.isByTiers() ? "tiers" : "scenarios");
            parts.amount("notional", position.notional());
            if (position.isByTiers()) {
                if (position.tier() > 0) {
                    json.writeNumberField("tier", position.tier());
                }
                parts.amount("initial_margin", position.initial());
                parts.amount("maintenance_margin", position.maintenance());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void ladder(final AccountExplanation of) throws IOException {
        json.writeArrayFieldStart("ladder");
        for (final Rung rung : of.ladder()) {
            json.writeStartObject();
            json.writeStringField("status", rung.status().name());
            parts.amount("below", rung.below());
            parts.amount("distance", rung.distance());
            json.writeEndObject();
        }
        json.writeEndArray();
        parts.amount("liquidation_exit", of.exit());
    }

    private void change(final AccountChange of) throws IOException {
        json.writeObjectFieldStart("change");
        json.writeNumberField("since_sequence", of.since());
        standing("before", of.before());
        standing("after", of.after());
        json.writeArrayFieldStart("parts");
        for (final AccountChange.Part part : of.parts()) {
            json.writeStartObject();
            json.writeStringField("what", part.what());
            figures(part.change());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void standing(final String name, final Standing of) throws IOException {
        json.writeObjectFieldStart(name);
        figures(of);
        json.writeEndObject();
    }

    private void figures(final Standing of) throws IOException {
        parts.amount("margin_equity", of.marginEquity());
        parts.amount("initial_margin", of.initial());
        parts.amount("maintenance_margin", of.maintenance());
    }
}
