package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.lab.conformance.SuiteReport;
import java.util.List;

/** What became of published cases, for people and as CSV. */
public final class ConformanceReport {
    private ConformanceReport() {}

    /**
     * Makes the report.
     *
     * @param reports of the files.
     * @return totals, a row for each file, what was not run and why, and what differs.
     */
    public static Report of(final List<SuiteReport> reports) {
        final Rows suites = new Rows("suites", "suite", "passed", "failed", "unsupported", "max_error");
        final Rows unsupported = new Rows("unsupported", "file", "what", "cases", "reason");
        final Rows failures = new Rows("failures", "file", "case", "quantity", "expected", "actual");
        for (final SuiteReport report : reports) {
            suites.add(
                    report.suite(), report.passed(), report.failed(), report.unsupportedCases(), report.maxErrorText());
            report.unsupported()
                    .forEach(each -> unsupported.add(each.file(), each.what(), each.cases(), each.reason()));
            report.failures()
                    .forEach(each ->
                            failures.add(each.file(), each.id(), each.quantity(), each.expected(), each.actual()));
        }
        return new Report()
                .field("passed", sum(reports, SuiteReport::passed))
                .field("failed", sum(reports, SuiteReport::failed))
                .field("unsupported", sum(reports, SuiteReport::unsupportedCases))
                .table(suites)
                .table(unsupported)
                .table(failures);
    }

    private interface Count {
        int of(SuiteReport report);
    }

    private static int sum(final List<SuiteReport> reports, final Count count) {
        return reports.stream().mapToInt(count::of).sum();
    }
}
