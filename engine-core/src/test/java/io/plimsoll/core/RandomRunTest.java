package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Withdrawals;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long random runs: after every command the engine and its slow twin agree on every account, to the last unit. */
class RandomRunTest {
    private static final int COMMANDS = 6_000;
    private static final int ACCOUNTS = 12;
    private static final long LINEAR_POCKET = 13;
    private static final long INVERSE_POCKET = 14;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long AGE_MAX_NS = 90 * SECOND_NS;
    private static final int LINEAR = 1;
    private static final int INVERSE = 6;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final ReferencePrices prices = new ReferencePrices(AGE_MAX_NS);
    private final ReferenceAssets assets = new ReferenceAssets(prices);
    private final ReferenceBook twin = new ReferenceBook(prices, assets);
    private final ReferenceOrders orders =
            new ReferenceOrders(twin, assets, driver.engine().state());
    private final RandomOrders placing = new RandomOrders(driver, twin);
    private final MarginAssessment assessment = new MarginAssessment();
    private long nextId;
    private int withOrders;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121})
    void agreesWithItsTwinAfterEveryCommandAndReplaysToTheSameHash(final long seed) {
        final Random random = new Random(seed);
        define();
        for (int i = 0; i < COMMANDS; i++) {
            driver.advance(SECOND_NS);
            prices.time(driver.timeNs());
            final String command = step(random);
            for (final long id : twin.ids()) {
                assertAgree(id, "seed " + seed + ", command " + i + ": " + command);
            }
        }
        assertThat(withOrders).as("requirements with orders, seed %d", seed).isGreaterThan(COMMANDS);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private void define() {
        assertThat(driver.send("DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,2000000000:150000:80000"))
                .isEqualTo("OK");
        driver.send("DefineAsset asset=3 symbol=STBTC scale=8 haircut=120000 initialHaircut=30000");
        driver.send("DefineClaim asset=3 underlying=2 step=30000");
        driver.send("DefineAsset asset=4 symbol=ETH scale=6 haircut=450000 initialHaircut=150000 liability=120000");
        driver.send("IndexPrice asset=4 price=15000000000000");
        driver.send("DefineHaircuts asset=1 liability=20000 tiers=0:0:0");
        redeem(1_000_000_000_000_000L);
        prices.time(driver.timeNs());
        prices.index(2, 200_000_000_000_000L);
        driver.send("ParameterChange parameter=INDEX_AGE_MAX scope=2 value=" + AGE_MAX_NS);
        driver.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=300000000");
        driver.send("ParameterChange parameter=BORROW_TOTAL_MAX scope=1 value=2000000000");
        driver.send("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=2 value=1000000");
        for (final EveryKind kind : EveryKind.ON_TWO_COINS) {
            if (kind.id() > 1) {
                assertThat(driver.send(kind.command())).isEqualTo("OK");
            }
            twin.define(kind.id(), kind.terms());
        }
        for (int i = 1; i <= ACCOUNTS; i++) {
            // Three groups of two accounts, the others alone.
            final long group = i <= 6 ? (i + 1) / 2 : i;
            driver.send("DefineGroup group=" + group);
            assertThat(driver.send("DefineAccount account=" + i + " group=" + group))
                    .isEqualTo("OK");
            twin.account(i, group);
        }
        driver.send("DefineFeeSchedule schedule=1 maker=-100 taker=450");
        for (int i = 1; i <= ACCOUNTS; i += 3) {
            assertThat(driver.send("FeeScheduleAssign account=" + i + " schedule=1"))
                    .isEqualTo("OK");
            orders.fee(i, 450);
        }
        openPocket(LINEAR_POCKET, 1, LINEAR);
        openPocket(INVERSE_POCKET, 7, INVERSE);
        for (final EveryKind kind : EveryKind.ON_TWO_COINS) {
            driver.send("MarkPrice instrument=" + kind.id() + " price=" + kind.firstMark());
            twin.mark(kind.id(), kind.firstMark());
        }
    }

    private void openPocket(final long id, final long parent, final int instrument) {
        assertThat(driver.send("PocketOpen account=" + id + " parent=" + parent + " instrument=" + instrument))
                .isEqualTo("OK");
        twin.pocket(id, parent);
    }

    private String step(final Random random) {
        final int kind = random.nextInt(100);
        if (kind < 10) {
            return deposit(random);
        }
        if (kind < 15) {
            return random.nextInt(3) == 0 ? settle(random) : withdraw(random);
        }
        if (kind < 18) {
            return transfer(random);
        }
        if (kind < 35) {
            return mark(random);
        }
        if (kind < 40) {
            return index(random);
        }
        if (kind < 80) {
            return trade(random);
        }
        if (kind < 98) {
            return placing.step(random);
        }
        return random.nextInt(4) == 0 ? doubt(random) : random.nextInt(3) == 0 ? rule(random) : stop(random);
    }

    /** A cap on a coin, or the share of its haircut that wrong-way coins bear once more. */
    private String rule(final Random random) {
        final int asset = 2 + random.nextInt(3);
        final boolean isCap = random.nextBoolean();
        final long value = isCap ? random.nextInt(100_000_000) : random.nextInt(1_000_001);
        final String command = "ParameterChange parameter=" + (isCap ? "COLLATERAL_CAP" : "WRONG_WAY_SHARE") + " scope="
                + asset + " value=" + value;
        final Map<Long, BigInteger> asked = new TreeMap<>();
        final Map<Long, BigInteger> counted = new TreeMap<>();
        for (final long id : twin.ids()) {
            asked.put(id, twin.asked(id).maintenance());
            counted.put(id, twin.assess(id).maintenance());
        }
        assertThat(driver.send(command)).startsWith("OK");
        if (isCap) {
            assets.cap(asset, value);
        } else {
            assets.wrongWayShare(asset, value);
            asked.forEach((id, before) -> twin.raises()
                    .compare(id, before, counted.get(id), twin.asked(id).maintenance(), driver.timeNs()));
        }
        return command;
    }

    /** Prices are doubtful a quarter of the time. */
    private String doubt(final Random random) {
        final int asset = 1 + random.nextInt(3);
        final boolean isDoubtful = random.nextInt(4) == 0;
        final String command =
                "ParameterChange parameter=INDEX_DOUBTFUL scope=" + asset + " value=" + (isDoubtful ? 1 : 0);
        assertThat(driver.send(command)).isEqualTo("OK");
        prices.doubt(asset, isDoubtful);
        return command;
    }

    private String deposit(final Random random) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final int asset = 1 + random.nextInt(4);
        final long amount = 1L + random.nextInt(asset == 1 ? 1_500_000_000 : 3_000_000);
        final String command = "Deposit account=" + account + " asset=" + asset + " amount=" + amount;
        assertThat(driver.send(command)).isEqualTo("OK");
        twin.move(account, asset, amount);
        return command;
    }

    private String withdraw(final Random random) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final int asset = 1 + random.nextInt(4);
        final long amount = 1L + random.nextInt(200_000_000);
        final String command = "WithdrawalRequest account=" + account + " asset=" + asset + " amount=" + amount;
        final boolean isUnusable = twin.isUnusableFor(account);
        final String answer = driver.send(command);
        if (!isUnusable) {
            assertThat(answer).as(command).doesNotStartWith("PRICE_STALE").doesNotStartWith("PRICE_DOUBTFUL");
        }
        if ("OK".equals(answer)) {
            assertThat(isUnusable && twin.isExposed(account)).as(command).isFalse();
            twin.move(account, asset, -amount);
        }
        return command;
    }

    /** Between a pocket and its parent, either way. */
    private String transfer(final Random random) {
        final boolean isLinear = random.nextBoolean();
        final long pocket = isLinear ? LINEAR_POCKET : INVERSE_POCKET;
        final long parent = isLinear ? 1 : 7;
        final boolean isIn = random.nextInt(3) > 0;
        final int asset = isLinear ? 1 : 2;
        final long amount = 1L + random.nextInt(isLinear ? 200_000_000 : 2_000_000);
        final long from = isIn ? parent : pocket;
        final long to = isIn ? pocket : parent;
        final String command = "Transfer from=" + from + " to=" + to + " asset=" + asset + " amount=" + amount;
        if ("OK".equals(driver.send(command))) {
            twin.move(from, asset, -amount);
            twin.move(to, asset, amount);
        }
        return command;
    }

    /** One of the last withdrawals is paid or comes back; or it was settled before. */
    private String settle(final Random random) {
        final Withdrawals withdrawals = driver.engine().state().withdrawals();
        final long id = Math.max(1, withdrawals.last() - random.nextInt(8));
        final boolean returned = random.nextBoolean();
        final int slot = withdrawals.slotOf(id);
        final long account = slot < 0 ? 0 : withdrawals.account(slot).id();
        final int asset = slot < 0 ? 0 : withdrawals.asset(slot).id();
        final long amount = slot < 0 ? 0 : withdrawals.amount(slot);
        final String command = "WithdrawalSettle id=" + id + " result=" + (returned ? "RETURNED" : "PAID");
        assertThat(driver.send(command).startsWith("OK")).isEqualTo(slot >= 0);
        if (returned && slot >= 0) {
            twin.move(account, asset, amount);
        }
        return command;
    }

    private String mark(final Random random) {
        final EveryKind kind = any(random);
        final int instrument = kind.id();
        final long price = kind.nextMark(twin.markOf(instrument), random);
        final String command = "MarkPrice instrument=" + instrument + " price=" + price;
        assertThat(driver.send(command)).isEqualTo("OK");
        twin.mark(instrument, price);
        return command;
    }

    /** Often too far from the last rate, which then stays. */
    private String redeem(final long rate) {
        final String command = "RedemptionRate asset=3 rate=" + rate;
        assertThat(driver.send(command).startsWith("OK")).as(command).isEqualTo(prices.redeems(rate));
        return command;
    }

    private String index(final Random random) {
        if (random.nextInt(3) == 0) {
            final long last = driver.engine().state().assets().get(3).claim().rate();
            final long around = 900_000_000_000_000L + random.nextInt(200_000) * 1_000_000_000L;
            return redeem(random.nextInt(3) == 0 ? around : last / 1_000 * (970 + random.nextInt(61)));
        }
        final int asset = random.nextInt(3) == 0 ? 4 : 1 + random.nextInt(2);
        final long base = asset == 1 ? 10_000_000_000L : asset == 2 ? 200_000_000_000_000L : 15_000_000_000_000L;
        final long price = base / 100 * (70 + random.nextInt(60)) + random.nextInt(1_000);
        final String command = "IndexPrice asset=" + asset + " price=" + price;
        assertThat(driver.send(command)).isEqualTo("OK");
        prices.index(asset, price);
        return command;
    }

    private String trade(final Random random) {
        final EveryKind kind = any(random);
        final int instrument = kind.id();
        final long buyer = trader(instrument, random);
        final long seller = trader(instrument, random);
        final long lots = 1L + random.nextInt(random.nextInt(10) == 0 ? 3_000 : 40);
        final long price = kind.tradePrice(twin.markOf(instrument), random);
        final String command = "Trade id=" + ++nextId + " instrument=" + instrument + " price=" + price + " lots="
                + lots + " buy=" + buyer + " sell=" + seller;
        assertThat(driver.send(command)).isEqualTo("OK");
        twin.trade(instrument, price, lots, buyer, seller);
        return command;
    }

    /** Often a pocket where there is one for the instrument. */
    private static long trader(final int instrument, final Random random) {
        final boolean toPocket = random.nextInt(3) == 0;
        if (toPocket && instrument == LINEAR) {
            return LINEAR_POCKET;
        }
        return toPocket && instrument == INVERSE ? INVERSE_POCKET : 1L + random.nextInt(ACCOUNTS);
    }

    /** Cancels many, stops, or resumes: what is stopped has no orders from then on, and gets none. */
    private String stop(final Random random) {
        final long account = 1L + random.nextInt(ACCOUNTS);
        final String target = random.nextInt(3) == 0 ? " group=" + (1 + random.nextInt(3)) : " account=" + account;
        final String command =
                switch (random.nextInt(4)) {
                    case 0 -> "TradingStop" + target;
                    case 1, 2 -> "TradingResume" + target;
                    default -> "OrdersCancel account=" + account + " sides=" + (random.nextBoolean() ? "BUY" : "BOTH");
                };
        assertThat(driver.send(command)).startsWith("OK");
        return command;
    }

    private static EveryKind any(final Random random) {
        return EveryKind.ON_TWO_COINS.get(random.nextInt(EveryKind.ON_TWO_COINS.size()));
    }

    private void assertAgree(final long id, final String what) {
        final Account account = driver.engine().state().accounts().account(id);
        driver.engine().assess(account, assessment);
        final ReferenceAssessment expected = twin.assess(id);
        assertThat(assessment.marginEquity())
                .as(what)
                .isEqualTo(expected.equity().longValueExact());
        assertThat(assessment.netAssetValue()).as(what).isEqualTo(expected.nav().longValueExact());
        assertThat(assessment.initialMargin())
                .as(what)
                .isEqualTo(expected.initial().longValueExact());
        assertThat(assessment.maintenanceMargin())
                .as(what)
                .isEqualTo(expected.maintenance().longValueExact());
        assertThat(assessment.optionValue())
                .as(what)
                .isEqualTo(expected.optionValue().longValueExact());
        assertThat(assessment.cappedCollateral())
                .as(what)
                .isEqualTo(expected.capped().longValueExact());
        if (account.orderCount() > 0) {
            withOrders++;
            final BigInteger required = orders.initialMargin(id);
            assertThat(driver.engine().positionAndOrderMargin(account))
                    .as("%s: requirement with orders of account %d", what, id)
                    .isEqualTo(required.longValueExact());
        }
        assertBooksAgree(account, twin.of(id), what);
        assertThat(account.status()).as(what).isEqualTo(twin.ladder(id));
    }

    private void assertBooksAgree(final Account account, final ReferenceBook.Twin expected, final String what) {
        final EngineState state = driver.engine().state();
        final List<Long> books = new ArrayList<>();
        final List<Long> expectedBooks = new ArrayList<>();
        for (int i = 0; i < state.assets().count(); i++) {
            final Asset asset = state.assets().at(i);
            books.add(account.balances().of(asset));
            expectedBooks.add(expected.balanceOf(asset.id()).longValueExact());
        }
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            books.add(account.positions().lotsOf(instrument));
            books.add(account.positions().entryCostOf(instrument));
            expectedBooks.add(expected.lotsOf(instrument.id()).longValueExact());
            expectedBooks.add(expected.costOf(instrument.id()).longValueExact());
        }
        assertThat(books.equals(expectedBooks))
                .as("%s: balances, then lots and cost: %s, expected %s", what, books, expectedBooks)
                .isTrue();
    }
}
