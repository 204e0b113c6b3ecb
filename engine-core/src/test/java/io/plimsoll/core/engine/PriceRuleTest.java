package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.MarginStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What may still be done while an index price is too old or doubtful: the table of docs/MARGIN.md. Account 7 is long 100 lots from
 * 20,000, a bitcoin, with 500; account 9 has a bitcoin and nothing else. A price of bitcoin may be 60 seconds old.
 */
class PriceRuleTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final String BITCOIN = "IndexPrice asset=2 price=200000000000000";
    private static final String OLD = "PRICE_STALE (2)";

    private final EngineDriver driver = EngineDriver.withMarket();
    private int order;

    @BeforeEach
    void aLongPosition() {
        driver.account(7, 500).account(8, 1_000_000).account(9, 0);
        ok("Deposit account=9 asset=2 amount=100000000");
        ok("MarkPrice price=20000");
        ok("Trade id=1 price=20000 lots=100 buy=7 sell=8");
        ok("ParameterChange parameter=INDEX_AGE_MAX scope=2 value=" + 60 * SECOND_NS);
        driver.clear();
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    private void growOld() {
        driver.advance(61 * SECOND_NS);
    }

    private String order(final String side, final int lots) {
        return driver.send("OrderPlace account=7 order=" + ++order + " lots=" + lots + " limit=20000 side=" + side);
    }

    private MarginStatus status() {
        return driver.engine().state().accounts().account(7).status();
    }

    @Test
    void anOrderThatAddsRiskIsRefusedAndOneThatReducesIsNot() {
        driver.advance(60 * SECOND_NS);
        assertThat(order("BUY", 1)).startsWith("OK");
        driver.advance(1);

        assertThat(order("BUY", 1)).isEqualTo(OLD);
        assertThat(order("SELL", 101)).isEqualTo(OLD);
        assertThat(driver.send("OrderAmend account=7 order=1 lots=2 limit=20000"))
                .isEqualTo(OLD);
        assertThat(driver.send("BasketPlace account=7 orders=90:SELL:50@20000:1,91:BUY:1@20000:1"))
                .isEqualTo(OLD);
        assertThat(driver.send("BasketPlace account=7 orders=90:SELL:50@20000:1,91:SELL:50@20000:1"))
                .startsWith("OK");
        ok("OrderCancel account=7 order=1");

        ok(BITCOIN);
        assertThat(order("BUY", 1)).startsWith("OK");
    }

    @Test
    void theRefusalSaysWhatWouldHavePassed() {
        growOld();
        driver.clear();
        order("SELL", 140);

        assertThat(driver.events()).singleElement().asString().contains("100");
    }

    @Test
    void nobodyBecomesWorseAndOnceThePriceIsNewEverybodyDoes() {
        growOld();
        driver.clear();
        ok("MarkPrice price=19600");
        assertThat(driver.events()).isEmpty();
        assertThat(status()).isEqualTo(MarginStatus.NORMAL);

        // The same price as before; equity 100, maintenance margin 196.
        ok(BITCOIN);

        assertThat(driver.events())
                .containsExactly(
                        "7 NORMAL->BACKSTOP equity 100000000 im 392000000 mm 196000000",
                        "7 liquidate, equity 100000000 mm 196000000 notional 19600000000 [100 of 1 at 19600]");
    }

    @Test
    void whoeverIsBetterOffBecomesBetter() {
        ok("MarkPrice price=19890");
        assertThat(status()).isEqualTo(MarginStatus.NO_NEW_RISK);
        growOld();

        ok("Deposit account=7 amount=7800000");

        assertThat(status()).isEqualTo(MarginStatus.NORMAL);
    }

    @Test
    void moneyStaysWhereRiskIsAndLeavesWhereNoneIs() {
        growOld();

        assertThat(driver.send("WithdrawalRequest account=7 amount=1")).isEqualTo(OLD);
        assertThat(driver.send("GroupTransfer from=7 to=8 amount=1")).isEqualTo(OLD);
        assertThat(driver.send("ModeChange account=7 mode=PORTFOLIO")).isEqualTo(OLD);
        ok("GroupTransfer from=9 to=7 asset=2 amount=40000000");
        ok("WithdrawalRequest account=9 asset=2 amount=60000000");
    }

    @Test
    void whoeverOwesOrWouldRestsOnPrices() {
        ok("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=1000000000");
        ok("ParameterChange parameter=BORROW_TOTAL_MAX scope=1 value=1000000000");
        growOld();
        assertThat(driver.send("WithdrawalRequest account=9 amount=1")).isEqualTo(OLD);
        ok(BITCOIN);
        ok("WithdrawalRequest account=9 amount=1");
        growOld();

        assertThat(driver.send("WithdrawalRequest account=9 asset=2 amount=1")).isEqualTo(OLD);
    }

    @Test
    void anOrderRestsOnThePriceOfItsInstrument() {
        driver.account(10, 1_000);
        ok("OrderPlace account=10 order=50 lots=1 limit=20000 side=BUY");
        growOld();

        assertThat(driver.send("WithdrawalRequest account=10 amount=1")).isEqualTo(OLD);
        ok("OrderCancel account=10 order=50");
        ok("WithdrawalRequest account=10 amount=1");
    }

    @Test
    void aTradeIsAFact() {
        growOld();
        ok("Trade id=2 price=20000 lots=10000 buy=7 sell=8");
        assertThat(status()).isEqualTo(MarginStatus.NORMAL);

        ok(BITCOIN);

        assertThat(status().isLiquidating()).isTrue();
    }

    @Test
    void aDoubtfulPriceIsAsAnOldOneUntilTheDoubtIsGone() {
        ok("ParameterChange parameter=INDEX_DOUBTFUL scope=2 value=1");
        ok(BITCOIN);

        assertThat(order("BUY", 1)).isEqualTo("PRICE_DOUBTFUL (2)");
        assertThat(order("SELL", 1)).startsWith("OK");
        ok("MarkPrice price=19600");
        ok(BITCOIN);
        assertThat(status()).isEqualTo(MarginStatus.NORMAL);

        ok("ParameterChange parameter=INDEX_DOUBTFUL scope=2 value=0");
        assertThat(status()).isEqualTo(MarginStatus.BACKSTOP);
    }

    @Test
    void aLimitThatIsTakenAwayMakesThePriceUsable() {
        growOld();
        ok("MarkPrice price=19600");

        ok("ParameterChange parameter=INDEX_AGE_MAX scope=2 value=0");

        assertThat(status()).isEqualTo(MarginStatus.BACKSTOP);
        assertThat(order("BUY", 1)).isEqualTo("ACCOUNT_MAY_NOT_ADD_RISK");
    }

    /** The claim itself has no limit; its own doubt counts besides. */
    @ParameterizedTest
    @CsvSource({"2, PRICE_DOUBTFUL (2)", "3, PRICE_DOUBTFUL (3)"})
    void aClaimIsAsUsableAsItsUnderlying(final int doubtful, final String refusal) {
        ok("DefineAsset asset=3 symbol=STBTC scale=8 haircut=100000");
        ok("DefineClaim asset=3 underlying=2 step=1000");
        ok("RedemptionRate asset=3 rate=1000000000000000");
        ok("ParameterChange parameter=BORROW_ACCOUNT_MAX scope=1 value=1000000000");
        driver.account(10, 0);
        ok("Deposit account=10 asset=3 amount=100000000");
        ok("WithdrawalRequest account=10 amount=100000000");

        ok("ParameterChange parameter=INDEX_DOUBTFUL scope=" + doubtful + " value=1");

        assertThat(driver.send("WithdrawalRequest account=10 amount=1")).isEqualTo(refusal);
        ok("RedemptionRate asset=3 rate=1001000000000000");
        ok("ParameterChange parameter=INDEX_DOUBTFUL scope=" + doubtful + " value=0");
        ok("WithdrawalRequest account=10 amount=1");
    }

    @Test
    void theTimeOfAPriceIsInTheStateHash() {
        final long before = driver.engine().stateHash();
        driver.advance(1);
        ok(BITCOIN);
        assertThat(driver.engine().stateHash()).isNotEqualTo(before);
        growOld();
        ok("MarkPrice price=19600");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }
}
