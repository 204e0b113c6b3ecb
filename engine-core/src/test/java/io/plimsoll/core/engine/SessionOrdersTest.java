package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources 2 and 3 are matching engines. */
class SessionOrdersTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void sources() {
        driver.account(7, 10_000).account(8, 10_000);
        driver.send("MarkPrice price=20000");
        driver.host("DefineSource newSource=2 window=16 role=MATCHING ordering=STRICT");
        driver.host("DefineSource newSource=3 window=16 role=MATCHING ordering=STRICT");
        driver.clear();
    }

    @Test
    void ordersOfASourceThatAskedForItGoWhenItIsGone() {
        driver.sendAs(2, 1, "OrderPlace account=7 order=1 lots=1 limit=20000");
        assertThat(driver.sendAs(2, 2, "CancelOnDisconnect active=YES")).isEqualTo("OK");
        driver.sendAs(2, 3, "OrderPlace account=8 order=4 lots=1 limit=20000");
        driver.sendAs(2, 4, "BasketPlace account=7 orders=3:BUY:1@20000:1,2:BUY:1@20000:1");
        driver.sendAs(2, 5, "QuotesReplace account=7 quotes=1/11:1@20000/12:1@20010");
        driver.sendAs(3, 1, "OrderPlace account=7 order=5 lots=1 limit=20000");
        driver.clear();
        assertThat(driver.host("SourceDisconnected absent=2")).isEqualTo("OK (5)");
        assertThat(driver.events())
                .containsExactly(
                        "7 order 2 CANCELLED 1 at 20000",
                        "7 order 3 CANCELLED 1 at 20000",
                        "7 order 11 CANCELLED 1 at 20000",
                        "7 order 12 CANCELLED 1 at 20010",
                        "8 order 4 CANCELLED 1 at 20000",
                        "cancel on disconnect of source 2 NO, cancelled 5");
        assertThat(driver.engine().state().orders().count()).isEqualTo(2);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    @Test
    void aLaterSessionAsksAgain() {
        driver.sendAs(2, 1, "CancelOnDisconnect active=YES");
        driver.host("SourceDisconnected absent=2");
        driver.sendAs(2, 2, "OrderPlace account=7 order=1 lots=1 limit=20000");
        driver.clear();
        assertThat(driver.host("SourceDisconnected absent=2")).isEqualTo("OK");
        assertThat(driver.events()).isEmpty();
        assertThat(driver.engine().state().orders().count()).isEqualTo(1);
    }

    @Test
    void whatIsBoundStaysSoWhenItIsFilledOrAmendedOrNothingIsAskedForAnyMore() {
        driver.sendAs(2, 1, "CancelOnDisconnect active=YES");
        driver.sendAs(2, 2, "OrderPlace account=7 order=1 lots=5 limit=20000");
        driver.send("Trade id=1 price=20000 lots=1 buy=7 sell=8 buyOrder=1");
        driver.send("OrderAmend account=7 order=1 lots=3 limit=19990");
        driver.sendAs(2, 3, "CancelOnDisconnect active=NO");
        driver.sendAs(2, 4, "OrderPlace account=7 order=2 lots=5 limit=20000");
        driver.clear();
        assertThat(driver.host("SourceDisconnected absent=2")).isEqualTo("OK (1)");
        assertThat(driver.events())
                .containsExactly("7 order 1 CANCELLED 3 at 19990", "cancel on disconnect of source 2 NO, cancelled 1");
    }

    @Test
    void onlyTheHostOrAnAdministratorSaysThatASourceIsGone() {
        assertThat(driver.sendAs(3, 1, "SourceDisconnected absent=2")).isEqualTo("NOT_ALLOWED");
        assertThat(driver.send("SourceDisconnected absent=9")).isEqualTo("UNKNOWN_SOURCE");
        assertThat(driver.send("SourceDisconnected absent=2")).isEqualTo("OK");
        assertThat(driver.host("SourceDisconnected absent=0")).isEqualTo("OK");
    }
}
