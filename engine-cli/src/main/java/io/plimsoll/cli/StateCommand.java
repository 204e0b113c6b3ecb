package io.plimsoll.cli;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.cli.view.StateReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the state as a whole. */
@Command(
        name = "state",
        description = "Shows the state as a whole.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  Equal states, equal hashes:",
            "    plimsoll state hash",
            "  Prices, markets, money after command 1000:",
            "    plimsoll state show --at-seq 1000",
            "  What command 1001 did:",
            "    plimsoll state diff --at-seq 1000 --to-seq 1001"
        },
        subcommands = {StateCommand.Hash.class, StateCommand.Show.class, StateDiffCommand.class})
final class StateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Plimsoll.missingCommand(spec);
    }

    /** Prints the state hash. */
    @Command(
            name = "hash",
            description = "Prints the state hash, rebuilt from the journal; equal states have equal hashes.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  The hash now:",
                "    plimsoll state hash",
                "  The hash after command 1000, for a script:",
                "    plimsoll state hash --at-seq 1000 --format json | jq -r .state_hash"
            })
    static final class Hash implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private AtOption at;

        @Mixin
        private FormatOption format;

        Hash(final Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            final Report report = new Report();
            at.engine(terminal).describe(report);
            format.write(report, terminal.out());
            return ExitCode.OK;
        }
    }

    /** Prints prices, markets, totals and parameters. */
    @Command(
            name = "show",
            description = {
                "Prints markets, prices, totals of money, accounts by status, parameters, rebuilt from the journal.",
                "Amounts are in whole units of their asset, marks in ticks, index prices in the margin currency."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  Prices, markets, money now:",
                "    plimsoll state show",
                "  Instruments after command 1000, for a script:",
                "    plimsoll state show --at-seq 1000 --format json | jq .instruments"
            })
    static final class Show implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private AtOption at;

        @Mixin
        private FormatOption format;

        Show(final Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            final EngineAt engine = at.engine(terminal);
            format.write(StateReport.of(engine), terminal.out());
            return ExitCode.OK;
        }
    }
}
