package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangeDecoder;
import io.plimsoll.sbe.PocketOpenDecoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountEncodersTest {
    private static final int SOURCE = 7;
    private static final long NOW_NS = 1_000_000_000L;

    private final TestRecords says = new TestRecords();
    private final FakeLink link = new FakeLink();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private AccountEncoders accounts;

    @BeforeEach
    void connect() {
        final Session session = new Session(ClientConfig.of("nowhere", SOURCE), new ClientHandler() {}, fragments -> {
            link.handler = fragments;
            return link;
        });
        accounts = new AccountEncoders(new CommandSender(session, SOURCE));
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
    void asksForAnotherModeOfAnAccount() {
        assertThat(accounts.changeMode(8, MarginMode.PORTFOLIO)).isEqualTo(Result.SENT);

        final ModeChangeDecoder change = new ModeChangeDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(change.sourceSequence()).isEqualTo(1);
        assertThat(change.source()).isEqualTo(SOURCE);
        assertThat(change.account()).isEqualTo(8);
        assertThat(change.mode()).isEqualTo(MarginMode.PORTFOLIO);
    }

    @Test
    void opensAPocketOfAnAccountForAnInstrument() {
        assertThat(accounts.openPocket(80, 8, 3)).isEqualTo(Result.SENT);

        final PocketOpenDecoder open = new PocketOpenDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(open.sourceSequence()).isEqualTo(1);
        assertThat(open.source()).isEqualTo(SOURCE);
        assertThat(open.account()).isEqualTo(80);
        assertThat(open.parent()).isEqualTo(8);
        assertThat(open.instrument()).isEqualTo(3);
    }

    @Test
    void doesNotSendWithoutAMode() {
        assertThat(accounts.changeMode(8, null)).isEqualTo(Result.INVALID);
        assertThat(accounts.changeMode(8, MarginMode.NULL_VAL)).isEqualTo(Result.INVALID);
        assertThat(link.sent).isEmpty();
    }
}
