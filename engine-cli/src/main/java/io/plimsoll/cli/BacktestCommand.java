package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.BacktestReport;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.lab.backtest.BacktestOptions;
import io.plimsoll.lab.backtest.BacktestPage;
import io.plimsoll.lab.backtest.BacktestResult;
import io.plimsoll.lab.backtest.BacktestRun;
import io.plimsoll.lab.backtest.Book;
import io.plimsoll.lab.backtest.History;
import io.plimsoll.lab.backtest.Outcome;
import io.plimsoll.lab.backtest.Presets;
import io.plimsoll.lab.backtest.ResultFiles;
import io.plimsoll.lab.backtest.SideBySide;
import io.plimsoll.lab.backtest.Variant;
import io.plimsoll.lab.backtest.Variants;
import io.plimsoll.lab.scenario.PriceFiles;
import io.plimsoll.lab.tape.DataFolder;
import io.plimsoll.lab.text.Show;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tests a margin model on the past. */
@Command(
        name = "backtest",
        description = {
            "Tests a margin model on the past, walking forward: at the end of every day thirteen books are put up anew at one million"
                    + " dollars a side; scenarios, volatilities and stress come from that day and the days before it alone; the"
                    + " engine's own code computes the margin; the next day says what each book made.",
            "Rule (a): VaR 99 and ES 97.5 over the joint scenarios are not refused by Kupiec, Christoffersen or Acerbi-Szekely at"
                    + " 1 %%, after Holm over all books. Rule (b): in every book the initial margin covers 99.5 %% of days and the"
                    + " maintenance margin 99 %%.",
            "A model that does not meet them ends with a list of where, and the next best of the models and variants that were run"
                    + " beside it: the one that meets most, then the cheapest.",
            "Writes report.html, results.json and daily.csv; the same data give the same bytes."
        },
        exitCodeList = {
            "0:the tested model meets (a) and (b) in every book",
            "1:failure",
            "2:wrong usage or configuration",
            "3:the tested model does not meet them"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  The default model over all days:",
            "    plimsoll backtest",
            "  What a smaller share of correlation costs, and whether it covers:",
            "    plimsoll backtest --vary d=0.5,0.6,0.7,0.8 -o out/backtest-d",
            "  Three models on the same days, compared by cost where they cover:",
            "    plimsoll backtest --model plimsoll,pmrm2,deribit -o out/backtest-models",
            "  Two books, one year, another model:",
            "    plimsoll backtest --model pmrm2 --books long-btc,btc-eth --from 2022-01-01 --to 2022-12-31"
        })
final class BacktestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder, with crypto-daily and, if there, crypto-intraday and vol-funding. Default:"
                    + " ../shared/data, if it is there.")
    private Path data;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            split = ",",
            description =
                    "Name of a model that ships (plimsoll, pmrm2), or a model's file. Several, separated by commas or"
                            + " repeated, run on the same books and days and are compared; the first is the tested one: it decides"
                            + " the exit code, and --set and --vary are for it alone. Default: plimsoll.")
    private List<String> models = List.of("plimsoll");

    @Option(
            names = "--set",
            paramLabel = "PARAM=VALUE",
            description =
                    "Another value for a parameter of the tested model, or for range (multiple of all price ranges, default 1),"
                            + " lambda (decay of the variance per day, 0.99) or days (rows of the joint block, 1000)."
                            + " Repeatable.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--vary",
            paramLabel = "PARAM=V1,V2..",
            description =
                    "Test these values beside the tested model and say which is cheapest of those that meet (b). Given for"
                            + " several parameters: every combination, 60 at most.")
    private List<String> variations = List.of();

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day on which books are put up. Default: the first with 500 days of BTC and ETH.")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Last day on which books are put up. Default: the last with a day after it.")
    private LocalDate to;

    @Option(
            names = "--books",
            paramLabel = "BOOK",
            split = ",",
            description = "Books, separated by commas, or all. Default: all.")
    private List<String> books = List.of("all");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Folder of the report; made if it is not there. Default: out/backtest.")
    private Path folder = Path.of("out", "backtest");

    @Mixin
    private ProgressOption progress;

    @Mixin
    private FormatOption format;

    BacktestCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        final long startNs = terminal.nanoTime().getAsLong();
        final BacktestOptions options = options();
        final Map<String, ScenarioSet> sets = sets(options);
        final History history = History.read(prices());
        history.issues().forEach(issue -> terminal.err().println("note: " + issue));
        final BacktestResult result = run(new BacktestRun(history, options, sets));
        if (!result.hasDays()) {
            throw new UsageException(
                    "no book could be put up between " + result.from() + " and " + result.to() + "; ask for more days");
        }
        final Outcome outcome = Outcome.of(result, SideBySide.of(history, result.to()));
        Files.createDirectories(folder);
        ResultFiles.write(outcome, folder);
        BacktestPage.write(outcome, folder.resolve("report.html"));
        format.write(BacktestReport.of(outcome, folder), terminal.out());
        terminal.err()
                .println("took " + Show.span(terminal.nanoTime().getAsLong() - startNs) + "; report: "
                        + folder.resolve("report.html"));
        return outcome.isMet() ? ExitCode.OK : ExitCode.DIFFERENCE;
    }

    private BacktestResult run(final BacktestRun run) {
        try (Progress bar = progress.begin(terminal, "backtest", "days")) {
            return run.run(bar::at);
        } catch (final IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private BacktestOptions options() {
        if (from != null && to != null && from.isAfter(to)) {
            throw new ParameterException(spec.commandLine(), "--from is " + from + ", after --to");
        }
        try {
            final List<Variant> variants = new Variants(models, settings, variations).all();
            return new BacktestOptions(Optional.ofNullable(from), Optional.ofNullable(to), Book.named(books), variants);
        } catch (final IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Map<String, ScenarioSet> sets(final BacktestOptions options) {
        try {
            return Presets.sets(options.variants().stream().map(Variant::model).toList());
        } catch (final IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private PriceFiles prices() {
        final Path found = data != null
                ? data
                : DataFolder.findFrom(Path.of(System.getProperty("plimsoll.home", "")))
                        .orElseThrow(() ->
                                new UsageException("there is no ../shared/data; --data DIR names a folder of prices"));
        return new PriceFiles(found);
    }
}
