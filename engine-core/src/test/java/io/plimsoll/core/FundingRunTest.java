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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random trades, premiums and times, of perpetuals that pay all the time and of some that pay at intervals, with interest, clamp, factor
 * and bounds. The slow twin keeps every premium, makes the mean of an interval from all of them, and pays every position at every
 * move of the index, without lazy booking: what it says was paid and what is still owed is what the engine says, to the last unit.
 */
class FundingRunTest {
    private static final int COMMANDS = 4_000;
    private static final int ACCOUNTS = 6;
    private static final long PERIOD_NS = 28_800_000_000_000L;
    private static final BigDecimal ONE = BigDecimal.TEN.pow(15);

    private final EngineDriver driver = EngineDriver.withMarket();
    private final Twin[] markets = {
        new Twin(1, false, Terms.PLAIN),
        new Twin(2, true, Terms.PLAIN),
        new Twin(3, false, Terms.BOUNDED),
        new Twin(4, true, Terms.BY_MARGIN)
    };
    private final MarginAssessment assessment = new MarginAssessment();

    /** What a rate follows from; the margin factor is of tiers of 2 and 1 %. */
    private record Terms(
            long intervalNs,
            long interest,
            long clamp,
            long factor,
            long rateLower,
            long rateUpper,
            int marginFactorPpm) {
        static final long HOUR_NS = 3_600_000_000_000L;
        static final long RATE_ONE = 1_000_000_000_000_000L;
        static final Terms PLAIN = new Terms(0, 0, 0, RATE_ONE, -RATE_ONE, RATE_ONE, 0);
        static final Terms BOUNDED = new Terms(
                4 * HOUR_NS,
                100_000_000_001L,
                500_000_000_003L,
                RATE_ONE * 9 / 10,
                -200_000_000_001L,
                300_000_000_007L,
                0);
        static final Terms BY_MARGIN =
                new Terms(8 * HOUR_NS, -7, 100_000_000_000L, 2 * RATE_ONE, -RATE_ONE, RATE_ONE, 33_333);

        String command(final int id) {
            return "DefineFunding instrument=" + id + " interval=" + intervalNs + " period=" + PERIOD_NS + " interest="
                    + interest + " clampLower=" + -clamp + " clampUpper=" + clamp + " factor=" + factor + " rateLower="
                    + rateLower + " rateUpper=" + rateUpper + " marginFactor=" + marginFactorPpm;
        }

        BigInteger rate(final BigInteger premium) {
            final BigInteger towards = within(BigInteger.valueOf(interest).subtract(premium), -clamp, clamp);
            final BigInteger product = new BigDecimal(premium.add(towards).multiply(BigInteger.valueOf(factor)))
                    .divide(ONE, 0, RoundingMode.FLOOR)
                    .toBigIntegerExact();
            final BigInteger rate = within(product, rateLower, rateUpper);
            final long most = marginFactorPpm * 10_000L / 1_000_000 * 1_000_000_000L;
            return marginFactorPpm == 0 ? rate : within(rate, -most, most);
        }

        private static BigInteger within(final BigInteger figure, final long least, final long most) {
            return figure.max(BigInteger.valueOf(least)).min(BigInteger.valueOf(most));
        }
    }

    /** A premium as it came. */
    private record Sample(long timeNs, BigInteger premium) {}

    /** One perpetual: what each account holds, owes exactly, and was booked. */
    private static final class Twin {
        private final int id;
        private final boolean inverse;
        private final Terms terms;
        private final List<Sample> samples = new ArrayList<>();
        private final Map<Long, BigInteger> lots = new TreeMap<>();
        private final Map<Long, BigInteger> owed = new TreeMap<>();
        private final Map<Long, BigInteger> booked = new TreeMap<>();
        private long index;
        private long sampledNs;
        private long movedNs;
        private long beganNs;
        private long dueNs = Long.MAX_VALUE;
        private int closed;
        private int bounded;
        private int fractionBits;

        Twin(final int id, final boolean inverse, final Terms terms) {
            this.id = id;
            this.inverse = inverse;
            this.terms = terms;
        }

        void define(final long nowNs) {
            beganNs = nowNs;
            dueNs = terms.intervalNs() == 0 ? Long.MAX_VALUE : after(nowNs);
        }

        private long after(final long nowNs) {
            return (nowNs / terms.intervalNs() + 1) * terms.intervalNs();
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
            if (terms.intervalNs() != 0) {
                if (nowNs >= dueNs) {
                    close(nowNs);
                }
                return;
            }
            if (samples.isEmpty()) {
                return;
            }
            final long until = Math.min(nowNs, sampledNs + PERIOD_NS);
            if (until > movedNs) {
                pay(terms.rate(samples.get(samples.size() - 1).premium()), until - movedNs);
            }
            movedNs = Math.max(movedNs, nowNs);
        }

        private void pay(final BigInteger rate, final long elapsedNs) {
            final BigDecimal perPeriod = nearest(lotValue().multiply(new BigDecimal(rate.abs())), ONE);
            final BigDecimal moved =
                    nearest(perPeriod.multiply(BigDecimal.valueOf(elapsedNs)), BigDecimal.valueOf(PERIOD_NS));
            final BigInteger change = moved.toBigIntegerExact().multiply(BigInteger.valueOf(rate.signum()));
            lots.forEach((account, size) -> owed.merge(account, change.multiply(size), BigInteger::add));
        }

        /** Pays for an interval in which a premium came; what held before it began counts from its beginning. */
        private void close(final long nowNs) {
            BigInteger sum = BigInteger.ZERO;
            long fromNs = 0;
            boolean isSampled = false;
            for (int i = 0; i < samples.size(); i++) {
                final Sample sample = samples.get(i);
                final long since = Math.max(beganNs, sample.timeNs());
                final long until = i + 1 < samples.size() ? samples.get(i + 1).timeNs() : dueNs;
                fromNs = i == 0 ? since : fromNs;
                sum = sum.add(sample.premium().multiply(BigInteger.valueOf(Math.max(0, until - since))));
                isSampled |= sample.timeNs() >= beganNs;
            }
            if (isSampled) {
                final BigInteger mean = new BigDecimal(sum)
                        .divide(BigDecimal.valueOf(dueNs - fromNs), 0, RoundingMode.FLOOR)
                        .toBigIntegerExact();
                final BigInteger rate = terms.rate(mean);
                closed++;
                bounded += rate.longValueExact() == terms.rateLower() || rate.longValueExact() == terms.rateUpper()
                        ? 1
                        : 0;
                pay(rate, terms.intervalNs());
            }
            beganNs = dueNs;
            dueNs = after(nowNs);
        }

        void sample(final long nowNs, final long newPremium, final long newIndex) {
            bringUp(nowNs);
            samples.add(new Sample(nowNs, BigInteger.valueOf(newPremium)));
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
        assertThat(markets[2].closed).as("seed %d", seed).isGreaterThan(50);
        assertThat(markets[2].bounded).as("seed %d", seed).isBetween(5, markets[2].closed - 5);
        assertThat(markets[3].closed).as("seed %d", seed).isGreaterThan(50);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private void define() {
        driver.send("DefineInstrument instrument=2 symbol=INV underlying=2 settlement=2 tickValue=20000000000"
                + " kind=INVERSE_PERPETUAL contractValue=100000000 priceTicksMin=1000 priceTicksMax=10000000"
                + " positionLotsMax=100000");
        driver.send("DefineInstrument instrument=3 symbol=LIN underlying=2 settlement=1 tickValue=10000"
                + " priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        driver.send("DefineInstrument instrument=4 symbol=IN2 underlying=2 settlement=2 tickValue=20000000000"
                + " kind=INVERSE_PERPETUAL contractValue=100000000 priceTicksMin=1000 priceTicksMax=10000000"
                + " positionLotsMax=100000 tierTable=1");
        for (int i = 1; i <= ACCOUNTS; i++) {
            driver.account(i, 0);
        }
        for (final Twin market : markets) {
            assertThat(driver.send(market.terms.command(market.id))).isEqualTo("OK");
            market.define(driver.timeNs());
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
        switch (random.nextInt(5)) {
            case 0 -> {
                final long premium = (random.nextInt(2_000_001) - 1_000_000) * 1_000_003L;
                command = "PremiumSample instrument=" + market.id + " premium=" + premium + " index=" + price;
                market.sample(driver.timeNs(), premium, price);
            }
            case 1 -> {
                command = "MarkPrice instrument=" + market.id + " price=" + price;
                market.bringUp(driver.timeNs());
            }
            case 2 -> {
                goOn();
                return "Continue";
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

    /** The interval that ended first is closed, of several the one of the market that was defined first. */
    private void goOn() {
        assertThat(driver.host("Continue")).isEqualTo("OK");
        Twin due = markets[0];
        for (final Twin market : markets) {
            due = market.dueNs < due.dueNs ? market : due;
        }
        if (due.dueNs <= driver.timeNs()) {
            due.bringUp(driver.timeNs());
        }
    }

    private void assertAgree(final String what) {
        final BigInteger[] ledgers = {BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO};
        for (final Twin market : markets) {
            final Instrument instrument = instrument(market);
            final int asset = instrument.settlement().id();
            BigInteger ledger = BigInteger.ZERO;
            BigInteger sum = BigInteger.ZERO;
            for (long id = 1; id <= ACCOUNTS; id++) {
                assertThat(accrued(id, instrument))
                        .as("account %s, market %s, %s", id, market.id, what)
                        .isEqualTo(market.accrued(id));
                ledger = ledger.subtract(market.booked.getOrDefault(id, BigInteger.ZERO));
                sum = sum.add(market.accrued(id));
            }
            ledgers[asset] = ledgers[asset].add(ledger);
            // What is left when all is booked is dust, and it is the house's.
            assertThat(ledger.subtract(sum).signum()).as("dust after %s", what).isNotNegative();
        }
        for (int id = 1; id <= 2; id++) {
            final Asset asset = driver.engine().state().assets().get(id);
            assertThat(driver.engine().state().ledger().of(LedgerAccount.FUNDING, asset))
                    .as("ledger of asset %s, %s", id, what)
                    .isEqualTo(ledgers[id].longValueExact());
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
