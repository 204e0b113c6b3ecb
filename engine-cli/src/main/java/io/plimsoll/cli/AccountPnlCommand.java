package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.AcceptedCommands;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.cli.view.ProfitReport;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.RecordView;
import io.plimsoll.journal.ReplayListener;
import io.plimsoll.lab.profit.AccountProfit;
import io.plimsoll.lab.profit.ProfitAttribution;
import io.plimsoll.lab.profit.ProfitRecorder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.agrona.DirectBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an account gained and lost between two commands. */
@Command(
        name = "pnl",
        description = {
            "What an account gained and lost, rebuilt from the journal: by instrument realised P&L, premiums, settlement, funding,"
                    + " fees, and what its open positions became worth; by coin what the account has of it became worth, and interest;"
                    + " and every reason why its balances moved. All of it is the change of its net asset value less the money that"
                    + " came, to the last unit.",
            "Amounts of instruments and balances are in the asset named beside them. What is open is unrealised P&L with accrued"
                    + " funding, or the market value of an option whose premium was paid. in_usd uses the index prices of the second"
                    + " moment; money and both sides of spot trades count at the index prices when they were booked."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  All that an account ever gained and lost:",
            "    plimsoll account pnl 7",
            "  Between two commands:",
            "    plimsoll account pnl 7 --since-seq 800 --at-seq 1000",
            "  The same, and what did it:",
            "    plimsoll account pnl 7 --since-seq 800 --at-seq 1000 --attribute",
            "  For a program:",
            "    plimsoll account pnl 7 --format json | jq .instruments"
        })
final class AccountPnlCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The account; 0 is the error account.")
    private long id;

    @Mixin
    private JournalOption journal;

    @Option(
            names = "--since-seq",
            paramLabel = "M",
            description = "Count what came after the command with this sequence. Default: 0, everything")
    private long since;

    @Option(
            names = "--at-seq",
            paramLabel = "N",
            description = "Count up to the command with this sequence. Default: the last one")
    private Long to;

    @Option(
            names = "--attribute",
            description = "Also show what did it: trades, time, prices, volatilities, parameters. Needs --since-seq."
                    + " Replays the journal six times more. Default: no attribution")
    private boolean attribute;

    @Mixin
    private FormatOption format;

    @Mixin
    private ProgressOption progress;

    AccountPnlCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Checks.atLeast(spec, "--since-seq", 0, since);
        final Long sequence = to == null ? null : Checks.atLeast(spec, "--at-seq", 1, to);
        if (attribute && since == 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--attribute compares with an earlier moment: --since-seq M says which, from 1");
        }
        final Path folder = journal.existing();
        final Report report;
        try (Progress bar = progress.begin(terminal, "replay", "commands")) {
            report = report(folder, sequence, bar);
        }
        format.write(report, terminal.out());
        return ExitCode.OK;
    }

    private Report report(final Path folder, final Long sequence, final Progress bar) {
        final MarginEngine engine = new MarginEngine(JournalReplayer.limits(folder));
        final ProfitRecorder recorder = new ProfitRecorder(engine, id, since);
        final AcceptedCommands accepted = new AcceptedCommands(since, bar::at);
        final EngineAt now =
                Rebuild.at(folder, sequence, bar, engine, listener -> new Heard(recorder, accepted, listener));
        AccountCommand.account(now, id);
        final long reached = now.result().lastSequence();
        if (since >= reached) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--since-seq is " + since + "; allowed: before the moment shown, which is " + reached);
        }
        final AccountProfit profit = recorder.end(reached);
        return ProfitReport.of(
                now,
                profit,
                attribute
                        ? Optional.of(ProfitAttribution.of(
                                profit,
                                () -> Rebuild.at(folder, since, bar).engine(),
                                replay -> accepted.play(
                                        folder, reached, now.result().lastTimeNs(), replay)))
                        : Optional.empty());
    }

    /** Hands what a replay tells to those who follow it. */
    private record Heard(ProfitRecorder recorder, AcceptedCommands accepted, ReplayListener progress)
            implements ReplayListener {
        @Override
        public void onCommand(final RecordView command) {
            recorder.command(command.sequence(), command.buffer(), command.payloadOffset());
            accepted.onCommand(command);
        }

        @Override
        public void onEvent(
                final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
            recorder.event(event, offset);
            accepted.onEvent(index, flags, event, offset, length);
        }

        @Override
        public void onProgress(final long sequence, final long lastSequence) {
            progress.onProgress(sequence, lastSequence);
        }
    }
}
