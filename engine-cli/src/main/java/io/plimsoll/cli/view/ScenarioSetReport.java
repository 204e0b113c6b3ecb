package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.config.scenario.Femto;
import io.plimsoll.config.scenario.JointBlock;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.StressBlock;
import io.plimsoll.config.scenario.StressEvent;
import io.plimsoll.config.scenario.StressMove;
import io.plimsoll.config.scenario.Underlying;
import java.util.List;
import java.util.Locale;

/** What is in a scenario set. */
public final class ScenarioSetReport {
    private ScenarioSetReport() {}

    /**
     * Makes the report.
     *
     * @param set to show.
     * @return sizes of its blocks, its underlyings with the worst of each, its events.
     */
    public static Report of(final ScenarioSet set) {
        final Report report = new Report()
                .field("name", set.name())
                .field("version", set.version())
                .field("hash", set.hash())
                .field("grid_scenarios", set.grid().size())
                .field(
                        "joint_scenarios",
                        set.joint().map(joint -> joint.rows().size()).orElse(0))
                .field("joint_from", set.joint().map(joint -> day(joint, 0)).orElse(Texts.NONE))
                .field(
                        "joint_to",
                        set.joint()
                                .map(joint -> day(joint, joint.rows().size() - 1))
                                .orElse(Texts.NONE))
                .field(
                        "stress_events",
                        set.stress().map(stress -> stress.events().size()).orElse(0));
        report.table(underlyings(set));
        set.stress().ifPresent(stress -> report.table(events(set, stress)));
        return report;
    }

    private static String day(final JointBlock joint, final int index) {
        return joint.rows().get(index).date().toString();
    }

    private static Rows underlyings(final ScenarioSet set) {
        final Rows rows = new Rows("underlyings", "symbol", "class", "group", "range", "lowest_z", "highest_z");
        for (int u = 0; u < set.underlyings().size(); u++) {
            final Underlying each = set.underlyings().get(u);
            final int index = u;
            final List<Long> z = set.joint().stream()
                    .flatMap(joint -> joint.rows().stream())
                    .map(row -> row.residuals().get(index).zFemto())
                    .sorted()
                    .toList();
            rows.add(
                    each.symbol(),
                    each.riskClass().name(),
                    each.riskClass().group(),
                    Femto.text(each.riskClass().rangeFemto()),
                    z.isEmpty() ? Texts.NONE : Femto.text(z.get(0)),
                    z.isEmpty() ? Texts.NONE : Femto.text(z.get(z.size() - 1)));
        }
        return rows;
    }

    private static Rows events(final ScenarioSet set, final StressBlock stress) {
        final Rows rows = new Rows("stress", "event", "date", "symbol", "down", "up", "source");
        for (final StressEvent event : stress.events()) {
            for (int u = 0; u < set.underlyings().size(); u++) {
                final StressMove move = event.moves().get(u);
                rows.add(
                        event.name(),
                        event.date().toString(),
                        set.underlyings().get(u).symbol(),
                        Femto.text(move.downFemto()),
                        Femto.text(move.upFemto()),
                        move.source().name().toLowerCase(Locale.ROOT));
            }
        }
        return rows;
    }
}
