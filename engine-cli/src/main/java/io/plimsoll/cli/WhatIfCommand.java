package io.plimsoll.cli;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.WhatIfReport;
import io.plimsoll.lab.live.AccountPortfolio;
import io.plimsoll.lab.tape.TapeException;
import io.plimsoll.lab.whatif.AnswerJson;
import io.plimsoll.lab.whatif.ChainFile;
import io.plimsoll.lab.whatif.ExplanationText;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.Market;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.lab.whatif.Portfolio;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.PortfolioFiles;
import io.plimsoll.lab.whatif.Position;
import io.plimsoll.lab.whatif.PositionsCsv;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.Shock;
import io.plimsoll.lab.whatif.WhatIf;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Margins of a portfolio that is in a file, or of an account in a journal. */
@Command(
        name = "what-if",
        description = {
            "What a portfolio would need as margin, under one or several models, and why. No engine is needed.",
            "A YAML file has market and positions; or --account takes both from a journal; or --chain gives the market,"
                    + " --leg or a CSV file of positions (instrument,quantity,entry,style) the rest. Legs are traded at the price now: the premium of an option"
                    + " moves the cash, a coin comes in. Amounts are in the margin currency.",
            "Futures and options settle to the mean price of the last 30 minutes, unless a contract in a journal says otherwise."
        },
        exitCodeList = {
            "0:the margins are shown, whether the equity is enough or not",
            "1:failure",
            "2:wrong usage, or something is wrong with a file",
            "4:the journal of the account is damaged",
            "5:the journal of the account has a gap"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  The portfolio that comes with Plimsoll, and where its margin comes from:",
            "    plimsoll what-if config/examples/portfolio.yaml --explain",
            "  The same under three models, after a fall of prices and a rise of volatilities:",
            "    plimsoll what-if config/examples/portfolio.yaml --model plimsoll,pmrm2 --spot -10%% --vol +20%%",
            "  Would three more short calls fit:",
            "    plimsoll what-if config/examples/portfolio.yaml --leg BTC-25DEC26-110000-C:-3",
            "  What an account would need if prices fell, with a put more:",
            "    plimsoll what-if --account 7 --journal out/journal --spot -10%% --leg BTC-26DEC25-80000-P:1",
            "  Short calls on a chain of Deribit:",
            "    plimsoll what-if --chain chain.csv.gz --cash 100000 --leg BTC-26DEC25-100000-C:-3",
            "  A page with pictures: profit and margin over moves of price and volatility, scenarios, the tail:",
            "    plimsoll what-if config/examples/portfolio.yaml -o out/what-if",
            "  A parameter of the model, for a program:",
            "    plimsoll what-if config/examples/portfolio.yaml --set d=0.8 --format json"
        })
final class WhatIfCommand implements Callable<Integer> {
    private static final String CSV = ".csv";
    private static final String GZIP = ".gz";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "YAML file with market and positions, or CSV file of positions. Default: none.")
    private Path file;

    @Mixin
    private AccountSource account;

    @Option(
            names = "--leg",
            paramLabel = "INSTRUMENT:QUANTITY[@PRICE]",
            description =
                    "Adds a position: BTC-PERP:-2, BTC-26DEC25:1, BTC-26DEC25-100000-C:-3, BTC:0.5. May be repeated.")
    private List<String> legs = List.of();

    @Option(
            names = "--chain",
            paramLabel = "FILE",
            description = "Market from a CSV file of Deribit options, plain or .gz. Default: that of FILE.")
    private Path chain;

    @Option(names = "--cash", paramLabel = "AMOUNT", description = "Adds cash in the margin currency. Default: 0.")
    private BigDecimal cash = BigDecimal.ZERO;

    @Mixin
    private PresetOptions presets;

    @Option(names = "--spot", paramLabel = "PERCENT", description = "Moves all prices, such as -10%%. Default: 0%%.")
    private String spot = "0%";

    @Option(
            names = "--vol",
            paramLabel = "PERCENT",
            description = "Moves all volatilities by a share of them, such as +20%%. Default: 0%%.")
    private String volatility = "0%";

    @Option(names = "--days", paramLabel = "N", description = "Days that pass, such as 1 or 0.5. Default: 0.")
    private BigDecimal days = BigDecimal.ZERO;

    @Option(
            names = "--explain",
            description =
                    "Also show how the margins come about, a tree for each model; with csv instead of the margins.")
    private boolean explain;

    @Option(names = "--depth", paramLabel = "N", description = "Levels of the tree, from 1. Default: 8.")
    private int depth = ExplanationText.Detail.SCREEN.depth();

    @Option(names = "--all", description = "Fold nothing of the tree. Default: fold what is small or does not bind.")
    private boolean all;

    @Mixin
    private PictureOptions pictures;

    @Mixin
    private ProgressOption progress;

    @Mixin
    private FormatOption format;

    WhatIfCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        check(depth >= 1, "--depth is " + depth + "; allowed: from 1");
        check(days.signum() >= 0, "--days is " + days + "; allowed: from 0");
        pictures.check(spec);
        final Preset[] named = presets.read(spec);
        final Shock shock = shock();
        try {
            final Optional<AccountPortfolio> read = account.isGiven() ? Optional.of(ofAccount()) : Optional.empty();
            final Preset[] models = read.filter(of -> !presets.isGiven())
                    .flatMap(AccountPortfolio::model)
                    .map(own -> new Preset[] {own})
                    .orElse(named);
            read.ifPresent(of -> note(of, models));
            final PortfolioBook base = read.map(AccountPortfolio::book).orElseGet(this::base);
            final PortfolioBook traded = traded(base);
            final PortfolioBook before = file == null && !account.isGiven() ? traded : base;
            final PortfolioBook after = shock.isNone() ? traded : traded.after(shock);
            final boolean isChanged = !after.equals(before);
            final List<MarginAnswer> answers = WhatIf.margin(after.portfolio(), after.market(), models);
            final List<MarginAnswer> asIs =
                    isChanged ? WhatIf.margin(before.portfolio(), before.market(), models) : List.of();
            if (pictures.areWanted()) {
                pictures.write(title(shock), after, asIs, terminal, progress, models);
            }
            write(after, answers, asIs);
        } catch (final MarketException | TapeException e) {
            throw new UsageException(e.getMessage());
        }
        return ExitCode.OK;
    }

    private AccountPortfolio ofAccount() throws IOException {
        check(file == null && chain == null, "--account gives market and portfolio; leave FILE and --chain out");
        return account.read(terminal, progress);
    }

    private void note(final AccountPortfolio portfolio, final Preset... models) {
        final Set<String> notes = new LinkedHashSet<>(portfolio.notes());
        portfolio.differentModel(models).ifPresent(notes::add);
        for (final Preset model : models) {
            portfolio.differentSet(model.set().name(), model.set().version()).ifPresent(notes::add);
        }
        notes.forEach(note -> terminal.err().println("note: " + note));
    }

    private PortfolioBook base() {
        if (file != null && !isCsv()) {
            check(chain == null, "both FILE and --chain give a market; a CSV file has positions only");
            return PortfolioFiles.read(file);
        }
        check(
                chain != null,
                file == null
                        ? "there is no market; give a FILE with one, --account ID or --chain FILE"
                        : "'" + file + "' has positions only; --chain FILE gives the market");
        final Market market = ChainFile.read(chain);
        return new PortfolioBook(
                market, new Portfolio(BigDecimal.ZERO, file == null ? List.of() : PositionsCsv.read(file, market)));
    }

    private boolean isCsv() {
        return file.toString().endsWith(CSV) || file.toString().endsWith(CSV + GZIP);
    }

    private PortfolioBook traded(final PortfolioBook base) {
        Portfolio portfolio = base.portfolio().plusCash(cash);
        for (final String leg : legs) {
            portfolio = portfolio.trade(Position.parse(leg), base.market());
        }
        return new PortfolioBook(base.market(), portfolio);
    }

    private Shock shock() {
        try {
            return Shock.of(
                    PresetOptions.share("--spot", spot, spec), PresetOptions.share("--vol", volatility, spec), days);
        } catch (final MarketException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private String title(final Shock shock) {
        final String of = account.isGiven()
                ? "What-if: account " + account.id()
                : file == null ? "What-if" : "What-if: " + file.getFileName();
        return shock.isNone() ? of : of + ", prices " + spot + ", volatilities " + volatility + ", " + days + " days";
    }

    private void write(final PortfolioBook book, final List<MarginAnswer> answers, final List<MarginAnswer> before) {
        final PrintWriter out = terminal.out();
        switch (format.format()) {
            case TABLE -> {
                format.write(WhatIfReport.of(book, answers, before), out);
                if (explain) {
                    answers.forEach(this::writeTree);
                }
            }
            case JSON -> out.println(AnswerJson.of(answers, before, book.market()));
            case CSV -> Format.CSV.write(explain ? WhatIfReport.tree(answers) : WhatIfReport.csv(answers, before), out);
        }
        out.flush();
    }

    private void writeTree(final MarginAnswer answer) {
        final PrintWriter out = terminal.out();
        out.println();
        out.println(answer.model() + " v" + answer.modelVersion() + ", scenarios " + answer.scenarios());
        ExplanationText.of(answer.tree(), ExplanationText.Detail.of(depth, all)).forEach(out::println);
    }

    private void check(final boolean isAllowed, final String problem) {
        if (!isAllowed) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }
}
