package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelDecoder;
import io.plimsoll.sbe.TradingResumeDecoder;
import io.plimsoll.sbe.TradingStopDecoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TradingEncodersTest {
    private static final int SOURCE = 7;
    private static final long NOW_NS = 1_000_000_000L;

    private final TestRecords says = new TestRecords();
    private final FakeLink link = new FakeLink();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private TradingEncoders trading;

    @BeforeEach
    void connect() {
        final Session session = new Session(ClientConfig.of("nowhere", SOURCE), new ClientHandler() {}, fragments -> {
            link.handler = fragments;
            return link;
        });
        trading = new TradingEncoders(new CommandSender(session, SOURCE));
        session.doWork(NOW_NS);
        session.doWork(NOW_NS);
        final int length = says.reply(link.request.clientToken(), ConnectResult.OK, 1, 0, 1);
        final UnsafeBuffer reply = new UnsafeBuffer(new byte[length]);
        reply.putBytes(0, says.buffer, 0, length);
        link.inbox.add(reply);
        session.doWork(NOW_NS);
        link.sent.clear();
    }

    @Test
    void cancelsOrdersOfAnAccountByInstrumentAndSide() {
        assertThat(trading.cancelMany(8, 3, OrderSides.SELL)).isEqualTo(Result.SENT);

        final OrdersCancelDecoder cancel = new OrdersCancelDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(cancel.sourceSequence()).isEqualTo(1);
        assertThat(cancel.source()).isEqualTo(SOURCE);
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
        assertThat(resume.source()).isEqualTo(SOURCE);
        assertThat(resume.account()).isZero();
        assertThat(resume.group()).isEqualTo(9);
    }

    @Test
    void doesNotSendWithoutASide() {
        assertThat(trading.cancelMany(8, 3, null)).isEqualTo(Result.INVALID);
        assertThat(trading.cancelMany(8, 3, OrderSides.NULL_VAL)).isEqualTo(Result.INVALID);
        assertThat(link.sent).isEmpty();
    }
}
