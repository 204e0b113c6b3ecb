package io.plimsoll.lab.demo;

import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.venue.Compared;
import io.plimsoll.lab.venue.JudgedTrigger;
import io.plimsoll.lab.venue.Trigger;
import io.plimsoll.lab.venue.TriggerJudge;
import io.plimsoll.sbe.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the report of a demo: a page to read, and a file per list for programs. */
final class ReportFiles {
    /** Name of the page. */
    static final String REPORT = "report.md";

    private static final String LIQUIDATIONS = "liquidations.csv";
    private static final String TRIGGERS = "triggers.csv";
    private static final String MARGIN_CALLS = "margin-calls.csv";
    private static final String WITHDRAWALS = "withdrawals.csv";

    private final DemoResult result;
    private final Tape tape;
    private final Path folder;
    private final TriggerJudge judge;

    ReportFiles(final DemoResult result, final Path folder) {
        this.result = result;
        this.tape = result.tape();
        this.folder = folder;
        this.judge = new TriggerJudge(tape);
    }

    void write() {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(REPORT), page());
            Files.write(folder.resolve(TRIGGERS), triggersCsv());
            Files.write(folder.resolve(MARGIN_CALLS), marginCallsCsv());
            Files.write(folder.resolve(WITHDRAWALS), withdrawalsCsv());
            if (result.venue() != null) {
                Files.write(folder.resolve(LIQUIDATIONS), liquidationsCsv());
            } else {
                Files.deleteIfExists(folder.resolve(LIQUIDATIONS));
            }
        } catch (final IOException e) {
            throw new DemoException("cannot write the report to " + folder + ": " + e.getMessage(), e);
        }
    }

    private List<String> page() {
        final List<String> page = new ArrayList<>();
        page.add("# Demo");
        page.add("");
        page.add("```");
        page.addAll(Summary.head(tape));
        page.addAll(Summary.tail(result, folder));
        page.add("```");
        if (result.venue() != null) {
            liquidationsOn(page);
        }
        triggersOn(page);
        withdrawalsOn(page);
        page.add("");
        page.add("Files for programs: " + TRIGGERS + ", " + MARGIN_CALLS + ", " + WITHDRAWALS
                + (result.venue() == null ? "." : ", " + LIQUIDATIONS + "."));
        return page;
    }

    private void liquidationsOn(final List<String> page) {
        page.add("");
        page.add("## Liquidations that the venue listed");
        page.add("");
        page.add(
                "Ours is the account just before the first fill of the venue's close-out, from the engine. A cross row is"
                        + " compared with the whole account, an isolated row with the position that was closed. The notional agrees"
                        + " within 5 %; the equity within 1 % of the venue's notional. *At its mark*: our equity if the mark were the"
                        + " one that follows from the venue's notional.");
        page.add("");
        page.add(
                "| time | account | kind | notional: venue | ours | | equity: venue | ours | at its mark | our status |"
                        + " likely cause of the difference |");
        page.add("|---|---|---|--:|--:|--:|--:|--:|--:|---|---|");
        for (final Compared row : result.venue().rows()) {
            page.add("| " + Show.time(row.listed().timeNs()) + " | "
                    + row.listed().accountName() + " | "
                    + (row.listed().isolated() ? "isolated" : "cross") + " | "
                    + Show.usd(row.listed().notional())
                    + ours(row) + causes(row) + " |");
        }
    }

    private static String ours(final Compared row) {
        if (row.ours() == null) {
            return " | | differs | " + Show.usd(row.listed().accountValue()) + " | | | | ";
        }
        return " | " + Show.usd(row.notional()) + " | "
                + Show.change(row.notional(), row.listed().notional())
                + (row.notionalAgrees() ? "" : " **differs**") + " | "
                + Show.usd(row.listed().accountValue()) + " | "
                + Show.usd(row.ours().equity()) + (row.equityAgrees() ? "" : " *differs*") + " | "
                + (row.equityAtVenueMark() == null ? "" : Show.usd(row.equityAtVenueMark())) + " | "
                + row.ours().status() + " | ";
    }

    private static String causes(final Compared row) {
        final String notional = row.notionalCause().isEmpty() ? "" : "notional: " + row.notionalCause();
        final String equity = row.equityCause().isEmpty() ? "" : "equity: " + row.equityCause();
        return notional + (notional.isEmpty() || equity.isEmpty() ? "" : ". ") + equity;
    }

    private void triggersOn(final List<String> page) {
        page.add("");
        page.add("## Liquidation triggers of ours");
        page.add("");
        if (result.venue() != null) {
            for (final JudgedTrigger.Verdict verdict : JudgedTrigger.Verdict.values()) {
                page.add("- " + result.venue().triggersThatAre(verdict) + ": " + verdict.sentence());
            }
            page.add("");
        }
        page.add("| time | account | status | equity | maintenance | notional | venue |");
        page.add("|---|---|---|--:|--:|--:|---|");
        for (final Trigger trigger : result.triggers()) {
            page.add("| " + Show.time(trigger.timeNs()) + " | " + Ids.name(tape, trigger.account()) + " | "
                    + trigger.status() + " | " + Show.usd(trigger.equity()) + " | "
                    + Show.usd(trigger.maintenanceMargin()) + " | " + Show.usd(trigger.notional()) + " | "
                    + (result.venue() == null
                            ? ""
                            : judge.judge(trigger).verdict().sentence()) + " |");
        }
    }

    private void withdrawalsOn(final List<String> page) {
        page.add("");
        page.add("## Withdrawals that the engine did not pay in full");
        page.add("");
        page.add(
                "A refused withdrawal is asked for again with the largest amount that passes: the venue paid it, and what"
                        + " our account lacks is what the tape leaves out (fees, funding, money from elsewhere). From then on our"
                        + " account may have more than the venue's.");
        page.add("");
        page.add("| time | account | asked | paid | reason |");
        page.add("|---|---|--:|--:|---|");
        for (final Withdrawal withdrawal : result.withdrawals()) {
            if (withdrawal.firstReason() != RejectReason.NONE) {
                page.add("| " + Show.time(withdrawal.timeNs()) + " | "
                        + tape.accounts().get(withdrawal.account()) + " | " + Show.usd(withdrawal.asked()) + " | "
                        + Show.usd(withdrawal.paid()) + " | " + withdrawal.firstReason() + " |");
            }
        }
    }

    private List<String> liquidationsCsv() {
        final List<String> lines = new ArrayList<>();
        lines.add(
                "time_utc,account,kind,venue_notional,our_notional,notional_agrees,venue_equity,our_equity,equity_agrees,"
                        + "equity_at_venue_mark,our_status,notional_cause,equity_cause");
        for (final Compared row : result.venue().rows()) {
            lines.add(String.join(
                    ",",
                    Show.time(row.listed().timeNs()),
                    row.listed().accountName(),
                    row.listed().isolated() ? "isolated" : "cross",
                    Show.exact(row.listed().notional()),
                    row.ours() == null ? "" : Show.exact(row.notional()),
                    Boolean.toString(row.notionalAgrees()),
                    Show.exact(row.listed().accountValue()),
                    row.ours() == null ? "" : Show.exact(row.ours().equity()),
                    Boolean.toString(row.equityAgrees()),
                    row.equityAtVenueMark() == null ? "" : Show.exact(row.equityAtVenueMark()),
                    row.ours() == null ? "" : row.ours().status().name(),
                    quoted(row.notionalCause()),
                    quoted(row.equityCause())));
        }
        return lines;
    }

    private List<String> triggersCsv() {
        final List<String> lines = new ArrayList<>();
        lines.add("sequence,time_utc,account,status,equity,maintenance_margin,notional,venue");
        for (final Trigger trigger : result.triggers()) {
            lines.add(String.join(
                    ",",
                    Long.toString(trigger.sequence()),
                    Show.time(trigger.timeNs()),
                    Ids.name(tape, trigger.account()),
                    trigger.status().name(),
                    Show.exact(trigger.equity()),
                    Show.exact(trigger.maintenanceMargin()),
                    Show.exact(trigger.notional()),
                    result.venue() == null ? "" : judge.judge(trigger).verdict().name()));
        }
        return lines;
    }

    private List<String> marginCallsCsv() {
        final List<String> lines = new ArrayList<>();
        lines.add("sequence,time_utc,account,shortfall,to_liquidation");
        for (final MarginCall call : result.marginCalls()) {
            lines.add(String.join(
                    ",",
                    Long.toString(call.sequence()),
                    Show.time(call.timeNs()),
                    Ids.name(tape, call.account()),
                    Show.exact(call.shortfall()),
                    Show.exact(call.toLiquidation())));
        }
        return lines;
    }

    private List<String> withdrawalsCsv() {
        final List<String> lines = new ArrayList<>();
        lines.add("time_utc,account,asked,paid,first_reason");
        for (final Withdrawal withdrawal : result.withdrawals()) {
            lines.add(String.join(
                    ",",
                    Show.time(withdrawal.timeNs()),
                    tape.accounts().get(withdrawal.account()),
                    Show.exact(withdrawal.asked()),
                    Show.exact(withdrawal.paid()),
                    withdrawal.firstReason().name()));
        }
        return lines;
    }

    private static String quoted(final String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
