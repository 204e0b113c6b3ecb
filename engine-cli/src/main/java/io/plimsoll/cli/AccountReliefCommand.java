package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.cli.view.ReliefReport;
import io.plimsoll.core.account.Account;
import io.plimsoll.lab.live.AccountRelief;
import io.plimsoll.lab.live.Hedge;
import io.plimsoll.lab.live.Relief;
import io.plimsoll.lab.live.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what lowers the margins of an account most. */
@Command(
        name = "relief",
        description = {
            "What lowers the margins of an account most: each position in turn is closed at its mark, without fees, in an engine"
                    + " rebuilt from the journal, which margins the account anew. Closing a hedge raises them, and is shown as such.",
            "Whole positions are in the order of what they relieve of the initial margin, parts in the order of what they relieve for"
                    + " one of notional. In portfolio mode the delta of each underlying is hedged by a perpetual as well. The status is the"
                    + " one that the account would have. Amounts are in the margin currency."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  What to close first:",
            "    plimsoll account relief 7",
            "  What closing a quarter of each position would have done after command 1000:",
            "    plimsoll account relief 7 --part 25%% --at-seq 1000",
            "  Those positions of which the close raises a margin, for a program:",
            "    plimsoll account relief 7 --format json | jq '.whole[] | select(.hedge)'"
        })
final class AccountReliefCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The account; 0 is the error account.")
    private long id;

    @Mixin
    private AtOption at;

    @Option(
            names = "--part",
            paramLabel = "PERCENT",
            description = "Share of each position that is closed as a part, rounded up to a lot. Default: 10%%.")
    private String part = "10%";

    @Mixin
    private FormatOption format;

    AccountReliefCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        final BigDecimal share = PresetOptions.share("--part", part, spec);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new ParameterException(spec.commandLine(), "--part is " + part + "; allowed: above 0%, below 100%");
        }
        final EngineAt engine = at.engine(terminal);
        final Account account = AccountCommand.account(engine, id);
        if (account.positions().count() == 0) {
            throw new UsageException("account " + id + " has no position to close");
        }
        final ReliefReport report = new ReliefReport(
                engine,
                account,
                Standing.of(engine.engine(), id),
                part.replace("%", " %").replace("  ", " "));
        final List<Relief> reliefs = AccountRelief.of(engine.engine(), account, share);
        final List<Hedge> hedges = AccountRelief.hedges(engine.engine(), account);
        format.write(report.of(reliefs, hedges, format.format()), terminal.out());
        return ExitCode.OK;
    }
}
