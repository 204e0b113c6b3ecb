package io.plimsoll.lab.conformance;

import io.plimsoll.config.Nearest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs published cases, a folder of files of the format {@code margin-cases/1}. */
public final class Conformance {
    private Conformance() {}

    /**
     * Runs the files of a folder. All are read before any is run.
     *
     * @param folder with case files, {@code *.json}.
     * @param suites names of the suites to run; empty: all.
     * @return a report for each file, in the order of their names.
     * @throws CaseException there is no such folder, no file in it or no such suite, or files are malformed: which, where and
     *     why, a line each.
     */
    public static List<SuiteReport> run(final Path folder, final Set<String> suites) {
        final List<CaseFile> files = CaseFile.readAll(folder);
        final Set<String> names = new TreeSet<>(Suites.names());
        files.forEach(file -> names.add(file.suite()));
        for (final String suite : suites) {
            if (!names.contains(suite)) {
                throw new CaseException("no suite is called '" + suite + "'" + nearest(suite, names));
            }
            if (files.stream().noneMatch(file -> file.suite().equals(suite))) {
                throw new CaseException("'" + folder + "' has no file of the suite '" + suite + "'");
            }
        }
        return files.stream()
                .filter(file -> suites.isEmpty() || suites.contains(file.suite()))
                .map(Conformance::run)
                .toList();
    }

    private static String nearest(final String suite, final Set<String> names) {
        final String question = Nearest.question(suite, names);
        return question.isEmpty() ? "; suites: " + String.join(", ", names) : question;
    }

    private static SuiteReport run(final CaseFile file) {
        final SuiteReport report = new SuiteReport(file.name(), file.suite());
        Suites.find(file.suite())
                .ifPresentOrElse(
                        suite -> suite.run(file.root(), report),
                        () -> report.unsupported(file.suite(), CaseCount.of(file.root()), Suites.whyNot(file.suite())));
        return report;
    }
}
