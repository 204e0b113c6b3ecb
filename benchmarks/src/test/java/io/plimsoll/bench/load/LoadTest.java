package io.plimsoll.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.sbe.FrameVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoadTest {
    static List<CommandFrame> frames() {
        return List.of(
                CommandFrame.defineSource(1).from(0, 1),
                CommandFrame.defineAsset(1, "USDC", 6).from(1, 1),
                CommandFrame.defineTierTable(1).from(1, 2),
                CommandFrame.defineInstrument(1, "BTC-PERP").from(1, 3),
                CommandFrame.defineGroup(1).from(1, 4),
                CommandFrame.defineAccount(1).from(1, 5),
                CommandFrame.deposit(1, 1).from(1, 6),
                CommandFrame.indexPrice(1, 1).from(1, 7),
                CommandFrame.markPrice(1, 1).from(1, 8),
                CommandFrame.trade(1, 2, 1, 1).from(1, 9).tradeId(1),
                CommandFrame.orderPlace(1, 1, 1, 1).from(1, 10),
                CommandFrame.orderCancel(1, 1).from(1, 11));
    }

    @ParameterizedTest
    @MethodSource("frames")
    void framesAreWellFormed(final CommandFrame frame) {
        assertThat(FrameCheck.check(frame.buffer(), 0, frame.length())).isEqualTo(FrameVerdict.ACCEPTED);
    }

    @Test
    void aMarkPriceMovesNobodyOnTheLadder() {
        assertThat(eventsOfNext(new Load(new MarkPrices(100)))).isEqualTo(1_000);
    }

    @Test
    void anOrderIsPlacedAndCancelled() {
        // OrderChanged and the completion, each time.
        assertThat(eventsOfNext(new Load(new Orders(2)))).isEqualTo(2_000);
    }

    @Test
    void aTradeChangesBothPositions() {
        // Two positions and the completion each; every second trade also books P and L of both.
        assertThat(eventsOfNext(new Load(new Trades(2)))).isEqualTo(4_000);
    }

    @Test
    void stopsAtACommandThatIsNotAccepted() {
        final Venue venue = new Venue(1);

        assertThatThrownBy(() -> venue.send(CommandFrame.orderCancel(1, 99))).hasMessageContaining("UNKNOWN_ORDER");
    }

    private static long eventsOfNext(final Load load) {
        final long before = load.next();
        load.next();
        long after = 0;
        final long start = load.next();
        for (int i = 0; i < 1_000; i++) {
            after = load.next();
        }
        assertThat(start).isGreaterThan(before);
        return after - start;
    }
}
