package io.plimsoll.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.Valuation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A market with funding and interest; accounts 1 and 5 of a group, a pocket of 5 whose id is lower, and 2, which owes. */
class AccountsCopyTest {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final int POCKET = 4;

    private final EngineDriver driver = EngineDriver.withMarket();
    private final EngineState state = driver.engine().state();
    private AccountsCopy copy;

    @BeforeEach
    void copyAll() {
        send("DefineFunding instrument=1 interval=0 period=" + 8 * HOUR_NS);
        send("ParameterChange parameter=BORROW_RATE scope=1 value=200000000000000");
        driver.account(1, 1_000_000).account(2, 0);
        send("DefineAccount account=5 group=1 mode=PORTFOLIO");
        send("Deposit account=5 asset=1 amount=100000000000");
        send("Deposit account=2 asset=2 amount=10000000000");
        send("PocketOpen account=" + POCKET + " parent=5 instrument=1");
        send("Transfer from=5 to=" + POCKET + " amount=50000000000");
        send("MarkPrice instrument=1 price=20000");
        trade(1, 21_000, 500, 1, 2);
        trade(2, 19_000, 70, POCKET, 2);
        send("CreditLine account=2 amount=7000000");
        send("MarkPrice instrument=1 price=25000");
        send("PremiumSample instrument=1 premium=1000000000000 index=25000");
        trade(3, 25_000, 10, 2, 1);
        copy = new AccountsCopy(state.accounts());
    }

    private void send(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    private void trade(final int id, final int ticks, final int lots, final int buyer, final int seller) {
        send("Trade id=" + id + " instrument=1 price=" + ticks + " lots=" + lots + " buy=" + buyer + " sell=" + seller);
    }

    private Account of(final long id) {
        for (int i = 0; i < copy.all().count(); i++) {
            if (copy.all().at(i).id() == id) {
                return copy.all().at(i);
            }
        }
        throw new AssertionError("no account " + id);
    }

    private MarginAssessment assess(final Account account) {
        final MarginAssessment assessment = new MarginAssessment();
        new MarginCalculator(
                        state.prices(),
                        new Valuation(state.prices()),
                        state.limits().assets(),
                        state::timeNs)
                .assess(account, assessment);
        return assessment;
    }

    private void agrees(final long id) {
        assertThat(assess(of(id)))
                .as("account %d", id)
                .usingRecursiveComparison()
                .isEqualTo(assess(state.accounts().account(id)));
    }

    @Test
    void whoDoesNothingStaysEqualWhilePricesFundingAndInterestGoOn() {
        assertThat(copy.all().count()).isEqualTo(state.accounts().all().count());
        for (int hour = 0; hour < 3; hour++) {
            for (final long id : new long[] {0, 1, 2, POCKET, 5}) {
                agrees(id);
            }
            driver.advance(HOUR_NS);
            send("IndexPrice asset=1 price=" + (9_900_000_000L + hour));
            send("PremiumSample instrument=1 premium=3000000000000 index=25000");
            send("MarkPrice instrument=1 price=" + (24_000 - 100 * hour));
        }
        assertThat(of(2).balances().accruedInterestAt(0)).isPositive();
        assertThat(of(2).positions().accruedFundingAt(0)).isNotZero();
        assertThat(of(POCKET).parent()).isSameAs(of(5));
        assertThat(of(5).mode()).isEqualTo(MarginMode.PORTFOLIO);
    }

    @Test
    void tradesThatFollowAreNotInIt() {
        final long before = assess(of(1)).initialMargin();
        trade(4, 25_000, 400, 1, 2);
        trade(5, 25_000, 50, POCKET, 2);

        assertThat(assess(of(1)).initialMargin()).isEqualTo(before);
        assertThat(of(1).positions().lotsAt(0)).isEqualTo(490);
        assertThat(of(1).group().grossLots(state.instruments().get(1))).isEqualTo(490 + 70);
    }

    @Test
    void aPositionIsTakenAwayForAnAmountAndTheEngineTakesNoNotice() {
        final Instrument perpetual = state.instruments().get(1);
        final Asset usdc = state.assets().get(1);
        final long owned = state.accounts().account(2).balances().of(usdc);
        driver.advance(HOUR_NS);
        send("IndexPrice asset=1 price=10000000000");
        final long interest = of(2).balances().accruedInterest(usdc);
        assertThat(interest).isPositive();
        copy.close(of(2), perpetual, 5_000_000);

        assertThat(of(2).positions().count()).isZero();
        assertThat(of(2).balances().of(usdc)).isEqualTo(owned - interest + 5_000_000);
        assertThat(state.accounts().account(2).positions().count()).isEqualTo(1);
        assertThat(state.accounts().openInterest(perpetual)).isEqualTo(560);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }
}
