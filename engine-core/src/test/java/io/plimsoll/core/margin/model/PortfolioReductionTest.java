package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In portfolio mode the whole is margined. Whoever has one position, and cash, bears no more when he reduces it: less of all losses, gains
 * and notional. Whoever closes a hedge bears more, and must.
 */
class PortfolioReductionTest {
    private static final int INSTRUMENTS = 7;
    private static final long MAKER = 8;
    private static final int TRADES = 1_500;

    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 8_192));
    private final MarginAssessment before = new MarginAssessment();
    private final MarginAssessment after = new MarginAssessment();
    private LiveMarket market;
    private long trades;

    private void open(final long seed, final MarginModel model) {
        market = new LiveMarket(driver, LiveSet.set(1, seed, 10_000_000_000L), model, (int) MAKER, (int) MAKER);
        while (driver.engine().risk().hasWork()) {
            driver.host("Continue");
        }
    }

    private static MarginModel model(final String name) {
        return switch (name) {
            case "by expiry" -> LiveMarket.model(1, true);
            case "concentration" -> LiveMarket.concentration(1);
            default -> LiveMarket.model(1, false);
        };
    }

    /** Account 1 trades instrument 1 alone, account 2 instrument 2, and so on, at the mark. */
    @ParameterizedTest
    @CsvSource({"1, whole", "2, by expiry", "3, concentration", "20261122, whole", "20261123, by expiry"})
    void aReductionOfTheOnlyPositionNeverRaisesMargin(final long seed, final String name) {
        open(seed, model(name));
        final Random random = new Random(seed);
        int reductions = 0;
        for (int i = 0; i < TRADES; i++) {
            final int instrument = 1 + random.nextInt(INSTRUMENTS);
            final long lots = (1 + random.nextInt(200)) * (random.nextBoolean() ? 1L : -1L);
            reductions += trade(instrument, lots, "seed " + seed + ", trade " + i) ? 1 : 0;
        }
        assertThat(reductions).as("seed %d", seed).isGreaterThan(TRADES / 5);
    }

    private boolean trade(final int number, final long lots, final String what) {
        final Account trader = account(number);
        final Instrument instrument = driver.engine().state().instruments().get(number);
        final long held = trader.positions().lotsOf(instrument);
        driver.engine().assess(trader, before);
        trade(number, number, lots);
        final boolean reduces = Long.signum(held) == -Long.signum(lots) && Math.abs(lots) <= Math.abs(held);
        if (reduces) {
            driver.engine().assess(trader, after);
            final String where = what + " in instrument " + number;
            assertThat(after.positionInitialMargin()).as(where).isLessThanOrEqualTo(before.positionInitialMargin());
            assertThat(after.maintenanceMargin()).as(where).isLessThanOrEqualTo(before.maintenanceMargin());
            assertThat(after.askedInitialMargin()).as(where).isLessThanOrEqualTo(before.askedInitialMargin());
            assertThat(after.askedMaintenanceMargin()).as(where).isLessThanOrEqualTo(before.askedMaintenanceMargin());
        }
        return reduces;
    }

    private Account account(final long id) {
        return driver.engine().state().accounts().account(id);
    }

    private void trade(final long trader, final int instrument, final long lots) {
        assertThat(driver.send(
                        "Trade id=" + ++trades + " instrument=" + instrument + " price=" + market.mark(instrument)
                                + " lots=" + Math.abs(lots) + " buy=" + (lots > 0 ? trader : MAKER) + " sell="
                                + (lots > 0 ? MAKER : trader)))
                .isEqualTo("OK");
    }

    @Test
    void closingAHedgeRaisesIt() {
        open(1, LiveMarket.model(1, false));
        trade(1, 1, 100);
        trade(1, 3, -100);
        driver.engine().assess(account(1), before);

        trade(1, 3, 100);

        driver.engine().assess(account(1), after);
        assertThat(after.maintenanceMargin()).isGreaterThan(before.maintenanceMargin());
        assertThat(after.initialMargin()).isGreaterThan(before.initialMargin());
    }
}
