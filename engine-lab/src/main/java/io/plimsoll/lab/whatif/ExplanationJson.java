package io.plimsoll.lab.whatif;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Writes trees and risk measures as JSON: amounts are exact decimals, as texts. */
public final class ExplanationJson {
    private final JsonGenerator json;

    /**
     * Writes where a generator is.
     *
     * @param json within an object.
     */
    public ExplanationJson(final JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes an amount.
     *
     * @param name of the field.
     * @param amount exact.
     * @throws IOException when it cannot be written.
     */
    public void amount(final String name, final BigDecimal amount) throws IOException {
        json.writeStringField(name, Numbers.plain(amount));
    }

    /**
     * Writes the field {@code risk}.
     *
     * @param tail its measures.
     * @throws IOException when it cannot be written.
     */
    public void tail(final TailRisk tail) throws IOException {
        json.writeObjectFieldStart("risk");
        amount("var_97_5", tail.valueAtRisk975());
        amount("var_99", tail.valueAtRisk99());
        amount("es_97_5", tail.shortfall975());
        amount("es_99", tail.shortfall99());
        json.writeStringField("worst_scenario", tail.worst());
        shares("es_97_5_shares", tail.shares(), "share");
        json.writeEndObject();
    }

    private void shares(final String name, final List<Share> shares, final String amountName) throws IOException {
        json.writeArrayFieldStart(name);
        for (final Share share : shares) {
            json.writeStartObject();
            json.writeStringField("position", share.position());
            amount("quantity", share.quantity());
            amount(amountName, amountName.equals("profit") ? share.amount().negate() : share.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Writes the field {@code greeks}.
     *
     * @param all of them.
     * @throws IOException when it cannot be written.
     */
    public void greeks(final List<Sensitivities> all) throws IOException {
        json.writeArrayFieldStart("greeks");
        for (final Sensitivities each : all) {
            json.writeStartObject();
            json.writeStringField("of", each.place());
            json.writeBooleanField("total", each.isTotal());
            amount("delta", each.delta());
            amount("gamma", each.gamma());
            amount("vega", each.vega());
            amount("theta", each.theta());
            amount("rho", each.rho());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Writes the field {@code tree}.
     *
     * @param explanation what is explained.
     * @throws IOException when it cannot be written.
     */
    public void tree(final Explanation explanation) throws IOException {
        json.writeArrayFieldStart("tree");
        for (final ExplainedNode root : explanation.roots()) {
            node(root);
        }
        json.writeEndArray();
    }

    private void node(final ExplainedNode node) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", node.id());
        json.writeStringField("kind", node.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("name", node.name());
        json.writeStringField("label", node.label());
        amount("amount", node.amount());
        json.writeStringField("formula", node.formula());
        if (node.rate().isPresent()) {
            amount("rate", node.rate().get());
        }
        if (node.binds()) {
            json.writeBooleanField("binds", true);
        }
        if (node.standsFor().isPresent()) {
            json.writeNumberField("stands_for", node.standsFor().getAsInt());
        }
        if (node.scenario().isPresent()) {
            json.writeStringField("scenario", node.scenario().get());
            shares(node.isShortfall() ? "shares" : "profits", node.shares(), node.isShortfall() ? "share" : "profit");
        }
        if (!node.children().isEmpty()) {
            json.writeArrayFieldStart("children");
            for (final ExplainedNode child : node.children()) {
                node(child);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
