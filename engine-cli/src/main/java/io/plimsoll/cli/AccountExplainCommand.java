package io.plimsoll.cli;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.AccountExplainReport;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.core.account.Account;
import io.plimsoll.lab.live.AccountExplainer;
import io.plimsoll.lab.live.AccountExplanation;
import io.plimsoll.lab.live.AccountJson;
import io.plimsoll.lab.whatif.ExplanationText;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where the figures of an account come from. */
@Command(
        name = "explain",
        description = {
            "Why an account stands where it does, rebuilt from the journal: what its equity is made of, how far it is from each"
                    + " rung of the ladder, and initial and maintenance margin as a tree that adds up to the last unit.",
            "They are the engine's own figures, not a second computation. Amounts are in the margin currency, quantities in"
                    + " lots; a table has cents, json and csv are exact."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Where the margin of an account comes from:",
            "    plimsoll account explain 7",
            "  As it was after command 1000, with every node of the tree:",
            "    plimsoll account explain 7 --at-seq 1000 --all",
            "  The whole tree for a program:",
            "    plimsoll account explain 7 --format json | jq .tree"
        })
final class AccountExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The account; 0 is the error account.")
    private long id;

    @Mixin
    private AtOption at;

    @Option(names = "--depth", paramLabel = "N", description = "Levels of the tree, from 1. Default: 8.")
    private int depth = ExplanationText.Detail.SCREEN.depth();

    @Option(names = "--all", description = "Fold nothing of the tree. Default: fold what is small or does not bind.")
    private boolean all;

    @Mixin
    private FormatOption format;

    AccountExplainCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Checks.atLeast(spec, "--depth", 1, depth);
        final EngineAt engine = at.engine(terminal);
        final Account account = AccountCommand.account(engine, id);
        write(engine, AccountExplainer.of(engine.engine(), account));
        return ExitCode.OK;
    }

    private void write(final EngineAt engine, final AccountExplanation explanation) {
        final PrintWriter out = terminal.out();
        switch (format.format()) {
            case TABLE -> {
                format.write(AccountExplainReport.of(engine, explanation), out);
                out.println();
                ExplanationText.of(explanation.tree(), ExplanationText.Detail.of(depth, all))
                        .forEach(out::println);
            }
            case JSON -> out.println(AccountJson.of(explanation, engine.result().lastSequence(), engine.time()));
            case CSV -> Format.CSV.write(AccountExplainReport.tree(explanation), out);
        }
        out.flush();
    }
}
