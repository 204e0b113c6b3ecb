package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleDecoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoneyEncodersTest {
    private static final int SOURCE = 7;
    private static final long NOW_NS = 1_000_000_000L;

    private final TestRecords says = new TestRecords();
    private final FakeLink link = new FakeLink();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private MoneyEncoders money;

    @BeforeEach
    void connect() {
        final Session session = new Session(ClientConfig.of("nowhere", SOURCE), new ClientHandler() {}, fragments -> {
            link.handler = fragments;
            return link;
        });
        money = new MoneyEncoders(new CommandSender(session, SOURCE));
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
    void saysWhatBecameOfAWithdrawal() {
        assertThat(money.settleWithdrawal(28, WithdrawalResult.RETURNED)).isEqualTo(Result.SENT);

        final WithdrawalSettleDecoder settle =
                new WithdrawalSettleDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(settle.sourceSequence()).isEqualTo(1);
        assertThat(settle.source()).isEqualTo(SOURCE);
        assertThat(settle.withdrawal()).isEqualTo(28);
        assertThat(settle.result()).isEqualTo(WithdrawalResult.RETURNED);
    }

    @Test
    void doesNotSendWithoutAResult() {
        assertThat(money.settleWithdrawal(28, null)).isEqualTo(Result.INVALID);
        assertThat(money.settleWithdrawal(28, WithdrawalResult.NULL_VAL)).isEqualTo(Result.INVALID);
        assertThat(link.sent).isEmpty();
    }
}
