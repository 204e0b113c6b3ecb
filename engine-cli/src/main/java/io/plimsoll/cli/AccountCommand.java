package io.plimsoll.cli;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.AccountList;
import io.plimsoll.cli.view.AccountReport;
import io.plimsoll.cli.view.AccountSort;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows accounts. */
@Command(
        name = "account",
        description = "Shows accounts.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  The ten nearest to liquidation:",
            "    plimsoll account ls --sort uni_mmr --limit 10",
            "  One account:",
            "    plimsoll account show 7",
            "  Where its margin comes from:",
            "    plimsoll account explain 7",
            "  What lowers its margin most:",
            "    plimsoll account relief 7",
            "  At which prices it is liquidated:",
            "    plimsoll account liquidation 7",
            "  What another margin model would do to all of them:",
            "    plimsoll account impact --model my-model.yaml",
            "  Whose margins rose though they held still:",
            "    plimsoll account procyclicality --limit 10",
            "  What it gained and lost:",
            "    plimsoll account pnl 7",
            "  How it came to that:",
            "    plimsoll account timeline 7"
        },
        subcommands = {
            AccountCommand.Ls.class,
            AccountCommand.Show.class,
            AccountExplainCommand.class,
            AccountReliefCommand.class,
            AccountLiquidationCommand.class,
            AccountImpactCommand.class,
            AccountProcyclicalityCommand.class,
            AccountPnlCommand.class,
            AccountTimelineCommand.class
        })
final class AccountCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Plimsoll.missingCommand(spec);
    }

    /** The account of an id, when there is one. */
    static Account account(final EngineAt engine, final long id) {
        final Account account = engine.engine().state().accounts().account(id);
        if (account == null) {
            throw new UsageException("no account " + id + "; 'plimsoll account ls' lists them");
        }
        return account;
    }

    /** Lists accounts. */
    @Command(
            name = "ls",
            description =
                    "Lists accounts with their margin, rebuilt from the journal. Amounts are in the margin currency.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  The ten nearest to liquidation:",
                "    plimsoll account ls --sort uni_mmr --limit 10",
                "  Those in trouble:",
                "    plimsoll account ls --status MARGIN_CALL,LIQUIDATION,BACKSTOP,BANKRUPT",
                "  As they were after command 1000, for a spreadsheet:",
                "    plimsoll account ls --at-seq 1000 --format csv"
            })
    static final class Ls implements Callable<Integer> {
        private final Terminal terminal;

        @Spec
        private CommandSpec spec;

        @Mixin
        private AtOption at;

        @Option(
                names = "--status",
                paramLabel = "S",
                split = ",",
                description = "Only accounts of this status: ${COMPLETION-CANDIDATES}. May be repeated. Default: all")
        private Set<MarginStatus> statuses = EnumSet.allOf(MarginStatus.class);

        @Option(
                names = "--sort",
                paramLabel = "KEY",
                description =
                        "id (default), uni_mmr (margin equity / maintenance margin, the nearest to liquidation first),"
                                + " mm_utilisation, margin_equity, free_margin or notional.")
        private AccountSort sort = AccountSort.ID;

        @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: no limit")
        private int limit = Integer.MAX_VALUE;

        @Mixin
        private FormatOption format;

        Ls(final Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws Exception {
            Checks.atLeast(spec, "--limit", 1, limit);
            final EngineAt engine = at.engine(terminal);
            format.write(AccountList.of(engine.engine(), statuses, sort, limit), terminal.out());
            return ExitCode.OK;
        }
    }

    /** Shows one account. */
    @Command(
            name = "show",
            description = {
                "Shows an account, rebuilt from the journal: margin, balances, positions, orders.",
                "Margin is in the margin currency, a position's value, cost and P&L in its settlement asset, prices in ticks."
            },
            footerHeading = "%nExamples:%n",
            footer = {
                "  One account now:",
                "    plimsoll account show 7",
                "  Its status after command 1000, for a script:",
                "    plimsoll account show 7 --at-seq 1000 --format json | jq .status"
            })
    static final class Show implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "ID", description = "The account; 0 is the error account.")
        private long id;

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
            final Report report = AccountReport.of(engine, account(engine, id));
            format.write(report, terminal.out());
            return ExitCode.OK;
        }
    }
}
