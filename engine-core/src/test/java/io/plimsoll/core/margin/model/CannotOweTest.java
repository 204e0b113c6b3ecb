package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.risk.RiskKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An account without debt, short option and contract cannot owe, whatever prices do: its maintenance margin is zero in every mode, it is
 * never called, and all that it has may leave. A single lot of anything else ends that.
 */
class CannotOweTest {
    private static final int ACCOUNTS = 4;
    private static final long MAKER = 5;
    private static final int COMMANDS = 600;
    private static final long COIN = 100_000_000;
    private static final int[] PAID_OPTIONS = {5, 7};

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 8_192));
    private final MarginAssessment assessment = new MarginAssessment();
    private LiveMarket market;
    private long trades;

    private void open(final long seed, final MarginModel model) {
        market = new LiveMarket(driver, LiveSet.set(1, seed), model, ACCOUNTS + 1, ACCOUNTS + 1);
        send("Deposit account=" + MAKER + " amount=900000000000");
        send("DefineInstrument instrument=8 symbol=BTC-USDC underlying=2 settlement=1 tickValue=10000 kind=SPOT"
                + " lotSize=1000000 priceTicksMax=10000000 positionLotsMax=100000");
        send("MarkPrice instrument=8 price=20000");
        work();
    }

    private void work() {
        while (driver.engine().risk().hasWork()) {
            driver.host("Continue");
        }
    }

    private void send(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    private Account account(final long id) {
        return driver.engine().state().accounts().account(id);
    }

    private MarginAssessment assess(final long id) {
        driver.engine().assess(account(id), assessment);
        return assessment;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void isAskedForNothingAndMayTakeAllOut(final long seed) {
        final Random random = new Random(seed);
        open(seed, LiveMarket.model(1, seed % 2 == 0));
        send("ModeChange account=3 mode=CROSS");
        send("ModeChange account=4 mode=CROSS");
        long asked = 0;
        for (int i = 0; i < COMMANDS; i++) {
            final String what = "seed " + seed + ", command " + i + ": " + step(random);
            for (long id = 1; id <= ACCOUNTS; id++) {
                assertThat(assess(id).maintenanceMargin()).as(what).isZero();
                assertThat(assessment.initialMargin()).as(what).isEqualTo(assessment.haircutInitialMargin());
                assertThat(assessment.netAssetValue()).as(what).isNotNegative();
                assertThat(account(id).status()).as(what).isEqualTo(MarginStatus.NORMAL);
                asked = Math.max(asked, assessment.askedMaintenanceMargin());
            }
        }
        assertThat(asked).as("what the model would ask for, seed %d", seed).isPositive();
        for (long id = 1; id <= ACCOUNTS; id++) {
            assertAskedForALotMore(id, "seed " + seed + ", account " + id);
            takeAllOut(id);
        }
    }

    /** A deposit, a coin sold or bought for cash, an option bought for cash or sold as far as it is held, prices. */
    private String step(final Random random) {
        final long id = 1L + random.nextInt(ACCOUNTS);
        return switch (random.nextInt(6)) {
            case 0 -> deposit(id, random);
            case 1 -> spot(id, random);
            case 2, 3 -> option(id, random);
            case 4 -> price(random);
            default -> {
                driver.host("Continue");
                yield "Continue";
            }
        };
    }

    private String deposit(final long id, final Random random) {
        final int asset = 1 + random.nextInt(3);
        final String command =
                "Deposit account=" + id + " asset=" + asset + " amount=" + (1 + random.nextInt(80_000_000));
        send(command);
        return command;
    }

    private String spot(final long id, final Random random) {
        final long price = market.index(2);
        final boolean buys = random.nextBoolean();
        final long most = buys ? balance(id, 1) / (price * 10_000) : balance(id, 2) / 1_000_000;
        return trade(8, price, Math.min(most, 1 + random.nextInt(10)), buys, id);
    }

    private String option(final long id, final Random random) {
        final int instrument = PAID_OPTIONS[random.nextInt(2)];
        final long price = market.mark(instrument) + random.nextInt(9);
        final boolean buys = random.nextInt(3) > 0;
        final long held = account(id)
                .positions()
                .lotsOf(driver.engine().state().instruments().get(instrument));
        final long most = buys ? balance(id, 1) / (price * 10_000) : held;
        return trade(instrument, price, Math.min(most, 1 + random.nextInt(300)), buys, id);
    }

    private String trade(final int instrument, final long price, final long lots, final boolean buys, final long id) {
        if (lots == 0) {
            return "nothing";
        }
        final String command = "Trade id=" + ++trades + " instrument=" + instrument + " price=" + price + " lots="
                + lots + " buy=" + (buys ? id : MAKER) + " sell=" + (buys ? MAKER : id);
        send(command);
        return command;
    }

    private String price(final Random random) {
        final int asset = 2 + random.nextInt(2);
        market.index(asset, Math.max(100, market.index(asset) * (800 + random.nextInt(401)) / 1_000), 0);
        final int option = PAID_OPTIONS[random.nextInt(2)];
        final String command = "MarkPrice instrument=" + option + " price=" + random.nextInt(200);
        send(command);
        return command;
    }

    private long balance(final long id, final int asset) {
        return account(id).balances().of(driver.engine().state().assets().get(asset));
    }

    /** Short or long one lot of a contract, short an option. */
    private void assertAskedForALotMore(final long id, final String what) {
        work();
        for (final int instrument : new int[] {1, 5}) {
            final long held = account(id)
                    .positions()
                    .lotsOf(driver.engine().state().instruments().get(instrument));
            final long lots = 1 + held;
            trade(instrument, market.mark(instrument), lots, false, id);
            // In cross mode the long options may carry the short one.
            assertThat(assess(id).maintenanceMargin() + assessment.maintenanceOffset())
                    .as(what)
                    .isPositive();
            assertThat(assess(id).canOwe()).as(what).isTrue();
            trade(instrument, market.mark(instrument), lots, true, id);
            assertThat(assess(id).maintenanceMargin()).as(what).isZero();
        }
    }

    private void takeAllOut(final long id) {
        for (int asset = 1; asset <= 3; asset++) {
            if (balance(id, asset) > 0) {
                send("WithdrawalRequest account=" + id + " asset=" + asset + " amount=" + balance(id, asset));
            }
        }
        assertThat(assess(id).netAssetValue()).isEqualTo(assessment.optionValue());
        assertThat(account(id).status()).isEqualTo(MarginStatus.NORMAL);
    }

    /** Orders may make it owe: while one rests, what is held counts in full for withdrawals, and for the order itself. */
    @Test
    void anOrderCountsAllThatIsHeld() {
        open(1, LiveMarket.model(1, false));
        send("Deposit account=1 asset=2 amount=" + COIN);
        work();
        final long asked = assess(1).askedInitialMargin();
        assertThat(asked).isPositive();
        assertThat(driver.engine().positionAndOrderMargin(account(1))).isZero();

        send("OrderPlace account=1 instrument=1 order=1 lots=1 limit=20000");

        assertThat(assess(1).maintenanceMargin()).isZero();
        assertThat(driver.engine().positionAndOrderMargin(account(1))).isGreaterThan(asked);
        assertThat(driver.send("WithdrawalRequest account=1 asset=2 amount=" + COIN))
                .startsWith("OK");
        assertThat(driver.send("WithdrawalRequest account=1 asset=1 amount=5000000000"))
                .startsWith("INSUFFICIENT_MARGIN");
        send("OrderCancel account=1 order=1");
        send("WithdrawalRequest account=1 asset=1 amount=5000000000");
    }

    /** Twice the value of a coin is asked for, so that what is held is not covered by far. */
    @Test
    void anOrderThatWouldMakeItOweMustBeCoveredEvenIfItIsAHedge() {
        open(1, twiceTheCoins());
        send("WithdrawalRequest account=1 asset=1 amount=5000000000");
        send("Deposit account=1 asset=2 amount=" + COIN);
        work();
        assertThat(assess(1).freeMargin()).isPositive();
        assertThat(assess(1).freeMarginForOrders()).isNegative();

        assertThat(driver.send("OrderPlace account=1 instrument=1 order=1 lots=100 limit=20000 side=SELL"))
                .startsWith("INSUFFICIENT_MARGIN");
        assertThat(driver.send("BasketPlace account=1 orders=1:SELL:100@20000:1"))
                .startsWith("INSUFFICIENT_MARGIN");
        // A coin that is sold leaves it as it is.
        send("OrderPlace account=1 instrument=8 order=1 lots=100 limit=20000 side=SELL");
        send("OrderCancel account=1 order=1");
        send("BasketPlace account=1 orders=1:SELL:100@20000:8");
    }

    private static MarginModel twiceTheCoins() {
        return new MarginModel(
                "twice",
                1,
                false,
                List.of(),
                List.of(),
                List.of(),
                new ScenarioCharge("grid", LiveSet.GRID, Measure.WORST, Across.TOGETHER),
                Rate.ONE,
                Rate.ONE * 8 / 10,
                List.of(new NotionalCharge("coins", EnumSet.of(RiskKind.COIN), ClassRates.of(2 * Rate.ONE))),
                List.of(),
                List.of(),
                List.of());
    }
}
