package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.Explanation;
import io.plimsoll.lab.whatif.Sensitivities;
import io.plimsoll.lab.whatif.Share;
import io.plimsoll.lab.whatif.TailRisk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Tables that what-if and explanations of accounts have in common. */
final class RiskTables {
    private static final int CENTS = 2;
    private static final int SHARES = 8;

    private RiskTables() {}

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
        final List<Share> sorted = tail.shares().stream()
                .sorted(Comparator.comparing((Share share) -> share.amount().abs())
                        .reversed())
                .toList();
        BigDecimal rest = BigDecimal.ZERO;
        for (int i = 0; i < sorted.size(); i++) {
            final Share share = sorted.get(i);
            if (i < SHARES || sorted.size() == SHARES + 1) {
                rows.add(share.position(), share.quantity().toPlainString(), money(share.amount()));
            } else {
                rest = rest.add(share.amount());
            }
        }
        if (sorted.size() > SHARES + 1) {
            rows.add((sorted.size() - SHARES) + " others", Texts.NONE, money(rest));
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
