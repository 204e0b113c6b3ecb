package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.CancelOnDisconnectDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelDecoder;
import io.plimsoll.sbe.TradingResumeDecoder;
import io.plimsoll.sbe.TradingStopDecoder;
import org.junit.jupiter.api.Test;

class TradingEncodersTest {
    private final ConnectedSender connected = new ConnectedSender();
    private final FakeLink link = connected.link();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradingEncoders trading = new TradingEncoders(connected.sender());

    @Test
    void cancelsOrdersOfAnAccountByInstrumentAndSide() {
        assertThat(trading.cancelMany(8, 3, OrderSides.SELL)).isEqualTo(Result.SENT);

        final OrdersCancelDecoder cancel = new OrdersCancelDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(cancel.sourceSequence()).isEqualTo(1);
        assertThat(cancel.source()).isEqualTo(ConnectedSender.SOURCE);
        assertThat(cancel.account()).isEqualTo(8);
        assertThat(cancel.instrument()).isEqualTo(3);
        assertThat(cancel.sides()).isEqualTo(OrderSides.SELL);
    }

    @Test
    void stopsAndResumesAnAccountOrAGroup() {
        assertThat(trading.stop(8, 0)).isEqualTo(Result.SENT);
        assertThat(trading.resume(0, 9)).isEqualTo(Result.SENT);

        final TradingStopDecoder stop = new TradingStopDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(stop.account()).isEqualTo(8);
        assertThat(stop.group()).isZero();
        final TradingResumeDecoder resume = new TradingResumeDecoder().wrapAndApplyHeader(link.sent.get(1), 0, header);
        assertThat(resume.sourceSequence()).isEqualTo(2);
        assertThat(resume.source()).isEqualTo(ConnectedSender.SOURCE);
        assertThat(resume.account()).isZero();
        assertThat(resume.group()).isEqualTo(9);
    }

    @Test
    void bindsOrdersToTheSessionOrNot() {
        assertThat(trading.cancelOnDisconnect(true)).isEqualTo(Result.SENT);
        assertThat(trading.cancelOnDisconnect(false)).isEqualTo(Result.SENT);

        final CancelOnDisconnectDecoder on =
                new CancelOnDisconnectDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(on.source()).isEqualTo(ConnectedSender.SOURCE);
        assertThat(on.active()).isEqualTo(Flag.YES);
        assertThat(new CancelOnDisconnectDecoder()
                        .wrapAndApplyHeader(link.sent.get(1), 0, header)
                        .active())
                .isEqualTo(Flag.NO);
    }

    @Test
    void doesNotSendWithoutASide() {
        assertThat(trading.cancelMany(8, 3, null)).isEqualTo(Result.INVALID);
        assertThat(trading.cancelMany(8, 3, OrderSides.NULL_VAL)).isEqualTo(Result.INVALID);
        assertThat(link.sent).isEmpty();
    }
}
