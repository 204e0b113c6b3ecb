package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.cli.view.ImpactReport;
import io.plimsoll.lab.live.MarginImpact;
import io.plimsoll.lab.whatif.MarketException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what another margin model or scenario set would do to accounts. */
@Command(
        name = "impact",
        description = {
            "What another margin model, other parameters or another scenario set would do to all accounts, before an engine has them:"
                    + " an engine rebuilt from the journal loads them in the place of what is at work, makes all rows and margins"
                    + " every account anew. Nothing is written.",
            "Each account whose initial or maintenance margin changes is listed, those first whose status gets worse, then by the rise of"
                    + " maintenance margin. Both sides have rows of the same moment, and are margins without orders. Amounts are in the"
                    + " margin currency."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  A new version of the margin model:",
            "    plimsoll account impact --model my-model.yaml",
            "  Other parameters of the model at work, for a program:",
            "    plimsoll account impact --param d=0.8 --param f_mm=85%% --format json",
            "  Another scenario set, on accounts as they were after command 1000:",
            "    plimsoll account impact --scenarios my-set.yaml --at-seq 1000",
            "  Model 2, for the accounts that have it:",
            "    plimsoll account impact --as 2 --model careful.yaml"
        })
final class AccountImpactCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private DocumentOptions documents;

    @Mixin
    private AtOption at;

    @Mixin
    private FormatOption format;

    AccountImpactCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        documents.check();
        final EngineAt engine = at.engine(terminal);
        final ImpactReport report = new ImpactReport(engine);
        try {
            final MarginImpact impact = MarginImpact.of(engine.engine(), documents.read(engine.engine()));
            format.write(report.of(impact, format.format()), terminal.out());
        } catch (final MarketException e) {
            throw new UsageException(e.getMessage());
        }
        return ExitCode.OK;
    }
}
