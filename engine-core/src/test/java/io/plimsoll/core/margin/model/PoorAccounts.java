package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.margin.MarginAssessment;
import java.util.Random;

/**
 * A market in which account 1 is in portfolio mode, 3 in cross mode, both poor; 2 trades with them and is rich. Account 3 has some BTC,
 * by the seed. A lot of instrument 1 is worth 200 USDC.
 */
final class PoorAccounts {
    private final MarginAssessment assessment = new MarginAssessment();
    private final EngineDriver driver = new EngineDriver(new Limits(8, 8, 8, 16, 16, 16, 16, 64, 8, 1_024));
    private final LiveMarket market;
    private long ids;

    PoorAccounts(final long seed) {
        market = new LiveMarket(driver, seed, false, 2);
        while (driver.engine().risk().hasWork()) {
            ok(driver.host("Continue"));
        }
        ok(driver.send("DefineGroup group=3"));
        ok(driver.send("DefineAccount account=3 group=3 mode=CROSS"));
        ok(driver.send("Deposit account=3 asset=1 amount=5000000000"));
        ok(driver.send("Deposit account=3 asset=2 amount=" + (1 + seed % 3 * 4_000_000)));
        ok(driver.send("Deposit account=2 asset=1 amount=9000000000000"));
        driver.clear();
    }

    EngineDriver driver() {
        return driver;
    }

    String send(final String command) {
        return driver.send(command);
    }

    long nextId() {
        return ++ids;
    }

    /** An order at the mark, or so many ticks worse. */
    String order(final int account, final int instrument, final long lots, final int worse, final boolean buys) {
        return "OrderPlace account=" + account + " instrument=" + instrument + " order=" + nextId() + " lots=" + lots
                + " limit=" + limit(instrument, worse, buys) + " side=" + (buys ? "BUY" : "SELL");
    }

    long limit(final int instrument, final int worse, final boolean buys) {
        return market.mark(instrument) + (buys ? worse : -worse);
    }

    /** Three positions at random. */
    void positions(final int account, final Random random) {
        for (int i = 0; i < 3; i++) {
            final int instrument = 1 + random.nextInt(7);
            fill(driver, account, instrument, 1 + random.nextInt(12), 0, random.nextBoolean());
        }
    }

    /** An account loses so much: one lot is bought too dear and sold again; a tick of it is a cent. */
    void lose(final int account, final long amount) {
        final int ticks = Math.toIntExact(amount / 10_000 + 1);
        fill(driver, account, 1, 1, ticks, true);
        fill(driver, account, 1, 1, 0, false);
    }

    /** An account trades with the rich one, so many ticks worse than the mark, in this engine or in a copy of it. */
    void fill(
            final EngineDriver in,
            final int account,
            final int instrument,
            final long lots,
            final int worse,
            final boolean buys) {
        // A copy does not know the numbers of its source; the host sends for it.
        ok(in.host("Trade id=" + (1_000 + nextId()) + " instrument=" + instrument + " price="
                + limit(instrument, worse, buys) + " lots=" + lots + " buy=" + (buys ? account : 2) + " sell="
                + (buys ? 2 : account)));
    }

    boolean reduces(final int account, final int instrument, final int lots, final boolean buys) {
        final long held = lots(account, instrument);
        return buys ? held <= -lots : held >= lots;
    }

    /** What an account holds of an instrument, signed. */
    long lots(final int account, final int instrument) {
        return of(driver, account)
                .positions()
                .lotsOf(driver.engine().state().instruments().get(instrument));
    }

    long free(final int account) {
        return free(driver, account);
    }

    /** Free margin of the positions, in this engine or in a copy of it. */
    long free(final EngineDriver in, final int account) {
        in.engine().assess(of(in, account), assessment);
        return assessment.freeMargin();
    }

    private static Account of(final EngineDriver in, final int account) {
        return in.engine().state().accounts().account(account);
    }

    private static void ok(final String answer) {
        assertThat(answer).isEqualTo("OK");
    }
}
