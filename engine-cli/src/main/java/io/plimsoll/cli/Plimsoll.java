package io.plimsoll.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all others. */
@Command(
        name = "plimsoll",
        description = "A deterministic, event-sourced cross-margin risk engine.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  See it all work, with the trades that come with it:",
            "    plimsoll demo --data none",
            "  An engine, and a look at it from another shell:",
            "    plimsoll serve",
            "    plimsoll stat",
            "  What happened to an account of the demo:",
            "    plimsoll account timeline 7 --journal out/demo/journal",
            "  The help of a command of a command:",
            "    plimsoll help journal dump"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failure",
            "2:wrong usage or configuration",
            "3:replay differs from the journal, or a published number from ours",
            "4:the journal is damaged",
            "5:the journal has a gap",
            "6:the engine stopped on a broken invariant",
            "7:another process has the journal open"
        },
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            StatCommand.class,
            ReplayCommand.class,
            JournalCommand.class,
            StateCommand.class,
            AccountCommand.class,
            WhatIfCommand.class,
            ScenariosCommand.class,
            ConformanceCommand.class,
            BacktestCommand.class,
            BenchCommand.class,
            ConfigCommand.class,
            DoctorCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
final class Plimsoll implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program an error arose.")
    private boolean stacktrace;

    boolean stacktrace() {
        return stacktrace;
    }

    @Override
    public void run() {
        throw missingCommand(spec);
    }

    static ParameterException missingCommand(final CommandSpec spec) {
        return new ParameterException(
                spec.commandLine(),
                "missing command; commands: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
