package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random trades, premiums and times. The slow twin pays every position at every move of the index, without lazy booking: what it
 * says was paid and what is still owed is what the engine says, to the last unit.
 */
class FundingRunTest {
    private static final int COMMANDS = 4_000;
    private static final int ACCOUNTS = 6;
    private static final long PERIOD_NS = 28_800_000_000_000L;
    private static final BigDecimal ONE = BigDecimal.TEN.pow(15);

    private final EngineDriver driver = EngineDriver.withMarket();
    private final Twin[] markets = {new Twin(1, false), new Twin(2, true)};
    private final MarginAssessment assessment = new MarginAssessment();

    /** One perpetual: what each account holds, owes exactly, and was booked. */
    private static final class Twin {
        private final int id;
        private final boolean inverse;
        private final Map<Long, BigInteger> lots = new TreeMap<>();
        private final Map<Long, BigInteger> owed = new TreeMap<>();
        private final Map<Long, BigInteger> booked = new TreeMap<>();
        private BigInteger premium;
        private long index;
        private long sampledNs;
        private long movedNs;
        private int fractionBits;

        Twin(final int id, final boolean inverse) {
            this.id = id;
            this.inverse = inverse;
        }

        /** Linear: 10,000 minor units a tick; inverse: 20,000,000,000 over the ticks. */
        private BigDecimal lotValue() {
            final BigDecimal scale = new BigDecimal(BigInteger.ONE.shiftLeft(fractionBits));
            return inverse
                    ? nearest(BigDecimal.valueOf(20_000_000_000L).multiply(scale), BigDecimal.valueOf(index))
                    : BigDecimal.valueOf(index * 10_000).multiply(scale);
        }

        private static BigDecimal nearest(final BigDecimal product, final BigDecimal divisor) {
            return product.divide(divisor, 0, RoundingMode.HALF_UP);
        }

        void bringUp(final long nowNs) {
            if (premium == null) {
                return;
            }
            final long until = Math.min(nowNs, sampledNs + PERIOD_NS);
            if (until > movedNs) {
                final BigDecimal perPeriod = nearest(lotValue().multiply(new BigDecimal(premium.abs())), ONE);
                final BigDecimal moved =
                        nearest(perPeriod.multiply(BigDecimal.valueOf(until - movedNs)), BigDecimal.valueOf(PERIOD_NS));
                final BigInteger change = moved.toBigIntegerExact().multiply(BigInteger.valueOf(premium.signum()));
                lots.forEach((account, size) -> owed.merge(account, change.multiply(size), BigInteger::add));
            }
            movedNs = Math.max(movedNs, nowNs);
        }

        void sample(final long nowNs, final long newPremium, final long newIndex) {
            bringUp(nowNs);
            premium = BigInteger.valueOf(newPremium);
            index = newIndex;
            sampledNs = nowNs;
            movedNs = nowNs;
        }

        /** Received, rounded down. */
        BigInteger accrued(final long account) {
            return owed.getOrDefault(account, BigInteger.ZERO).negate().shiftRight(fractionBits);
        }

        void trade(final long account, final long change) {
            booked.merge(account, accrued(account), BigInteger::add);
            owed.put(account, BigInteger.ZERO);
            lots.merge(account, BigInteger.valueOf(change), BigInteger::add);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 20261121})
    void agreesWithATwinThatPaysEveryPositionAtOnce(final long seed) {
        final Random random = new Random(seed);
        define();
        for (int i = 1; i <= COMMANDS; i++) {
            driver.advance(1 + random.nextInt(2_000_000_000) * 1_000L);
            final String command = step(random, i);
            assertAgree("seed " + seed + ", command " + i + ": " + command);
        }
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private void define() {
        driver.send("DefineInstrument instrument=2 symbol=INV underlying=2 settlement=2 tickValue=20000000000"
                + " kind=INVERSE_PERPETUAL contractValue=100000000 priceTicksMin=1000 priceTicksMax=10000000"
                + " positionLotsMax=100000");
        for (int i = 1; i <= ACCOUNTS; i++) {
            driver.account(i, 0);
        }
        for (final Twin market : markets) {
            assertThat(driver.send("DefineFunding instrument=" + market.id + " interval=0 period=" + PERIOD_NS))
                    .isEqualTo("OK");
            market.fractionBits = instrument(market).funding().fractionBits();
        }
    }

    private Instrument instrument(final Twin market) {
        return driver.engine().state().instruments().get(market.id);
    }

    private String step(final Random random, final int number) {
        final Twin market = markets[random.nextInt(markets.length)];
        final long price = 15_000L + random.nextInt(10_000);
        final String command;
        switch (random.nextInt(4)) {
            case 0 -> {
                final long premium = (random.nextInt(2_000_001) - 1_000_000) * 1_000_003L;
                command = "PremiumSample instrument=" + market.id + " premium=" + premium + " index=" + price;
                market.sample(driver.timeNs(), premium, price);
            }
            case 1 -> {
                command = "MarkPrice instrument=" + market.id + " price=" + price;
                market.bringUp(driver.timeNs());
            }
            default -> {
                final int lots = 1 + random.nextInt(40);
                final int buyer = 1 + random.nextInt(ACCOUNTS);
                final int seller = 1 + random.nextInt(ACCOUNTS);
                command = "Trade id=" + number + " instrument=" + market.id + " price=" + price + " lots=" + lots
                        + " buy=" + buyer + " sell=" + seller;
                market.bringUp(driver.timeNs());
                market.trade(buyer, lots);
                market.trade(seller, -lots);
            }
        }
        assertThat(driver.send(command)).isEqualTo("OK");
        return command;
    }

    private void assertAgree(final String what) {
        for (final Twin market : markets) {
            final Instrument instrument = instrument(market);
            final Asset asset = instrument.settlement();
            BigInteger ledger = BigInteger.ZERO;
            BigInteger sum = BigInteger.ZERO;
            for (long id = 1; id <= ACCOUNTS; id++) {
                assertThat(accrued(id, instrument))
                        .as("account %s, %s", id, what)
                        .isEqualTo(market.accrued(id));
                ledger = ledger.subtract(market.booked.getOrDefault(id, BigInteger.ZERO));
                sum = sum.add(market.accrued(id));
            }
            assertThat(driver.engine().state().ledger().of(LedgerAccount.FUNDING, asset))
                    .as(what)
                    .isEqualTo(ledger.longValueExact());
            // What is left when all is booked is dust, and it is the house's.
            assertThat(ledger.subtract(sum).signum()).as("dust after %s", what).isNotNegative();
        }
    }

    private BigInteger accrued(final long id, final Instrument instrument) {
        final Account account = driver.engine().state().accounts().account(id);
        for (int i = 0; i < account.positions().count(); i++) {
            if (account.positions().instrumentAt(i) == instrument) {
                driver.engine().assess(account, assessment);
                return BigInteger.valueOf(account.positions().accruedFundingAt(i));
            }
        }
        return BigInteger.ZERO;
    }
}
