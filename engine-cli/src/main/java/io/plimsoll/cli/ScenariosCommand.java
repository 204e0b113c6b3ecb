package io.plimsoll.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes and checks scenario sets. */
@Command(
        name = "scenarios",
        description =
                "Makes and checks scenario sets: the moves of prices and volatilities under which portfolios are valued.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeList = {"0:done", "1:failure", "2:wrong usage or data"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  The set that comes with Plimsoll:",
            "    plimsoll scenarios show",
            "  A set of real prices:",
            "    plimsoll scenarios build --data ../shared/data --out out/scenarios/real.yaml"
        },
        subcommands = {ScenariosBuildCommand.class, ScenariosShowCommand.class})
final class ScenariosCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Plimsoll.missingCommand(spec);
    }
}
