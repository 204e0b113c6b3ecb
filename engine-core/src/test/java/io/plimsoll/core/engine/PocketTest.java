package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Account 7 has a pocket, 70, for instrument 1; 71 is one for an inverse perpetual, instrument 2. One tick of a lot is a cent. */
class PocketTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void open() {
        driver.account(7, 1_000).account(8, 1_000_000);
        driver.send("DefineInstrument instrument=2 symbol=BTC-INV underlying=2 settlement=2 kind=INVERSE_PERPETUAL"
                + " tickValue=20000000000 contractValue=100000000 priceTicksMin=1000 priceTicksMax=10000000"
                + " positionLotsMax=100000 tierTable=1");
        driver.send("MarkPrice price=20000");
        driver.send("MarkPrice instrument=2 price=40000");
        assertThat(driver.send("PocketOpen account=70 parent=7 instrument=1")).isEqualTo("OK");
        assertThat(driver.send("PocketOpen account=71 parent=7 instrument=2")).isEqualTo("OK");
        assertThat(driver.events()).endsWith("pocket 71 of 7 in group 7 for instrument 2");
        driver.clear();
    }

    private long balance(final long account, final int asset) {
        final EngineState state = driver.engine().state();
        return state.accounts().account(account).balances().of(state.assets().get(asset));
    }

    private long insurance() {
        final Asset asset = driver.engine().state().assets().get(1);
        return driver.engine().state().ledger().of(LedgerAccount.INSURANCE, asset);
    }

    @Test
    void moneyComesAndGoesByTransferWithItsParentOnly() {
        driver.send("DefineAccount account=9 group=7");
        assertThat(driver.send("Deposit account=70 amount=5")).isEqualTo("NOT_FOR_A_POCKET (7)");
        assertThat(driver.send("Transfer from=7 to=70 amount=100000000")).isEqualTo("OK");
        assertThat(driver.send("WithdrawalRequest account=70 amount=5")).isEqualTo("NOT_FOR_A_POCKET (7)");
        assertThat(driver.send("Transfer from=70 to=9 amount=5")).isEqualTo("NOT_FOR_A_POCKET (7)");
        assertThat(driver.send("Transfer from=70 to=71 amount=5")).isEqualTo("NOT_FOR_A_POCKET (7)");
        driver.send("Deposit account=7 asset=2 amount=1000");
        assertThat(driver.send("Transfer from=7 to=70 asset=2 amount=5")).isEqualTo("NOT_FOR_A_POCKET (7)");
        assertThat(driver.send("Transfer from=70 to=7 amount=40000000")).isEqualTo("OK");
        assertThat(balance(70, 1)).isEqualTo(60_000_000);
    }

    @Test
    void itHasOneInstrumentAndOneMode() {
        driver.send("Transfer from=7 to=70 amount=100000000");
        assertThat(driver.send("OrderPlace account=70 instrument=2 order=1 lots=1 limit=40000"))
                .isEqualTo("NOT_FOR_A_POCKET (7)");
        assertThat(driver.send("ModeChange account=70 mode=PORTFOLIO")).isEqualTo("NOT_FOR_A_POCKET (7)");
        assertThat(driver.send("PocketOpen account=72 parent=70 instrument=1")).isEqualTo("NOT_FOR_A_POCKET (7)");
        assertThat(driver.send("OrderPlace account=70 order=1 lots=1 limit=20000"))
                .startsWith("OK");
    }

    @Test
    void aTradeInAnotherInstrumentIsBookedToTheErrorAccount() {
        driver.send("Trade id=1 instrument=2 price=40000 lots=1 buy=70 sell=8");
        assertThat(driver.events())
                .contains("alarm TRADE_TO_ERROR_ACCOUNT account 70 instrument 2 trade 1 order 0 lots 1");
        assertThat(driver.engine().state().accounts().account(70).positions().count())
                .isZero();
    }

    @Test
    void itsCollateralCountsInFull() {
        driver.send("Deposit account=7 asset=2 amount=10000000");
        driver.send("Transfer from=7 to=71 asset=2 amount=5000000");
        // 0.05 BTC are 1,000 USD without haircut: an order of 250 lots of 100 USD asks for 2 % of 25,000.
        assertThat(driver.send("OrderPlace account=71 instrument=2 order=1 lots=250 limit=40000"))
                .isEqualTo("OK (500000000)");
    }

    @Test
    void whatIsLeftGoesBackWhenThePositionIsGone() {
        driver.send("Transfer from=7 to=70 amount=100000000");
        driver.send("Trade id=1 price=20000 lots=10 buy=70 sell=8");
        assertThat(balance(70, 1)).isEqualTo(100_000_000);
        driver.clear();
        driver.send("Trade id=2 price=20100 lots=10 buy=8 sell=70");

        assertThat(driver.events())
                .endsWith("70 TRANSFER -110000000 of 1 to 0", "7 TRANSFER 110000000 of 1 to 1010000000");
        assertThat(balance(7, 1)).isEqualTo(1_010_000_000);
    }

    @Test
    void moneyWaitsForOrdersThatRest() {
        driver.send("Transfer from=7 to=70 amount=100000000");
        driver.send("OrderPlace account=70 order=5 lots=1 limit=19000");
        driver.send("Trade id=1 price=20000 lots=1 buy=70 sell=8");
        driver.send("Trade id=2 price=20000 lots=1 buy=8 sell=70");
        assertThat(balance(70, 1)).isEqualTo(100_000_000);
    }

    @Test
    void aLossBeyondItIsTheFundsNeverTheParents() {
        driver.send("Transfer from=7 to=70 amount=100000000");
        driver.send("Trade id=1 price=20000 lots=10 buy=70 sell=8");
        driver.send("Trade id=2 price=18000 lots=10 buy=8 sell=70");

        assertThat(balance(70, 1)).isZero();
        assertThat(balance(7, 1)).isEqualTo(900_000_000);
        assertThat(insurance()).isEqualTo(-100_000_000);
        assertThat(driver.events())
                .endsWith("70 REALISED_PNL -200000000 of 1 to -100000000", "70 POCKET_LOSS 100000000 of 1 to 0");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void itsPositionCountsForTheTiersOfItsGroup() {
        driver.send("DefineAccount account=9 group=7");
        driver.send("Deposit account=9 amount=900000000000");
        driver.send("Transfer from=9 to=7 amount=800000000000");
        driver.send("Transfer from=7 to=70 amount=100000000000");
        driver.send("Deposit account=8 amount=1000000000000");
        // 250,000 of notional at 2 %, all above at 4 %.
        driver.send("Trade id=1 price=20000 lots=1250 buy=70 sell=8");
        final String alone = driver.send("OrderPlace account=9 order=1 lots=1250 limit=20000");
        assertThat(alone).isEqualTo("OK (92500000000)");
    }

    @Test
    void aReplayEndsInTheSameState() {
        driver.send("Transfer from=7 to=70 amount=100000000");
        driver.send("Trade id=1 price=20000 lots=10 buy=70 sell=8");
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }
}
