package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginLook;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Holdings;
import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What deposits and haircuts do to equity, in both modes, in groups, with tiers, debts and a stable coin below one. A deposit adds what it is
 * worth, of dollars to the unit; no haircut that is raised, of whatever sort, raises anybody's equity or what of it is free of haircuts.
 */
class EquityRunTest {
    private static final int ACCOUNTS = 6;
    private static final int COMMANDS = 1_500;
    private static final int STABLE = 1;
    private static final int TIERED = 2;
    private static final int PLAIN = 3;
    private static final long ONE = 10_000_000_000L;
    private static final int MOST_PPM = 450_000;

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 8_192));
    private final int[][] tiers = {{50_000, 50_000}, {80_000, 50_000}, {120_000, 60_000}};
    private final int[] plain = {150_000, 50_000};
    private int liability = 100_000;
    private LiveMarket market;
    private Random random;
    private long trades;
    private int exact;
    private int raised;

    /** What an account is worth, and of margin equity what haircuts for initial margin leave. */
    private record Worth(long nav, long equity, long afterInitial, Map<Integer, Long> nets) {}

    /** Notes what an account has of each asset, netted. */
    private static final class Nets implements MarginLook {
        private final Map<Integer, Long> of = new TreeMap<>();

        @Override
        public void asset(
                final Asset asset,
                final long balance,
                final long unrealised,
                final long value,
                final long haircut,
                final long initial) {
            of.put(asset.id(), balance + unrealised);
        }

        @Override
        public void at(
                final io.plimsoll.core.margin.model.ChargeRun run, final AmountTree tree, final Holdings holdings) {
            // Only what is held is of interest.
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void depositsAddTheirWorthAndHaircutsOnlyTake(final long seed) {
        random = new Random(seed);
        market = new LiveMarket(
                driver, LiveSet.set(1, seed), LiveMarket.model(1, seed % 2 == 0), ACCOUNTS, ACCOUNTS - 2);
        while (driver.engine().risk().hasWork()) {
            driver.host("Continue");
        }
        driver.send("ModeChange account=1 mode=CROSS");
        driver.send("ModeChange account=2 mode=CROSS");
        driver.send(tiersCommand());
        for (int i = 0; i < COMMANDS; i++) {
            final Map<Long, Worth> before = all();
            final String command = command();
            final String answer = driver.send(command);
            final String what = "seed " + seed + ", command " + i + ": " + command;
            if (command.startsWith("Deposit")) {
                assertThat(answer).as(what).isEqualTo("OK");
                assertDeposit(command, before, what);
            } else if (answer.startsWith("OK")
                    && (command.contains("HAIRCUT_PPM") || command.contains("DefineHaircuts"))) {
                assertRaised(before, what);
            }
        }
        assertThat(exact).as("deposits of dollars, seed %d", seed).isGreaterThan(20);
        assertThat(raised).as("haircuts that were raised, seed %d", seed).isGreaterThan(40);
    }

    private Map<Long, Worth> all() {
        final MarginAssessment assessment = new MarginAssessment();
        final Map<Long, Worth> all = new TreeMap<>();
        for (long id = 1; id <= ACCOUNTS; id++) {
            final Account account = driver.engine().state().accounts().account(id);
            final Nets nets = new Nets();
            driver.engine().explain(account, nets);
            driver.engine().assess(account, assessment);
            all.put(
                    id,
                    new Worth(
                            assessment.netAssetValue(),
                            assessment.marginEquity(),
                            assessment.marginEquity() - assessment.haircutInitialMargin(),
                            nets.of));
        }
        return all;
    }

    private String command() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                final int asset = 1 + random.nextInt(3);
                yield "Deposit account=" + (1 + random.nextInt(ACCOUNTS)) + " asset=" + asset + " amount="
                        + (1 + random.nextInt(asset == TIERED ? 9_000_000 : 900_000_000));
            }
            case 3, 4 -> trade();
            case 5 -> index();
            case 6 -> "Continue";
            default -> raise();
        };
    }

    private String trade() {
        final int instrument = 1 + random.nextInt(7);
        return "Trade id=" + ++trades + " instrument=" + instrument + " price="
                + (market.mark(instrument) + random.nextInt(1_000)) + " lots=" + (1 + random.nextInt(100)) + " buy="
                + (1 + random.nextInt(ACCOUNTS)) + " sell=" + (1 + random.nextInt(ACCOUNTS));
    }

    /** Dollars are at one, below and above by turns. */
    private String index() {
        final int asset = 1 + random.nextInt(3);
        final long price =
                switch (asset) {
                    case STABLE -> random.nextInt(3) == 0 ? ONE / 1_000 * (900 + random.nextInt(200)) : ONE;
                    default -> market.index(asset) * LiveMarket.DOLLAR / 1_000 * (900 + random.nextInt(200));
                };
        return "IndexPrice asset=" + asset + " price=" + price;
    }

    private String raise() {
        switch (random.nextInt(4)) {
            case 0 -> {
                final int which = random.nextInt(2);
                plain[which] = Math.min(MOST_PPM, plain[which] + random.nextInt(5_000));
                return "ParameterChange parameter=" + (which == 0 ? "HAIRCUT_PPM" : "INITIAL_HAIRCUT_PPM") + " scope="
                        + PLAIN + " value=" + plain[which];
            }
            case 1 -> {
                liability += random.nextInt(5_000);
                return "ParameterChange parameter=LIABILITY_HAIRCUT_PPM scope=" + PLAIN + " value=" + liability;
            }
            default -> {
                // A tier's rates are no lower than those of the tier below.
                final int which = random.nextInt(2);
                int least = 0;
                for (final int[] tier : tiers) {
                    tier[which] = Math.max(least, Math.min(MOST_PPM, tier[which] + random.nextInt(3_000)));
                    least = tier[which];
                }
                return tiersCommand();
            }
        }
    }

    private String tiersCommand() {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < tiers.length; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(i * 700_000_000L)
                    .append(':')
                    .append(tiers[i][0])
                    .append(':')
                    .append(tiers[i][1]);
        }
        return "DefineHaircuts asset=" + TIERED + " liability=" + liability + " tiers=" + text;
    }

    private void assertDeposit(final String command, final Map<Long, Worth> before, final String what) {
        final String[] words = command.split("[ =]");
        final long id = Long.parseLong(words[2]);
        final int asset = Integer.parseInt(words[4]);
        final long amount = Long.parseLong(words[6]);
        final Map<Long, Worth> after = all();
        final Worth from = before.get(id);
        final Worth to = after.get(id);
        final long net = from.nets().getOrDefault(asset, 0L);
        final long worth = value(asset, net + amount) - value(asset, net);
        assertThat(to.nav() - from.nav()).as(what).isEqualTo(worth);
        if (asset == STABLE) {
            assertThat(to.equity() - from.equity()).as(what).isEqualTo(worth);
            exact++;
            before.forEach((other, was) -> {
                if (other != id) {
                    assertThat(after.get(other)).as(what).isEqualTo(was);
                }
            });
        } else if (net >= 0) {
            assertThat(to.equity() - from.equity()).as(what).isBetween(0L, worth);
        } else {
            assertThat(to.equity()).as(what).isGreaterThan(from.equity());
        }
    }

    private void assertRaised(final Map<Long, Worth> before, final String what) {
        final Map<Long, Worth> after = all();
        before.forEach((id, was) -> {
            assertThat(after.get(id).nav()).as(what).isEqualTo(was.nav());
            assertThat(after.get(id).equity()).as(what).isLessThanOrEqualTo(was.equity());
            assertThat(after.get(id).afterInitial()).as(what).isLessThanOrEqualTo(was.afterInitial());
        });
        raised++;
    }

    /** At the index, dollars at no more than one; less for an owner, more for a debtor. */
    private long value(final int asset, final long amount) {
        final Asset of = driver.engine().state().assets().get(asset);
        final long index = driver.engine().state().prices().indexPrice(of);
        final BigInteger product =
                BigInteger.valueOf(amount).multiply(BigInteger.valueOf(asset == STABLE ? Math.min(ONE, index) : index));
        final BigInteger[] parts = product.divideAndRemainder(BigInteger.valueOf(of.usdDivisor()));
        return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
    }
}
