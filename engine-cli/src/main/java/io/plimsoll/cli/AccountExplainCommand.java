package io.plimsoll.cli;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.AccountExplainReport;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.core.account.Account;
import io.plimsoll.lab.live.AccountChange;
import io.plimsoll.lab.live.AccountExplainer;
import io.plimsoll.lab.live.AccountExplanation;
import io.plimsoll.lab.live.AccountJson;
import io.plimsoll.lab.whatif.ExplanationText;
import java.io.PrintWriter;
import java.util.Optional;
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
                    + " lots; a table has cents, json and csv are exact. With --since-seq, csv has the changes instead of the tree."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Where the margin of an account comes from:",
            "    plimsoll account explain 7",
            "  As it was after command 1000, with every node of the tree:",
            "    plimsoll account explain 7 --at-seq 1000 --all",
            "  What changed since command 800, and what did it:",
            "    plimsoll account explain 7 --since-seq 800",
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

    @Mixin
    private SinceOption since;

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
        write(engine, AccountExplainer.of(engine.engine(), account), at.change(terminal, since, engine, id));
        return ExitCode.OK;
    }

    private void write(
            final EngineAt engine, final AccountExplanation explanation, final Optional<AccountChange> change) {
        final PrintWriter out = terminal.out();
        switch (format.format()) {
            case TABLE -> {
                format.write(AccountExplainReport.of(engine, explanation, change), out);
                out.println();
                ExplanationText.of(explanation.tree(), ExplanationText.Detail.of(depth, all))
                        .forEach(out::println);
            }
            case JSON ->
                out.println(AccountJson.of(explanation, change, engine.result().lastSequence(), engine.time()));
            case CSV ->
                Format.CSV.write(
                        change.map(AccountExplainReport::changes)
                                .orElseGet(() -> AccountExplainReport.tree(explanation)),
                        out);
        }
        out.flush();
    }
}
