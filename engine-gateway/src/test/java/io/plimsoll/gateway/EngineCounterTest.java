package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.sbe.FrameVerdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineCounterTest {
    @Test
    void givesEveryCounterATypeAKeyAndALabelOfItsOwn() {
        final EngineCounter[] all = EngineCounter.values();

        assertThat(Arrays.stream(all).map(EngineCounter::typeId)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(all).map(EngineCounter::key))
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
        assertThat(Arrays.stream(all).map(EngineCounter::label))
                .doesNotHaveDuplicates()
                .allMatch(label -> label.startsWith("plimsoll "));
        assertThat(all).allMatch(counter -> EngineCounter.byTypeId(counter.typeId()) == counter);
    }

    @Test
    void keepsTheTypesThatReadersKnow() {
        assertThat(EngineCounter.FRAMES_ACCEPTED.typeId()).isEqualTo(20_556);
        assertThat(EngineCounter.HEARTBEAT.typeId()).isEqualTo(20_569);
        assertThat(EngineCounter.RELEASED_MAX.typeId()).isEqualTo(20_592);
        assertThat(EngineCounter.refused(FrameVerdict.BACK_PRESSURE).typeId()).isEqualTo(20_613);
        assertThat(EngineCounter.accounts(MarginStatus.BANKRUPT).typeId()).isEqualTo(20_646);
    }

    @ParameterizedTest
    @EnumSource(
            value = FrameVerdict.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NULL_VAL", "ACCEPTED"})
    void countsEveryRefusalUnderItsName(final FrameVerdict verdict) {
        assertThat(EngineCounter.refused(verdict)).hasToString("REFUSED_" + verdict);
    }

    @ParameterizedTest
    @EnumSource(MarginStatus.class)
    void countsAccountsAtEveryPlaceOfTheLadder(final MarginStatus status) {
        assertThat(EngineCounter.accounts(status)).hasToString("ACCOUNTS_" + status);
    }
}
