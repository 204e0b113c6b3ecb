package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.Explanation;
import io.plimsoll.lab.whatif.LargestShares;
import io.plimsoll.lab.whatif.Sensitivities;
import io.plimsoll.lab.whatif.Share;
import io.plimsoll.lab.whatif.TailRisk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Tables that what-if and explanations of accounts have in common. */
final class RiskTables {
    private static final int CENTS = 2;
    private static final int SHARES = 8;

    private RiskTables() {}

    /** Adds value at risk and expected shortfall. */
    static void addTail(final Report report, final TailRisk tail) {
        report.field("var", levels(tail.valueAtRisk975(), tail.valueAtRisk99()))
                .field("shortfall", levels(tail.shortfall975(), tail.shortfall99()));
    }

    /** A figure at both levels. */
    static String levels(final BigDecimal at975, final BigDecimal at99) {
        return "97.5 %: " + money(at975) + ", 99 %: " + money(at99);
    }

    static Rows greeks(final List<Sensitivities> all) {
        final Rows rows = new Rows("greeks", "of", "delta", "gamma", "vega", "theta", "rho");
        for (final Sensitivities each : all) {
            rows.add(
                    each.isTotal() ? each.place() : "  " + each.place(),
                    money(each.delta()),
                    money(each.gamma()),
                    money(each.vega()),
                    money(each.theta()),
                    money(each.rho()));
        }
        return rows;
    }

    static Rows shares(final TailRisk tail) {
        final Rows rows = new Rows("shares_of_the_shortfall", "position", "quantity", "share");
        final LargestShares largest = LargestShares.of(tail.shares(), SHARES);
        for (final Share share : largest.shown()) {
            rows.add(share.position(), share.quantity().toPlainString(), money(share.amount()));
        }
        if (largest.others() > 0) {
            rows.add(largest.others() + " others", Texts.NONE, money(largest.rest()));
        }
        return rows;
    }

    /** A table for the nodes of trees, without rows. The first column says whose tree it is. */
    static Rows tree(final String of) {
        return new Rows(
                "tree", of, "node", "parent", "kind", "label", "amount", "formula", "binds", "scenario", "stands_for");
    }

    /** Adds a row a node, with the number of its parent. */
    static void addTree(final Rows rows, final Object of, final Explanation tree) {
        tree.roots().forEach(root -> addNode(rows, of, root, ""));
    }

    private static void addNode(final Rows rows, final Object of, final ExplainedNode node, final String parent) {
        rows.add(
                of,
                node.id(),
                parent,
                node.kind().name().toLowerCase(Locale.ROOT),
                node.label(),
                node.amount().signum() == 0
                        ? "0"
                        : node.amount().stripTrailingZeros().toPlainString(),
                node.formula(),
                node.binds(),
                node.scenario().orElse(""),
                node.standsFor().isPresent() ? String.valueOf(node.standsFor().getAsInt()) : "");
        node.children().forEach(child -> addNode(rows, of, child, String.valueOf(node.id())));
    }

    /** An amount for people: groups of three digits, rounded to cents. */
    static String money(final BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(CENTS, RoundingMode.HALF_UP));
    }
}
