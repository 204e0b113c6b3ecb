package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.ScenarioSetReport;
import io.plimsoll.config.scenario.ScenarioSetFile;
import io.plimsoll.lab.scenario.BuildOptions;
import io.plimsoll.lab.scenario.BuiltSet;
import io.plimsoll.lab.scenario.DataIssue;
import io.plimsoll.lab.scenario.PriceFiles;
import io.plimsoll.lab.scenario.ScenarioBuild;
import io.plimsoll.lab.scenario.SetFiles;
import io.plimsoll.lab.tape.DataFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a scenario set out of price histories. */
@Command(
        name = "build",
        description = {
            "Makes a scenario set out of price histories: a YAML file with classes, rules and the grid, a CSV file with the joint"
                    + " block (standardised residuals, a row a day) and one with named stress. The same input gives the same"
                    + " bytes.",
            "What is wrong with a history is named with file and line, and put right by a stated rule: a day that stands twice"
                    + " counts once; rows out of order are put in order; a day with a blank, zero, negative or contradictory"
                    + " close, or with a move beyond 8 sigma that the next open takes back by more than half (the next close by four fifths, in a file without opens), is left out;"
                    + " where a symbol goes to another coin the history ends. --strict refuses instead.",
            "A day that an underlying lacks is filled from its class; the head of each file says how. Files that exist are"
                    + " replaced, all of them or none."
        },
        exitCodeList = {"0:done", "1:failure", "2:wrong usage, or --strict and something is wrong with a history"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  The last 1,000 days of all coins that still trade:",
            "    plimsoll scenarios build --data ../shared/data --out out/scenarios/real.yaml",
            "  Three years of two coins and the stock index:",
            "    plimsoll scenarios build --symbols BTC,ETH,SP500 --days 1095 -o out/three.yaml",
            "  A made-up set, which needs no data:",
            "    plimsoll scenarios build --synthetic 7 --symbols BTC,ETH -o out/made-up.yaml"
        })
final class ScenariosBuildCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,30}");
    private static final List<String> SYNTHETIC_SYMBOLS =
            List.of("BTC", "ETH", "SOL", "XRP", "DOGE", "BNB", "ADA", "LINK");
    private static final String YAML = ".yaml";
    private static final int DAYS_MIN = 100;
    private static final int DAYS_MAX = 10_000;
    private static final int DAYS = 1_000;
    private static final BigDecimal LAMBDA_MIN = new BigDecimal("0.5");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder, with crypto-daily and, if there, crypto-intraday, macro, vol-funding. Default:"
                            + " ../shared/data, if it is there.")
    private Path data;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            description =
                    "YAML file of the set; its name without .yaml is the set's, and begins the names of the CSV files.")
    private Path target;

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOL",
            split = ",",
            description = "Underlyings, separated by commas. Default: all coins with prices up to the end.")
    private List<String> symbols = List.of();

    @Option(names = "--from", paramLabel = "DAY", description = "First day, such as 2021-01-01. Default: by --days.")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Last day; events after it are left out. Default: the last that all underlyings" + " have.")
    private LocalDate to;

    @Option(names = "--days", paramLabel = "N", description = "Rows of the joint block, 100 to 10,000. Default: 1000.")
    private Integer days;

    @Option(
            names = "--lambda",
            paramLabel = "L",
            description = "Decay per day of the variance that returns are divided by, 0.5 to below 1. Default: 0.99.")
    private BigDecimal lambda = new BigDecimal("0.99");

    @Option(names = "--set-version", paramLabel = "N", description = "Version of the set, from 1. Default: 1.")
    private int version = 1;

    @Option(names = "--strict", description = "Refuse histories with anything wrong. Default: put it right and say so.")
    private boolean strict;

    @Option(
            names = "--synthetic",
            paramLabel = "SEED",
            description =
                    "Make up the joint block from this seed instead of reading prices; stress in whole per cents.")
    private Long seed;

    @Mixin
    private FormatOption format;

    ScenariosBuildCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        final BuildOptions options = options();
        final BuiltSet set =
                seed == null ? ScenarioBuild.of(prices(), options) : ScenarioBuild.synthetic(options, seed);
        SetFiles.write(set, target.toAbsolutePath().getParent());
        for (final DataIssue issue : set.issues()) {
            terminal.err().println("note: " + issue);
        }
        for (final String symbol : set.filled()) {
            terminal.err().println("note: " + symbol + " has few days of its own here; its class fills the others");
        }
        format.write(ScenarioSetReport.of(ScenarioSetFile.read(target)), terminal.out());
        return ExitCode.OK;
    }

    private BuildOptions options() {
        final int rows = days == null ? DAYS : days;
        checkDays(rows);
        checkTheRest();
        return new BuildOptions(
                name(),
                version,
                seed != null && symbols.isEmpty() ? SYNTHETIC_SYMBOLS : symbols,
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                rows,
                lambda,
                strict);
    }

    private String name() {
        final String file = String.valueOf(target.getFileName());
        final String name = file.endsWith(YAML) ? file.substring(0, file.length() - YAML.length()) : "";
        check(
                NAME.matcher(name).matches(),
                "--out is '" + target + "'; allowed: a name of letters, digits, - and _ that ends in .yaml");
        return name;
    }

    private void checkDays(final int rows) {
        check(from == null || days == null, "--from and --days both say where to begin; give one of them");
        check(from == null || to == null || from.isBefore(to), "--from is " + from + ", not before --to");
        check(rows >= DAYS_MIN && rows <= DAYS_MAX, "--days is " + rows + "; allowed: 100 to 10,000");
    }

    private void checkTheRest() {
        check(
                lambda.compareTo(LAMBDA_MIN) >= 0 && lambda.compareTo(BigDecimal.ONE) < 0,
                "--lambda is " + lambda + "; allowed: 0.5 to below 1");
        check(version >= 1, "--set-version is " + version + "; allowed: from 1");
        check(symbols.stream().distinct().count() == symbols.size(), "--symbols names one twice");
        final boolean asksForPrices = data != null || from != null || to != null || strict;
        check(
                seed == null || !asksForPrices,
                "--synthetic reads no prices; --data, --from, --to and --strict do not go with it");
    }

    private void check(final boolean isAllowed, final String problem) {
        if (!isAllowed) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }

    private PriceFiles prices() {
        final Path folder = data != null
                ? data
                : DataFolder.findFrom(Path.of(System.getProperty("plimsoll.home", "")))
                        .orElseThrow(
                                () -> new UsageException(
                                        "there is no ../shared/data; --data DIR names a folder of prices, --synthetic SEED needs none"));
        return new PriceFiles(folder);
    }
}
