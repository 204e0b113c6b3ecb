package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Sensitivities;
import io.plimsoll.lab.whatif.Share;
import io.plimsoll.lab.whatif.TailRisk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a portfolio needs under several models, side by side. */
public final class WhatIfReport {
    private static final int CENTS = 2;
    private static final int SHARES = 8;
    private static final int MINOR = 6;

    private WhatIfReport() {}

    /**
     * Makes the report for people: amounts in cents.
     *
     * @param book market and portfolio that the answers are of.
     * @param answers one a model.
     * @param before answers for the portfolio as it is; empty: nothing was changed.
     * @return margins, risk, Greeks and who the risk comes from.
     */
    public static Report of(
            final PortfolioBook book, final List<MarginAnswer> answers, final List<MarginAnswer> before) {
        final TailRisk tail = answers.get(0).tail();
        final Report report = new Report()
                .field("time", book.market().time().toString())
                .field("positions", book.portfolio().positions().size())
                .field("cash", money(book.portfolio().cash()))
                .field("var", "97.5 %: " + money(tail.valueAtRisk975()) + ", 99 %: " + money(tail.valueAtRisk99()))
                .field("shortfall", "97.5 %: " + money(tail.shortfall975()) + ", 99 %: " + money(tail.shortfall99()));
        answers.get(0)
                .worstGrid()
                .ifPresent(grid -> report.field("worst_of_grid", money(grid.loss()) + ", " + grid.scenario()));
        report.table(models(answers, before));
        if (!answers.get(0).greeks().isEmpty()) {
            report.table(greeks(answers.get(0).greeks()));
            report.table(shares(tail));
        }
        return report;
    }

    private static Rows models(final List<MarginAnswer> answers, final List<MarginAnswer> before) {
        final Rows rows = new Rows(
                "margins",
                "model",
                "portfolio",
                "initial_margin",
                "maintenance_margin",
                "equity",
                "free_margin",
                "binding");
        for (int i = 0; i < answers.size(); i++) {
            if (!before.isEmpty()) {
                add(rows, before.get(i), "as is");
            }
            add(rows, answers.get(i), before.isEmpty() ? "as is" : "what if");
        }
        return rows;
    }

    private static void add(final Rows rows, final MarginAnswer answer, final String portfolio) {
        rows.add(
                answer.model(),
                portfolio,
                money(answer.initial()),
                money(answer.maintenance()),
                money(answer.equity().total()),
                money(answer.free()),
                answer.binding());
    }

    private static Rows greeks(final List<Sensitivities> all) {
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

    private static Rows shares(final TailRisk tail) {
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

    /**
     * Makes the report for programs: one table, amounts in millionths rounded up.
     *
     * @param answers one a model.
     * @param before answers for the portfolio as it is; empty: nothing was changed.
     * @return margins.
     */
    public static Report csv(final List<MarginAnswer> answers, final List<MarginAnswer> before) {
        final Rows rows = new Rows(
                "margins",
                "model",
                "portfolio",
                "initial_margin",
                "maintenance_margin",
                "margin_equity",
                "free_margin",
                "binding",
                "es_97_5",
                "es_99");
        for (int i = 0; i < answers.size(); i++) {
            if (!before.isEmpty()) {
                addCsv(rows, before.get(i), "as is");
            }
            addCsv(rows, answers.get(i), before.isEmpty() ? "as is" : "what if");
        }
        return new Report().table(rows);
    }

    private static void addCsv(final Rows rows, final MarginAnswer answer, final String portfolio) {
        final BigDecimal initial = answer.initial().setScale(MINOR, RoundingMode.CEILING);
        final BigDecimal equity = answer.equity().total().setScale(MINOR, RoundingMode.FLOOR);
        rows.add(
                answer.model(),
                portfolio,
                initial.toPlainString(),
                answer.maintenance().setScale(MINOR, RoundingMode.CEILING).toPlainString(),
                equity.toPlainString(),
                equity.subtract(initial).toPlainString(),
                answer.binding(),
                answer.tail().shortfall975().toPlainString(),
                answer.tail().shortfall99().toPlainString());
    }

    /**
     * Makes the report of all nodes for programs: one table, amounts exact.
     *
     * @param answers one a model.
     * @return a row a node, with the number of its parent.
     */
    public static Report tree(final List<MarginAnswer> answers) {
        final Rows rows = new Rows(
                "tree",
                "model",
                "node",
                "parent",
                "kind",
                "label",
                "amount",
                "formula",
                "binds",
                "scenario",
                "stands_for");
        for (final MarginAnswer answer : answers) {
            answer.tree().roots().forEach(root -> addNode(rows, answer.model(), root, ""));
        }
        return new Report().table(rows);
    }

    private static void addNode(final Rows rows, final String model, final ExplainedNode node, final String parent) {
        rows.add(
                model,
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
        node.children().forEach(child -> addNode(rows, model, child, String.valueOf(node.id())));
    }

    private static String money(final BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(CENTS, RoundingMode.HALF_UP));
    }
}
