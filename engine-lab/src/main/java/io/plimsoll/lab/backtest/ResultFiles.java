package io.plimsoll.lab.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.plimsoll.config.scenario.Femto;
import io.plimsoll.lab.backtest.stats.TestResult;
import io.plimsoll.lab.text.Show;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What programs read: {@code results.json} and {@code daily.csv}. The same run gives the same bytes. */
public final class ResultFiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultFiles() {}

    /**
     * Writes both.
     *
     * @param outcome of a run.
     * @param folder to write into; it exists.
     */
    public static void write(final Outcome outcome, final Path folder) throws IOException {
        Files.writeString(folder.resolve("results.json"), JSON.writeValueAsString(results(outcome)) + "\n");
        Files.writeString(folder.resolve("daily.csv"), daily(outcome.result()));
    }

    private static Map<String, Object> results(final Outcome outcome) {
        final Map<String, Object> root = new LinkedHashMap<>();
        root.put("met", outcome.isMet());
        root.put("from", outcome.result().from().toString());
        root.put("to", outcome.result().to().toString());
        root.put("notional_usd", Book.NOTIONAL);
        root.put(
                "best_meeting_b",
                outcome.best().map(best -> best.variant().name()).orElse(null));
        root.put("next_best", outcome.nextBest().map(ResultFiles::next).orElse(null));
        root.put(
                "variants",
                outcome.variants().stream().map(ResultFiles::variant).toList());
        root.put("side_by_side", sideBySide(outcome.sideBySide()));
        root.put(
                "data_issues",
                outcome.result().issues().stream().map(Object::toString).toList());
        return root;
    }

    private static Map<String, Object> next(final NextBest next) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("variant", next.next().map(each -> each.variant().name()).orElse(null));
        map.put("why", next.reason());
        return map;
    }

    private static Map<String, Object> miss(final Miss miss) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("book", miss.book().id());
        map.put("rule", miss.rule());
        map.put("test", miss.test());
        map.put("figure", miss.figure());
        return map;
    }

    private static Map<String, Object> variant(final VariantVerdict verdict) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", verdict.variant().name());
        map.put("model", verdict.variant().model().name());
        map.put("model_version", verdict.variant().model().version());
        final Map<String, Object> parameters = new TreeMap<>();
        verdict.variant().model().parameters().forEach((name, value) -> parameters.put(name, Femto.text(value)));
        parameters.put("range", verdict.variant().terms().range());
        parameters.put("lambda", verdict.variant().terms().lambda());
        parameters.put("days", verdict.variant().terms().days());
        map.put("parameters", parameters);
        map.put("a_met", verdict.isMeasureMet());
        map.put("b_met", verdict.isCoverMet());
        map.put("not_met", verdict.misses().stream().map(ResultFiles::miss).toList());
        map.put("least_im_cover_book", verdict.leastCovered().book().id());
        map.put("mean_im_over_notional", verdict.cost());
        map.put("books", verdict.books().stream().map(ResultFiles::book).toList());
        return map;
    }

    private static Map<String, Object> book(final BookVerdict verdict) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("book", verdict.book().id());
        map.put("holds", verdict.book().description());
        map.put("days", verdict.days());
        map.put("a_met", verdict.isMeasureMet());
        map.put("b_met", verdict.isCoverMet());
        map.put("var99_exceptions", verdict.exceptions99());
        map.put("kupiec", test(verdict.kupiec(), verdict.adjusted().get(0)));
        map.put(
                "christoffersen",
                test(verdict.independence(), verdict.adjusted().get(1)));
        map.put(
                "acerbi_szekely_z2",
                test(verdict.shortfallTest(), verdict.adjusted().get(2)));
        map.put("initial_margin", cover(verdict.initial()));
        map.put("maintenance_margin", cover(verdict.maintenance()));
        map.put("mean_im_over_notional", verdict.cost());
        map.put("mean_mm_over_notional", verdict.maintenanceCost());
        final Map<String, Object> rises = new LinkedHashMap<>();
        for (int i = 0; i < Judge.SPANS.size(); i++) {
            rises.put(Judge.SPANS.get(i) + "_days", verdict.rises().get(i));
        }
        map.put("largest_im_rise_factor", rises);
        map.put("binding_days", verdict.binding());
        return map;
    }

    private static Map<String, Object> test(final TestResult result, final double adjusted) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("statistic", result.statistic());
        map.put("p", result.pValue());
        map.put("p_holm", adjusted);
        return map;
    }

    private static Map<String, Object> cover(final Cover cover) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("met", cover.isMet());
        map.put("exceptions", cover.exceptions());
        map.put("allowed", cover.allowed());
        map.put("p_one_sided", cover.test().pValue());
        map.put("largest_shortfall_usd", Show.exact(cover.shortfall()));
        map.put("largest_shortfall_on", cover.on().map(Object::toString).orElse(null));
        return map;
    }

    private static Map<String, Object> sideBySide(final SideBySide table) {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("date", table.date().toString());
        final List<Object> rows = new ArrayList<>();
        for (final SideBySide.Row row : table.rows()) {
            final Map<String, Object> cells = new LinkedHashMap<>();
            cells.put("portfolio", row.portfolio());
            for (int i = 0; i < table.models().size(); i++) {
                cells.put(table.models().get(i), row.shares().get(i));
            }
            rows.add(cells);
        }
        map.put("im_over_notional", rows);
        return map;
    }

    private static String daily(final BacktestResult result) {
        final StringBuilder text = new StringBuilder(
                "book,date,pnl_usd,initial_margin_usd,maintenance_margin_usd,binding,var99_usd,var975_usd,es975_usd,share_below\n");
        result.days()
                .get(0)
                .forEach((book, days) -> days.forEach(day -> text.append(book.id())
                        .append(',')
                        .append(day.date())
                        .append(',')
                        .append(Show.exact(day.pnl()))
                        .append(',')
                        .append(Show.exact(day.initial()))
                        .append(',')
                        .append(Show.exact(day.maintenance()))
                        .append(',')
                        .append(day.binding())
                        .append(',')
                        .append(Show.exact(day.var99()))
                        .append(',')
                        .append(Show.exact(day.var975()))
                        .append(',')
                        .append(Show.exact(day.es975()))
                        .append(',')
                        .append(day.below())
                        .append('\n')));
        return text.toString();
    }
}
