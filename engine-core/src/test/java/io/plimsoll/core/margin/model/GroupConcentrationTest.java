package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is large beside the volume of a day is charged by what the whole group holds. */
class GroupConcentrationTest {
    /** 10,000, of which a tenth can be closed. */
    private static final long VOLUME = 10_000_000_000L;

    private static final int COMMANDS = 1_500;
    private static final int ACCOUNTS = 6;

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 4_096));
    private long trades;

    private LiveMarket market(final long seed, final int groups) {
        final LiveMarket market =
                new LiveMarket(driver, LiveSet.set(1, seed, VOLUME), LiveMarket.concentration(1), ACCOUNTS, groups);
        work();
        return market;
    }

    private void work() {
        while (driver.engine().risk().hasWork()) {
            assertThat(driver.host("Continue")).isEqualTo("OK");
        }
    }

    private void trade(final int instrument, final long price, final long lots, final long buyer, final long seller) {
        final String command = "Trade id=" + ++trades + " instrument=" + instrument + " price=" + price + " lots="
                + lots + " buy=" + buyer + " sell=" + seller;
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
    }

    private MarginAssessment assess(final long id) {
        final MarginAssessment assessment = new MarginAssessment();
        driver.engine().assess(driver.engine().state().accounts().account(id), assessment);
        return assessment;
    }

    /** Perpetuals and a future only, all of which have rows: no tiers. Account 6 goes to and fro between the modes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void theEngineAgreesWithItsTwinAfterEveryCommand(final long seed) {
        final Random random = new Random(seed);
        final LiveMarket market = market(seed, 2);
        for (int i = 0; i < COMMANDS; i++) {
            final int instrument = 1 + random.nextInt(3);
            final long buyer = 1L + random.nextInt(ACCOUNTS);
            final long seller = 1L + random.nextInt(ACCOUNTS);
            if (random.nextInt(20) == 0) {
                driver.send("ModeChange account=6 mode=" + (random.nextBoolean() ? "CROSS" : "PORTFOLIO"));
            } else if (random.nextInt(30) == 0) {
                market.index(2, 19_000 + random.nextInt(2_000), 0);
                work();
            } else {
                trade(instrument, market.mark(instrument), 1 + random.nextInt(20), buyer, seller);
            }
            for (long id = 1; id <= ACCOUNTS; id++) {
                assertAgree(id, "seed " + seed + ", command " + i);
            }
        }
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    private void assertAgree(final long id, final String what) {
        final EngineState state = driver.engine().state();
        final Account account = state.accounts().account(id);
        if (account.mode() != MarginMode.PORTFOLIO) {
            return;
        }
        final RiskRegime regime = state.risk().inUse().regime();
        final Exposure others = new Exposure(regime.underlyings());
        for (int i = 0; i < account.group().members().count(); i++) {
            final Account member = account.group().members().at(i);
            for (int u = 0; u < regime.underlyings() && member != account; u++) {
                others.addOther(u, deltaOf(member, regime, u));
            }
        }
        final ListedHoldings held = new ListedHoldings() {
            @Override
            public Exposure exposure() {
                return others;
            }
        };
        for (int i = 0; i < account.positions().count(); i++) {
            held.add(
                    regime.row(account.positions().instrumentAt(i)),
                    account.positions().lotsAt(i),
                    0);
        }
        final List<BigInteger> margins =
                new SlowMargin(state.risk().inUse().of(account).model(), regime.frame(), held).margins();
        assertThat(assess(id).maintenanceMargin())
                .as(what)
                .isEqualTo(margins.get(1).longValueExact());
        assertThat(assess(id).positionInitialMargin())
                .as(what)
                .isEqualTo(margins.get(2).longValueExact());
    }

    private static long deltaOf(final Account account, final RiskRegime regime, final int underlying) {
        long delta = 0;
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            final RiskInstrument row = regime.row(positions.instrumentAt(i));
            delta += row.underlying() == underlying
                    ? positions.lotsAt(i) * row.row().column(Column.DELTA)
                    : 0;
        }
        return delta;
    }

    /** Accounts 1 and 4 are one group, 2 and 5 the other, 3 and 6 a third one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261121})
    void twoAccountsOfAGroupNeverNeedLessThanOneWithBothBooks(final long seed) {
        final Random random = new Random(seed);
        final LiveMarket market = market(seed, 3);
        for (int i = 0; i < 60; i++) {
            final int instrument = 1 + random.nextInt(3);
            final long lots = 1L + random.nextInt(20);
            final long part = random.nextBoolean() ? 1 : 4;
            final boolean buys = random.nextBoolean();
            for (final long id : new long[] {part, 2}) {
                trade(instrument, market.mark(instrument), lots, buys ? id : 6, buys ? 6 : id);
            }
            assertThat(concentration(1) + concentration(4))
                    .as("seed %d, trade %d", seed, i)
                    .isGreaterThanOrEqualTo(concentration(2) - 20);
        }
        assertThat(concentration(2)).isPositive();
    }

    /** Of IM = R + A and MM = 0.8 R + A, to a few roundings. */
    private long concentration(final long id) {
        final MarginAssessment of = assess(id);
        return 5 * of.maintenanceMargin() - 4 * of.positionInitialMargin();
    }

    @Test
    void aTradeOfAnotherAccountOfTheGroupRaisesTheChargeAndIsSeenAtOnce() {
        final LiveMarket market = market(1, 3);
        trade(1, market.mark(1), 5, 1, 6);
        final long alone = concentration(1);
        trade(1, market.mark(1), 30, 6, 4);
        assertThat(concentration(1)).isGreaterThan(alone);
        // The other side of the group has no part in it.
        trade(1, market.mark(1), 30, 4, 6);
        assertThat(concentration(1)).isEqualTo(alone);
    }

    /** 5 lots of 200 are 1,000, a tenth of the volume; 30 lots of 4 with them are 7,000: sqrt(7) - 1 times the worst loss. */
    @Test
    void theMultipleIsThatOfTheGroupAndTheLossTheAccountsOwn() {
        final LiveMarket market = market(1, 3);
        trade(1, market.mark(1), 5, 1, 6);
        assertThat(concentration(1)).isBetween(-10L, 10L);
        trade(1, market.mark(1), 30, 4, 6);
        final long risk = 5 * (assess(1).positionInitialMargin() - assess(1).maintenanceMargin());
        // 1.6457 and no more than the roundings of rows away from it.
        assertThat(10_000 * concentration(1) / risk).isBetween(16_450L, 16_465L);
    }
}
