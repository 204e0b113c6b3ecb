package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.lab.whatif.ApproximateRisk;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.TailRisk;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a portfolio needs under several models, side by side. */
public final class WhatIfReport {
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
                .field("cash", RiskTables.money(book.portfolio().cash()));
        RiskTables.addTail(report, tail);
        report.field("approximation", approximation(answers.get(0).approximation()));
        answers.get(0)
                .worstGrid()
                .ifPresent(
                        grid -> report.field("worst_of_grid", RiskTables.money(grid.loss()) + ", " + grid.scenario()));
        report.table(models(answers, before));
        if (!answers.get(0).greeks().isEmpty()) {
            report.table(RiskTables.greeks(answers.get(0).greeks()));
            report.table(RiskTables.shares(tail));
        }
        return report;
    }

    private static String approximation(final ApproximateRisk risk) {
        return "var " + RiskTables.levels(risk.valueAtRisk975(), risk.valueAtRisk99()) + ", by "
                + ApproximateRisk.METHOD;
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
                RiskTables.money(answer.initial()),
                RiskTables.money(answer.maintenance()),
                RiskTables.money(answer.equity().total()),
                RiskTables.money(answer.free()),
                answer.binding());
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
        final Rows rows = RiskTables.tree("model");
        for (final MarginAnswer answer : answers) {
            RiskTables.addTree(rows, answer.model(), answer.tree());
        }
        return new Report().table(rows);
    }
}
