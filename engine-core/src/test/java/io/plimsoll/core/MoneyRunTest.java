package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.margin.MarginAssessment;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random money: deposits, withdrawals and their end, transfers, trades on credit, rates, haircuts, time. After every command all
 * invariants hold, so that per asset the money of accounts and house sums to zero; accounts that nothing was said of are as they
 * were; and a slow twin, which knows rates and times alone, finds the interest that was booked.
 */
class MoneyRunTest {
    private static final int COMMANDS = 3_000;
    private static final int ACCOUNTS = 8;
    private static final int USDC = 1;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final Pattern MOVED = Pattern.compile("(\\d+) ([A-Z_]+) (-?\\d+) of (\\d+) to (-?\\d+)");

    private final EngineDriver driver = EngineDriver.withMarket();
    private final InterestTwin twin = new InterestTwin();
    private final int[] haircutPpm = {0, 0, 50_000};
    private long nextId;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121})
    void nothingAppearsOrIsLost(final long seed) {
        final Random random = new Random(seed);
        define();
        for (int i = 0; i < COMMANDS; i++) {
            final Map<Long, Long> before = hashes();
            final Map<Long, Long> equities = equities();
            driver.clear();
            final String command = command(random);
            final String what = "seed " + seed + ", command " + i + ": " + command;
            final String answer = driver.send(command);
            assertIdleAreAsTheyWere(before, what);
            twin.follow(driver, what);
            if ("OK".equals(answer)) {
                assertEquity(command, equities, what);
            }
        }
        assertThat(twin.bookings).isGreaterThan(100);
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private void define() {
        driver.send("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,300000000:450000:50000");
        driver.send("DefineInstrument instrument=2 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=1000000 priceTicksMax=10000000 positionLotsMax=100000");
        for (int i = 1; i <= ACCOUNTS; i++) {
            final int group = (i + 1) / 2;
            driver.send("DefineGroup group=" + group);
            driver.send("DefineAccount account=" + i + " group=" + group);
        }
        driver.send("MarkPrice instrument=1 price=20000");
        driver.send("MarkPrice instrument=2 price=20000");
        driver.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=5000000000");
        driver.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=2 value=50000000");
    }

    private String command(final Random random) {
        final int kind = random.nextInt(100);
        final long account = 1L + random.nextInt(ACCOUNTS);
        final int asset = 1 + random.nextInt(2);
        final long amount = 1L + random.nextInt(asset == USDC ? 900_000_000 : 5_000_000);
        if (kind < 20) {
            return "Deposit account=" + account + " asset=" + asset + " amount=" + amount;
        }
        if (kind < 40) {
            return "WithdrawalRequest account=" + account + " asset=" + asset + " amount=" + amount;
        }
        if (kind < 50) {
            final long last = driver.engine().state().withdrawals().last();
            return "WithdrawalSettle id=" + Math.max(1, last - random.nextInt(6)) + " result="
                    + (random.nextBoolean() ? "PAID" : "RETURNED");
        }
        if (kind < 58) {
            return "Transfer from=" + account + " to=" + (((account - 1) ^ 1) + 1) + " asset=" + asset + " amount="
                    + amount;
        }
        if (kind < 78) {
            return "Trade id=" + ++nextId + " instrument=" + (1 + random.nextInt(2)) + " price="
                    + (19_900 + random.nextInt(200)) + " lots=" + (1 + random.nextInt(20)) + " buy=" + account
                    + " sell=" + (1 + random.nextInt(ACCOUNTS)) + " buyFee=" + (random.nextInt(3) - 1) * 1_000;
        }
        return kind < 90 ? priceOrTime(random) : parameter(random, asset);
    }

    private String priceOrTime(final Random random) {
        driver.advance(random.nextInt(3) == 0 ? HOUR_NS * random.nextInt(400) : random.nextInt(1_000_000_000));
        return switch (random.nextInt(4)) {
            case 0 -> "MarkPrice instrument=1 price=" + (19_500 + random.nextInt(1_000));
            case 1 -> "IndexPrice asset=2 price=" + (195 + random.nextInt(10)) * 1_000_000_000_000L;
            case 2 -> "Continue";
            default -> "Tick";
        };
    }

    private String parameter(final Random random, final int asset) {
        return switch (random.nextInt(7)) {
            case 0 -> {
                haircutPpm[asset] = Math.min(400_000, haircutPpm[asset] + random.nextInt(10_000));
                yield asset == USDC
                        ? "Tick"
                        : "ParameterChange parameter=HAIRCUT_PPM scope=2 value=" + haircutPpm[asset];
            }
            case 1 ->
                "ParameterChange parameter=LIABILITY_HAIRCUT_PPM scope=2 value=" + (100_000 + random.nextInt(50_000));
            case 2 ->
                "CreditLine account=" + (1 + random.nextInt(ACCOUNTS)) + " amount=" + random.nextInt(1_000_000_000);
            case 3 ->
                "LedgerMove from=" + (random.nextBoolean() ? "FEES" : "EXTERNAL") + " to=HOUSE asset=" + asset
                        + " amount=" + (1 + random.nextInt(5_000));
            case 4 ->
                "GroupTransfer from=" + (1 + random.nextInt(ACCOUNTS)) + " to=" + (1 + random.nextInt(ACCOUNTS))
                        + " asset=" + asset + " amount=" + (1 + random.nextInt(5_000_000));
            case 5 -> "ParameterChange parameter=COLLATERAL_CAP scope=2 value=" + random.nextInt(50_000_000);
            default ->
                "ParameterChange parameter=BORROW_RATE scope=" + asset + " value="
                        + random.nextInt(10) * 50_000_000_000_000L;
        };
    }

    private void assertIdleAreAsTheyWere(final Map<Long, Long> before, final String what) {
        final Set<String> named =
                driver.events().stream().map(event -> event.split(" ", 2)[0]).collect(Collectors.toSet());
        hashes().forEach((account, hash) -> {
            if (!named.contains(Long.toString(account))) {
                assertThat(hash).as("account %d after %s", account, what).isEqualTo(before.get(account));
            }
        });
    }

    private void assertEquity(final String command, final Map<Long, Long> before, final String what) {
        final Matcher deposit =
                Pattern.compile("Deposit account=(\\d+) asset=1 amount=(\\d+)").matcher(command);
        if (deposit.matches() && driver.events().size() == 1) {
            final long account = Long.parseLong(deposit.group(1));
            assertThat(equities().get(account))
                    .as(what)
                    .isEqualTo(before.get(account) + Long.parseLong(deposit.group(2)));
        }
        if (command.contains("HAIRCUT_PPM") && !command.contains("LIABILITY")) {
            equities()
                    .forEach((account, equity) -> assertThat(equity).as(what).isLessThanOrEqualTo(before.get(account)));
        }
        final MarginAssessment assessment = new MarginAssessment();
        final Holders all = driver.engine().state().accounts().all();
        for (int i = 0; i < all.count(); i++) {
            driver.engine().assess(all.at(i), assessment);
            if (all.at(i).positions().count() == 0) {
                assertThat(assessment.maintenanceMargin()).as(what).isZero();
            }
            assertThat(assessment.initialMargin()).as(what).isGreaterThanOrEqualTo(assessment.maintenanceMargin());
        }
    }

    private Map<Long, Long> hashes() {
        final Map<Long, Long> hashes = new TreeMap<>();
        for (final Account account : accounts()) {
            hashes.put(account.id(), account.hash());
        }
        return hashes;
    }

    private Map<Long, Long> equities() {
        final MarginAssessment assessment = new MarginAssessment();
        final Map<Long, Long> equities = new TreeMap<>();
        for (final Account account : accounts()) {
            driver.engine().assess(account, assessment);
            equities.put(account.id(), assessment.marginEquity());
        }
        return equities;
    }

    private Account[] accounts() {
        final Account[] accounts = new Account[ACCOUNTS];
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts[i] = driver.engine().state().accounts().account(i + 1);
        }
        return accounts;
    }

    /** Interest from rates and times, in unbounded integers; it hears of movements, and says what must have been booked before. */
    private static final class InterestTwin {
        private static final BigInteger ONE = BigInteger.TEN.pow(17);
        private static final BigInteger YEAR_NS = BigInteger.valueOf(365 * 24 * HOUR_NS);

        private final BigInteger[] base = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
        private final long[] rate = new long[3];
        private final long[] fromNs = new long[3];
        private final Map<String, BigInteger> balances = new HashMap<>();
        private final Map<String, BigInteger> since = new HashMap<>();
        private int bookings;

        private BigInteger index(final int asset, final long timeNs) {
            return base[asset].add(BigInteger.valueOf(rate[asset])
                    .multiply(BigInteger.valueOf(100))
                    .multiply(BigInteger.valueOf(timeNs - fromNs[asset]))
                    .divide(YEAR_NS));
        }

        void follow(final EngineDriver driver, final String what) {
            for (final String event : driver.events()) {
                final Matcher moved = MOVED.matcher(event);
                if (moved.matches()) {
                    moved(moved, driver.timeNs(), what);
                }
                if (event.startsWith("parameter BORROW_RATE")) {
                    final String[] words = event.split("[ >-]+");
                    final int asset = Integer.parseInt(words[3]);
                    base[asset] = index(asset, driver.timeNs());
                    fromNs[asset] = driver.timeNs();
                    rate[asset] = Long.parseLong(words[5]);
                }
            }
        }

        /** Interest is booked first, and then nothing is left of it when the balance moves for another reason. */
        private void moved(final Matcher moved, final long timeNs, final String what) {
            final int asset = Integer.parseInt(moved.group(4));
            final String key = moved.group(1) + "/" + asset;
            final BigInteger index = index(asset, timeNs);
            final BigInteger before = balances.getOrDefault(key, BigInteger.ZERO);
            final BigInteger owed = owed(before.negate(), index.subtract(since.getOrDefault(key, BigInteger.ZERO)));
            final BigInteger change = new BigInteger(moved.group(3));
            final boolean isInterest = moved.group(2).equals("INTEREST");
            assertThat(isInterest ? change.negate() : BigInteger.ZERO).as(what).isEqualTo(owed);
            balances.put(key, before.add(change));
            since.put(key, index);
            assertThat(balances.get(key)).as(what).isEqualTo(new BigInteger(moved.group(5)));
            bookings += isInterest ? 1 : 0;
        }

        private static BigInteger owed(final BigInteger debt, final BigInteger moved) {
            return debt.signum() <= 0
                    ? BigInteger.ZERO
                    : debt.multiply(moved).add(ONE.subtract(BigInteger.ONE)).divide(ONE);
        }
    }
}
