package io.plimsoll.lab.whatif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Answers as JSON, with everything: amounts are exact decimals, as texts. */
public final class AnswerJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final ExplanationJson parts;

    private AnswerJson(final JsonGenerator json) {
        this.json = json;
        this.parts = new ExplanationJson(json);
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
            writer.parts.tail(answers.get(0).tail());
            writer.approximation(answers.get(0).approximation());
            writer.parts.greeks(answers.get(0).greeks());
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

    private void approximation(final ApproximateRisk approximation) throws IOException {
        json.writeObjectFieldStart("approximation");
        json.writeStringField("method", ApproximateRisk.METHOD);
        parts.amount("var_97_5", approximation.valueAtRisk975());
        parts.amount("var_99", approximation.valueAtRisk99());
        json.writeEndObject();
    }

    private void summary(final MarginAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", answer.model());
        json.writeNumberField("version", answer.modelVersion());
        json.writeStringField("scenarios", answer.scenarios());
        parts.amount("initial_margin", answer.initial());
        parts.amount("maintenance_margin", answer.maintenance());
        parts.amount("margin_equity", answer.equity().total());
        parts.amount("free_margin", answer.free());
    }

    private void answer(final MarginAnswer answer) throws IOException {
        summary(answer);
        equity(answer.equity());
        json.writeStringField("binding", answer.binding());
        if (answer.worstGrid().isPresent()) {
            json.writeObjectFieldStart("worst_grid");
            json.writeStringField("scenario", answer.worstGrid().get().scenario());
            parts.amount("loss", answer.worstGrid().get().loss());
            json.writeEndObject();
        }
        parts.tree(answer.tree());
        json.writeEndObject();
    }

    private void equity(final Equity equity) throws IOException {
        json.writeObjectFieldStart("equity");
        parts.amount("cash", equity.cash());
        parts.amount("coins", equity.coins());
        parts.amount("haircuts", equity.haircuts());
        parts.amount("options", equity.options());
        parts.amount("unrealised", equity.unrealised());
        json.writeEndObject();
    }
}
