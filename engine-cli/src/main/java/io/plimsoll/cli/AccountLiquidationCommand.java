package io.plimsoll.cli;

import io.plimsoll.cli.output.Terminal;
import io.plimsoll.cli.view.EngineAt;
import io.plimsoll.cli.view.LiquidationReport;
import io.plimsoll.core.account.Account;
import io.plimsoll.lab.live.AccountLiquidation;
import io.plimsoll.lab.live.LiquidationSurface;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.lab.whatif.Shock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows at which prices an account is liquidated. */
@Command(
        name = "liquidation",
        description = {
            "At which prices an account is liquidated: for each underlying the nearest index price on either side at which margin"
                    + " equity is below maintenance margin, and a table of what is left over moves of its price and volatilities.",
            "An engine rebuilt from the journal is told each price, with marks in proportion and options as their surface makes them,"
                    + " and margins the account anew; all else stays. Prices are looked for from -95 %% to +300 %%, in steps of 3 %%. Amounts are in the margin"
                    + " currency."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  How far prices may move:",
            "    plimsoll account liquidation 7",
            "  One underlying, in moves of one's own:",
            "    plimsoll account liquidation 7 --underlying BTC --spot -20%%,-10%%,0%%,10%% --vol 0%%,50%%",
            "  The prices for a program:",
            "    plimsoll account liquidation 7 --format json | jq .prices"
        })
final class AccountLiquidationCommand implements Callable<Integer> {
    private static final List<BigDecimal> WITH_OPTIONS =
            List.of(new BigDecimal("-0.3"), BigDecimal.ZERO, new BigDecimal("0.5"));

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The account; 0 is the error account.")
    private long id;

    @Mixin
    private AtOption at;

    @Option(
            names = "--underlying",
            paramLabel = "SYMBOL",
            description = "Only this asset. Default: each that the account moves with, but for stable ones")
    private String underlying;

    @Option(
            names = "--spot",
            paramLabel = "PERCENT",
            split = ",",
            description = "Moves of the price, such as -10%%,0%%,10%%. Default: eleven from -50%% to 50%%")
    private List<String> spots = List.of("-50%", "-30%", "-20%", "-10%", "-5%", "0%", "5%", "10%", "20%", "30%", "50%");

    @Option(
            names = "--vol",
            paramLabel = "PERCENT",
            split = ",",
            description =
                    "Moves of all volatilities by a share of them. Default: -30%%,0%%,50%% with options, else 0%%")
    private List<String> volatilities = List.of();

    @Mixin
    private FormatOption format;

    AccountLiquidationCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        final List<BigDecimal> moves = shares("--spot", spots);
        final List<BigDecimal> given = shares("--vol", volatilities);
        final EngineAt engine = at.engine(terminal);
        final Account account = AccountCommand.account(engine, id);
        final LiquidationReport report = new LiquidationReport(engine, account);
        final AccountLiquidation liquidation = new AccountLiquidation(engine.engine(), account);
        final List<LiquidationSurface> surfaces = new ArrayList<>();
        try {
            for (final String symbol : underlying == null ? all(liquidation) : List.of(underlying)) {
                surfaces.add(liquidation.of(symbol, moves, given.isEmpty() ? usual(liquidation, symbol) : given));
            }
        } catch (final MarketException e) {
            throw new UsageException(e.getMessage());
        }
        format.write(report.of(liquidation.now(), surfaces, format.format()), terminal.out());
        return ExitCode.OK;
    }

    private static List<BigDecimal> usual(final AccountLiquidation liquidation, final String symbol) {
        return liquidation.hasOptions(symbol) ? WITH_OPTIONS : List.of(BigDecimal.ZERO);
    }

    private List<String> all(final AccountLiquidation liquidation) {
        if (liquidation.underlyings().isEmpty()) {
            throw new UsageException("account " + id + " has nothing whose price moves");
        }
        return liquidation.underlyings();
    }

    private List<BigDecimal> shares(final String option, final List<String> texts) {
        final List<BigDecimal> shares = new ArrayList<>();
        for (final String text : texts) {
            final BigDecimal share = PresetOptions.share(option, text, spec);
            try {
                Shock.of(share, BigDecimal.ZERO, BigDecimal.ZERO);
            } catch (final MarketException e) {
                throw new ParameterException(
                        spec.commandLine(), option + " is " + text + "; allowed: above -100%, up to +500%", e);
            }
            if (shares.stream().noneMatch(other -> other.compareTo(share) == 0)) {
                shares.add(share);
            }
        }
        return shares;
    }
}
