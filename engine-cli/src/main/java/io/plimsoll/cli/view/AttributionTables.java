package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.lab.live.ChangeStep;
import io.plimsoll.lab.profit.Attributed;
import io.plimsoll.lab.profit.ProfitAttribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/** Shows what did what an account gained: a column a step, exact, each row with its sum. */
final class AttributionTables {
    private AttributionTables() {}

    /** In the margin currency: a row an instrument and a coin, one for interest where there is some, and all together. */
    static Rows inUsd(final ProfitAttribution of) {
        final Rows rows = rows("attribution", "of", "name");
        of.instruments().forEach(each -> add(rows, "instrument", each.instrument(), each.usd(), Texts::usd));
        of.coins().forEach(each -> add(rows, "coin", each.asset(), each.gain(), Texts::usd));
        of.coins().stream()
                .filter(each -> !each.interest().isNothing())
                .forEach(each -> add(rows, "interest", each.asset(), each.interest(), Texts::usd));
        add(rows, "all", Texts.NONE, of.total(), Texts::usd);
        return rows;
    }

    /** In the assets that instruments settle in. */
    static Rows inAssets(final ProfitAttribution of) {
        final Rows rows = rows("attribution_in_asset", "instrument", "asset");
        of.instruments()
                .forEach(each -> add(
                        rows,
                        each.instrument(),
                        each.asset(),
                        each.inAsset(),
                        amount -> Texts.amount(amount, each.scale())));
        return rows;
    }

    private static Rows rows(final String name, final String... first) {
        final List<String> columns = new ArrayList<>(List.of(first));
        Arrays.stream(ChangeStep.values())
                .map(step -> step.name().toLowerCase(Locale.ROOT))
                .forEach(columns::add);
        columns.addAll(List.of("rest", "total"));
        return new Rows(name, columns.toArray(String[]::new));
    }

    private static void add(
            final Rows rows,
            final String first,
            final String second,
            final Attributed amount,
            final LongFunction<String> text) {
        final List<String> cells = new ArrayList<>(List.of(first, second));
        amount.steps().forEach(step -> cells.add(text.apply(step)));
        cells.add(text.apply(amount.rest()));
        cells.add(text.apply(amount.total()));
        rows.add(cells.toArray());
    }
}
