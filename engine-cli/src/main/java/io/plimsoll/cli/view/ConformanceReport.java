package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.lab.conformance.SuiteReport;
import io.plimsoll.lab.conformance.Tally;
import java.util.List;

/** What became of published cases, for people and as CSV. */
public final class ConformanceReport {
    private ConformanceReport() {}

    /**
     * Makes the report.
     *
     * @param reports of the files.
     * @return totals, a row for each file and for each group where a file has several, what was not run and why, and what differs.
     */
    public static Report of(final List<SuiteReport> reports) {
        final Rows suites = new Rows("suites", "suite", "passed", "failed", "unsupported", "max_error");
        final Rows groups = new Rows("groups", "suite", "group", "passed", "failed", "unsupported", "max_error");
        final Rows unsupported = new Rows("unsupported", "file", "what", "cases", "reason");
        final Rows failures = new Rows("failures", "file", "case", "quantity", "expected", "actual");
        for (final SuiteReport report : reports) {
            final Tally all = report.all();
            suites.add(report.suite(), all.passed(), all.failed(), all.unsupported(), all.maxErrorText());
            if (report.hasGroups()) {
                report.groups()
                        .forEach((name, of) -> groups.add(
                                report.suite(), name, of.passed(), of.failed(), of.unsupported(), of.maxErrorText()));
            }
            report.unsupported()
                    .forEach(each -> unsupported.add(each.file(), each.what(), each.cases(), each.reason()));
            report.failures()
                    .forEach(each ->
                            failures.add(each.file(), each.id(), each.quantity(), each.expected(), each.actual()));
        }
        return new Report()
                .field("passed", sum(reports, Tally::passed))
                .field("failed", sum(reports, Tally::failed))
                .field("unsupported", sum(reports, Tally::unsupported))
                .table(suites)
                .table(groups)
                .table(unsupported)
                .table(failures);
    }

    private interface Count {
        int of(Tally tally);
    }

    private static int sum(final List<SuiteReport> reports, final Count count) {
        return reports.stream().map(SuiteReport::all).mapToInt(count::of).sum();
    }
}
