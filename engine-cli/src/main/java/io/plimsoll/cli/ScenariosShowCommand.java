package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.ScenarioSetReport;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a scenario set and says what is in it. */
@Command(
        name = "show",
        description = {
            "Checks a scenario set, its CSV files and its hash, and says what is in it.",
            "Everything that is wrong is named with file, line and column."
        },
        exitCodeList = {"0:the set is sound", "2:wrong usage, or something is wrong with the set"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  The set that comes with Plimsoll:",
            "    plimsoll scenarios show",
            "  A set of your own, for a program:",
            "    plimsoll scenarios show out/scenarios/real.yaml --format json"
        })
final class ScenariosShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "YAML file of a set. Default: the set that ships.")
    private Path file;

    @Mixin
    private FormatOption format;

    ScenariosShowCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final ScenarioSet set = file == null ? ScenarioSetFile.shipped() : ScenarioSetFile.read(file);
        format.write(ScenarioSetReport.of(set), terminal.out());
        return ExitCode.OK;
    }
}
