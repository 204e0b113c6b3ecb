package io.plimsoll.cli;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.ConformanceJson;
import io.plimsoll.cli.view.ConformanceReport;
import io.plimsoll.lab.conformance.Conformance;
import io.plimsoll.lab.conformance.SuiteReport;
import io.plimsoll.lab.tape.DataFolder;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs published margin numbers through the engine's own code. */
@Command(
        name = "conformance",
        description = {
            "Runs published margin numbers through the engine's own code and compares.",
            "Reads every file of the format margin-cases/1 in a folder. Suites that are not there yet count as unsupported;"
                    + " the table and CSV say why. An error is a share of the expected number where its tolerance is"
                    + " relative, otherwise an amount."
        },
        exitCodeList = {
            "0:every case that was run passed",
            "2:wrong usage, no such folder, or a file that is malformed",
            "3:a number differs"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  All files of a folder:",
            "    plimsoll conformance --cases ../shared/cases",
            "  Two suites, for a program:",
            "    plimsoll conformance --suite derive_pmrm2,black76 --format json"
        })
final class ConformanceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--cases",
            paramLabel = "DIR",
            description = "Folder of case files. Default: ../shared/cases, if it is there")
    private Path cases;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            split = ",",
            arity = "1..*",
            hideParamSyntax = true,
            description = "Run these suites only, such as black76,deribit_pm. Default: all")
    private List<String> suites = List.of();

    @Mixin
    private FormatOption format;

    ConformanceCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final Set<String> wanted = new LinkedHashSet<>(suites);
        final List<SuiteReport> reports = Conformance.run(folder(), wanted);
        if (format.format() == Format.JSON) {
            ConformanceJson.write(reports, terminal.out());
        } else {
            format.write(ConformanceReport.of(reports), terminal.out());
        }
        return reports.stream().allMatch(report -> report.all().failed() == 0) ? ExitCode.OK : ExitCode.DIFFERENCE;
    }

    private Path folder() {
        if (cases != null) {
            return cases;
        }
        return DataFolder.casesFrom(Path.of(System.getProperty("plimsoll.home", "")))
                .orElseThrow(() -> new UsageException("there is no folder ../shared/cases; --cases DIR names one"));
    }
}
