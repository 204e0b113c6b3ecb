package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that waited while the engine was away must not rest at prices of the past. The engine's time stands still here. */
class DeadlineTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void market() {
        driver.account(7, 1_000);
        driver.send("MarkPrice price=20000");
        driver.send("OrderPlace account=7 order=9 lots=5 limit=20000");
        driver.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OrderPlace account=7 order=1 lots=1 limit=20000",
                "OrderAmend account=7 order=9 lots=6 limit=20000",
                "BasketPlace account=7 orders=1:BUY:1@20000:1",
                "QuotesReplace account=7 quotes=1/1:1@20000/2:1@20010"
            })
    void aCommandAfterItsDeadlineTakesNoEffect(final String command) {
        final long now = driver.timeNs();
        final long hash = driver.engine()
                .state()
                .orders()
                .hashOf(driver.engine().state().accounts().account(7));
        assertThat(driver.send(command + " goodTill=" + (now - 1))).isEqualTo("DEADLINE_PASSED (" + now + ")");
        assertThat(driver.send(command + " goodTill=-1")).isEqualTo("DEADLINE_PASSED (" + now + ")");
        assertThat(driver.events()).isEmpty();
        assertThat(driver.engine()
                        .state()
                        .orders()
                        .hashOf(driver.engine().state().accounts().account(7)))
                .isEqualTo(hash);
        assertThat(driver.send(command + " goodTill=" + now)).startsWith("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }
}
