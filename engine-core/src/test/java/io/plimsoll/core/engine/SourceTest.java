package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.fixed.StateHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceTest {
    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void sources() {
        driver.account(7, 1_000);
        driver.send("DefineSource newSource=2 window=4 role=LEDGER ordering=STRICT");
        driver.send("DefineSource newSource=3 window=4 role=PRICES ordering=MONOTONE");
        driver.send("DefineSource newSource=4 window=4 role=MATCHING ordering=STRICT");
        driver.clear();
    }

    @Test
    void aStrictSourceGoesOneByOne() {
        assertThat(driver.sendAs(2, 1, "Deposit account=7 amount=5")).isEqualTo("OK");
        assertThat(driver.sendAs(2, 3, "Deposit account=7 amount=5")).isEqualTo("SOURCE_GAP (2)");
        assertThat(driver.sendAs(2, 2, "Deposit account=7 amount=5")).isEqualTo("OK");
        assertThat(driver.events()).hasSize(2);
    }

    @Test
    void aRepeatGetsTheFirstAnswerAndChangesNothing() {
        driver.sendAs(2, 1, "Deposit account=7 amount=5");
        assertThat(driver.sendAs(2, 2, "WithdrawalRequest account=7 amount=1000000006"))
                .isEqualTo("INSUFFICIENT_BALANCE (1000000005)");
        driver.sendAs(2, 3, "Deposit account=7 amount=5");
        driver.clear();
        assertThat(driver.sendAs(2, 1, "Deposit account=7 amount=5")).isEqualTo("OK");
        assertThat(driver.sendAs(2, 2, "WithdrawalRequest account=7 amount=1000000006"))
                .isEqualTo("INSUFFICIENT_BALANCE (1000000005)");
        assertThat(driver.events()).isEmpty();
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aRepeatOlderThanTheWindowIsTooOld() {
        for (int i = 1; i <= 5; i++) {
            driver.sendAs(2, i, "Deposit account=7 amount=5");
        }
        assertThat(driver.sendAs(2, 1, "Deposit account=7 amount=5")).isEqualTo("TOO_OLD");
        assertThat(driver.sendAs(2, 2, "Deposit account=7 amount=5")).isEqualTo("OK");
        assertThat(driver.sendAs(2, 0, "Deposit account=7 amount=5")).isEqualTo("TOO_OLD");
        assertThat(driver.sendAs(2, Long.MIN_VALUE, "Deposit account=7 amount=5"))
                .isEqualTo("TOO_OLD");
        assertThat(driver.sendAs(2, Long.MAX_VALUE, "Deposit account=7 amount=5"))
                .isEqualTo("SOURCE_GAP (6)");
    }

    @Test
    void aMonotoneSourceMayLeaveGapsButNotGoBack() {
        assertThat(driver.sendAs(3, 10, "MarkPrice price=5")).isEqualTo("OK");
        assertThat(driver.sendAs(3, 12, "MarkPrice price=6")).isEqualTo("OK");
        assertThat(driver.sendAs(3, 12, "MarkPrice price=7")).isEqualTo("STALE (12)");
        assertThat(driver.sendAs(3, 11, "MarkPrice price=7")).isEqualTo("STALE (12)");
        assertThat(driver.engine().state().sources().get(3).stale()).isEqualTo(2);
        assertThat(driver.host("Checkpoint")).isEqualTo("OK");
    }

    @Test
    void aSourceThatIsNotDefinedChangesNothing() {
        assertThat(driver.sendAs(9, 1, "Deposit account=7 amount=5")).isEqualTo("UNKNOWN_SOURCE");
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void rolesBindWhatASourceMaySend() {
        assertThat(driver.sendAs(2, 1, "MarkPrice price=5")).isEqualTo("NOT_ALLOWED");
        assertThat(driver.sendAs(2, 2, "DefineGroup group=9")).isEqualTo("NOT_ALLOWED");
        assertThat(driver.sendAs(3, 1, "Deposit account=7 amount=5")).isEqualTo("NOT_ALLOWED");
        assertThat(driver.sendAs(4, 1, "ParameterChange parameter=MARGIN_CALL_POINT_PPM value=1"))
                .isEqualTo("NOT_ALLOWED");
        assertThat(driver.sendAs(4, 2, "Checkpoint")).isEqualTo("NOT_ALLOWED");
        assertThat(driver.events()).isEmpty();
    }

    @Test
    void aRejectedCommandUsesUpItsNumber() {
        driver.sendAs(2, 1, "Deposit account=99 amount=5");
        assertThat(driver.sendAs(2, 2, "Deposit account=7 amount=5")).isEqualTo("OK");
    }

    @Test
    void timeThatGoesBackIsAFault() {
        driver.advance(-1);
        assertThatThrownBy(() -> driver.send("Tick"))
                .isInstanceOf(EngineFault.class)
                .hasMessageContaining("before the engine's time 1000000000");
    }

    @Test
    void aSequenceThatDoesNotFollowOnIsAFault() {
        final MarginEngine engine = driver.engine();
        assertThatThrownBy(() -> engine.begin(engine.sequence() + 2, driver.timeNs(), 301, 0, 1))
                .isInstanceOf(EngineFault.class)
                .hasMessageContaining("follows command " + engine.sequence());
    }

    @Test
    void repeatsEveryReasonThatThereIs() {
        final Source source = new Source(2, Role.ADMIN, SourceOrdering.STRICT, 1, new StateHash());
        long number = 0;
        for (final RejectReason reason : RejectReason.values()) {
            source.complete(++number, number, reason, 0);
            assertThat(source.reason(number)).isEqualTo(reason);
        }
    }
}
