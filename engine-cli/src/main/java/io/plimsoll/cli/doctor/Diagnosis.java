package io.plimsoll.cli.doctor;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all checks found. */
public final class Diagnosis {
    private final Map<Check, Finding> findings = new LinkedHashMap<>();

    /**
     * Lets every check look.
     *
     * @param checks in the order of the answer.
     */
    public Diagnosis(final List<Check> checks) {
        checks.forEach(check -> findings.put(check, check.look()));
    }

    /**
     * How many checks ended so.
     *
     * @param verdict to count.
     * @return the number.
     */
    public long count(final Verdict verdict) {
        return findings.values().stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }

    /**
     * For people: a line each, the remedy behind what was found.
     *
     * @return a report of one table.
     */
    public Report lines() {
        final Rows rows = new Rows("checks", "verdict", "check", "found");
        findings.forEach((check, finding) -> rows.add(
                finding.verdict().toString(),
                check.name(),
                finding.remedy().isEmpty() ? finding.found() : finding.found() + "; remedy: " + finding.remedy()));
        return new Report().table(rows);
    }

    /**
     * For programs: what was found and its remedy apart.
     *
     * @return a report of one table.
     */
    public Report table() {
        final Rows rows = new Rows("checks", "verdict", "check", "found", "remedy");
        findings.forEach((check, finding) ->
                rows.add(finding.verdict().toString(), check.name(), finding.found(), finding.remedy()));
        return new Report().table(rows);
    }

    /**
     * For programs: the counts, then as {@link #table}.
     *
     * @return a report.
     */
    public Report counted() {
        final Report report = new Report()
                .field("ok", count(Verdict.OK))
                .field("warn", count(Verdict.WARN))
                .field("fail", count(Verdict.FAIL));
        table().tables().forEach(report::table);
        return report;
    }

    /** {@return the counts in one line} */
    public String summary() {
        final long skipped = count(Verdict.SKIP);
        return count(Verdict.OK) + " OK, " + count(Verdict.WARN) + " WARN, " + count(Verdict.FAIL) + " FAIL"
                + (skipped == 0 ? "" : ", " + skipped + " not checked");
    }
}
