package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random trades and prices of every dated kind through the settlement window, and settlement with trades that come late in
 * between. The slow twin adds prices up second by second and pays every account at once.
 */
class SettlementRunTest {
    private static final int ACCOUNTS = 40;
    private static final int COMMANDS = 2_500;
    private static final int WITH_LOT_SIZE = 11;
    private static final long EXPIRY_NS = 1_000_000_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int WINDOW_S = 1_800;
    private static final int BTC = 2;
    private static final BigDecimal STRIKE_CALL = new BigDecimal(20_000);
    private static final BigDecimal STRIKE_PUT = new BigDecimal(19_000);
    private static final BigDecimal PRICE_UNIT = BigDecimal.TEN.pow(10);

    private final EngineDriver driver = EngineDriver.withMarket();
    private final Map<Integer, List<Long>> marksBySecond = new HashMap<>();
    private final Map<Integer, Long> marks = new HashMap<>();
    private final List<Long> indexBySecond = new ArrayList<>();
    private final List<Integer> dated = new ArrayList<>();
    private long index = 200_000_000_000_000L;
    private int nextTrade = 1;

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 20261121})
    void paysWhatTheTwinSaysAndNothingAppearsAtAnyMoment(final long seed) {
        final Random random = new Random(seed);
        define();
        trading(random);
        final Map<String, BigInteger> expected = expected();
        settle(random, expected);
        for (final int id : dated) {
            assertThat(driver.engine()
                            .state()
                            .accounts()
                            .holdersOf(instrument(id))
                            .count())
                    .isZero();
        }
        expected.forEach((what, amount) -> assertThat(amount).as(what).isZero());
        for (int a = 1; a <= 2; a++) {
            final Asset asset = driver.engine().state().assets().get(a);
            assertThat(driver.engine().state().ledger().of(LedgerAccount.SETTLEMENT, asset))
                    .as("dust in asset %s", a)
                    .isBetween(0L, 2L * ACCOUNTS * dated.size());
        }
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private Instrument instrument(final int id) {
        return driver.engine().state().instruments().get(id);
    }

    private void define() {
        driver.advance(EXPIRY_NS - 2 * WINDOW_S * SECOND_NS - driver.timeNs());
        for (final EveryKind kind : EveryKind.ALL) {
            if (kind.id() > 1) {
                assertThat(driver.send(kind.command())).isEqualTo("OK");
            }
        }
        assertThat(driver.send("DefineInstrument instrument=" + WITH_LOT_SIZE + " symbol=F underlying=2 settlement=1"
                        + " tickValue=10000 kind=LINEAR_FUTURE lotSize=1000000 priceTicksMax=10000000"
                        + " positionLotsMax=100000 expiry=" + EXPIRY_NS + " window=" + WINDOW_S * SECOND_NS))
                .isEqualTo("OK");
        for (int id = 3; id <= WITH_LOT_SIZE; id++) {
            if (instrument(id).kind().isDated()) {
                dated.add(id);
                marksBySecond.put(id, new ArrayList<>());
            }
        }
        for (int i = 1; i <= ACCOUNTS; i++) {
            driver.account(i, 0);
        }
        for (final int id : dated) {
            mark(id, firstMark(id));
        }
    }

    private static long firstMark(final int id) {
        return id == WITH_LOT_SIZE ? 20_000 : EveryKind.ALL.get(id - 1).firstMark();
    }

    private void mark(final int id, final long ticks) {
        marks.put(id, ticks);
        assertThat(driver.send("MarkPrice instrument=" + id + " price=" + ticks))
                .isEqualTo("OK");
    }

    /** A second passes before each command; those in the window are counted with the prices that hold in them. */
    private void trading(final Random random) {
        int second = 2 * WINDOW_S;
        for (int i = 0; i < COMMANDS; i++) {
            final int pause = 1 + random.nextInt(2);
            for (int s = 0; s < pause && second > 0; s++) {
                if (second <= WINDOW_S) {
                    indexBySecond.add(index);
                    marksBySecond.forEach((id, list) -> list.add(marks.get(id)));
                }
                second--;
            }
            driver.advance(pause * SECOND_NS);
            step(random);
        }
        assertThat(second).isZero();
    }

    private void step(final Random random) {
        final int id = dated.get(random.nextInt(dated.size()));
        switch (random.nextInt(4)) {
            case 0 -> {
                final long next = 195_000_000_000_000L + random.nextInt(2_000_000_000) * 5_000L;
                if (!isExpired()) {
                    index = next;
                }
                driver.send("IndexPrice asset=2 price=" + next);
            }
            case 1 -> {
                final long next = Math.max(1, firstMark(id) + random.nextInt(41) - 20);
                if (!isExpired()) {
                    marks.put(id, next);
                }
                driver.send("MarkPrice instrument=" + id + " price=" + next);
            }
            default -> trade(random, id);
        }
    }

    private boolean isExpired() {
        return driver.timeNs() >= EXPIRY_NS;
    }

    private void trade(final Random random, final int id) {
        final long price = Math.max(1, firstMark(id) + random.nextInt(21) - 10);
        assertThat(driver.send("Trade instrument=" + id + " id=" + nextTrade++ + " price=" + price + " lots="
                        + (1 + random.nextInt(30)) + " buy=" + (1 + random.nextInt(ACCOUNTS)) + " sell="
                        + (1 + random.nextInt(ACCOUNTS))))
                .isEqualTo("OK");
    }

    /** What the settlement of each position is to pay. */
    private Map<String, BigInteger> expected() {
        final Map<String, BigInteger> expected = new HashMap<>();
        for (int id = 1; id <= ACCOUNTS; id++) {
            final Account account = driver.engine().state().accounts().account(id);
            for (final int instrument : dated) {
                final long lots = account.positions().lotsOf(instrument(instrument));
                if (lots != 0) {
                    final BigInteger worth = new BigDecimal(lots)
                            .multiply(lotWorth(instrument(instrument)))
                            .setScale(0, RoundingMode.FLOOR)
                            .toBigIntegerExact();
                    final long cost = account.positions().entryCostOf(instrument(instrument));
                    expected.put(id + " of " + instrument, worth.subtract(BigInteger.valueOf(cost)));
                }
            }
        }
        return expected;
    }

    private static BigDecimal mean(final List<Long> values) {
        final BigDecimal sum = values.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(values.size()), 40, RoundingMode.FLOOR);
    }

    /** In minor units of the settlement asset, with as many bits behind the point as the engine keeps. */
    private BigDecimal lotWorth(final Instrument instrument) {
        final int bits = driver.engine().state().settlement().fractionBits(instrument);
        final BigDecimal scale = new BigDecimal(BigInteger.ONE.shiftLeft(bits));
        if (instrument.terms().contract().lotSize() == 0 && !instrument.kind().isInverse()) {
            final BigDecimal exact = mean(marksBySecond.get(instrument.id())).multiply(BigDecimal.valueOf(10_000));
            return exact.multiply(scale).setScale(0, RoundingMode.FLOOR).divide(scale);
        }
        final BigDecimal price =
                mean(indexBySecond).setScale(0, RoundingMode.FLOOR).divide(PRICE_UNIT);
        final BigDecimal paidAt = instrument.settlement().id() == BTC ? price : BigDecimal.ONE;
        final BigDecimal minor = BigDecimal.TEN.pow(instrument.settlement().scale());
        final BigDecimal dollars = instrument.kind().isInverse()
                ? new BigDecimal(-100)
                : perCoin(instrument, price).movePointLeft(2);
        return dollars.multiply(minor)
                .multiply(scale)
                .divide(paidAt, 0, RoundingMode.HALF_UP)
                .divide(scale);
    }

    private static BigDecimal perCoin(final Instrument instrument, final BigDecimal price) {
        if (instrument.kind() != InstrumentKind.OPTION) {
            return price;
        }
        return instrument.isCall()
                ? price.subtract(STRIKE_CALL).max(BigDecimal.ZERO)
                : STRIKE_PUT.subtract(price).max(BigDecimal.ZERO);
    }

    /** Goes on with other trades in between; every position pays what was expected of it, once. */
    private void settle(final Random random, final Map<String, BigInteger> expected) {
        driver.clear();
        int commands = 0;
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
            assertThat(driver.host("Checkpoint")).isEqualTo("OK");
            commands++;
            driver.send("Trade instrument=1 id=" + nextTrade++ + " price=20000 lots=" + (1 + random.nextInt(30))
                    + " buy=" + (1 + random.nextInt(ACCOUNTS)) + " sell=" + (1 + random.nextInt(ACCOUNTS)));
        }
        assertThat(commands).isGreaterThan(3 * dated.size());
        for (final String event : driver.events()) {
            final String[] words = event.split(" ");
            if (words[1].equals("settled")) {
                expected.merge(words[0] + " of " + words[4], new BigInteger(words[8]).negate(), BigInteger::add);
            }
        }
    }
}
