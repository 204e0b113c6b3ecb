package io.plimsoll.lab.whatif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Answers as JSON, with everything: amounts are exact decimals, as texts. */
public final class AnswerJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private AnswerJson(final JsonGenerator json) {
        this.json = json;
    }

    /**
     * Makes the text.
     *
     * @param answers one a model.
     * @param before answers for the portfolio as it is, one a model; empty: nothing was changed.
     * @param market the answers are of.
     * @return one JSON object.
     */
    public static String of(final List<MarginAnswer> answers, final List<MarginAnswer> before, final Market market) {
        final StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("time", market.time().toString());
            final AnswerJson writer = new AnswerJson(json);
            writer.tail(answers.get(0).tail());
            writer.greeks(answers.get(0).greeks());
            json.writeArrayFieldStart("models");
            for (final MarginAnswer answer : answers) {
                writer.answer(answer);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("before");
            for (final MarginAnswer answer : before) {
                writer.summary(answer);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void amount(final String name, final BigDecimal amount) throws IOException {
        json.writeStringField(name, Numbers.plain(amount));
    }

    private void tail(final TailRisk tail) throws IOException {
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

    private void greeks(final List<Sensitivities> all) throws IOException {
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

    private void summary(final MarginAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", answer.model());
        json.writeNumberField("version", answer.modelVersion());
        json.writeStringField("scenarios", answer.scenarios());
        amount("initial_margin", answer.initial());
        amount("maintenance_margin", answer.maintenance());
        amount("margin_equity", answer.equity().total());
        amount("free_margin", answer.free());
    }

    private void answer(final MarginAnswer answer) throws IOException {
        summary(answer);
        equity(answer.equity());
        json.writeStringField("binding", answer.binding());
        if (answer.worstGrid().isPresent()) {
            json.writeObjectFieldStart("worst_grid");
            json.writeStringField("scenario", answer.worstGrid().get().scenario());
            amount("loss", answer.worstGrid().get().loss());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("tree");
        for (final ExplainedNode root : answer.tree().roots()) {
            node(root);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void equity(final Equity equity) throws IOException {
        json.writeObjectFieldStart("equity");
        amount("cash", equity.cash());
        amount("coins", equity.coins());
        amount("haircuts", equity.haircuts());
        amount("options", equity.options());
        amount("unrealised", equity.unrealised());
        json.writeEndObject();
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
