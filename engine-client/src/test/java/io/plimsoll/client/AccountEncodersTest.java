package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangeDecoder;
import io.plimsoll.sbe.ModelChangeDecoder;
import io.plimsoll.sbe.PocketOpenDecoder;
import org.junit.jupiter.api.Test;

class AccountEncodersTest {
    private final ConnectedSender connected = new ConnectedSender();
    private final FakeLink link = connected.link();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final AccountEncoders accounts = new AccountEncoders(connected.sender());

    @Test
    void asksForAnotherModeOfAnAccount() {
        assertThat(accounts.changeMode(8, MarginMode.PORTFOLIO)).isEqualTo(Result.SENT);

        final ModeChangeDecoder change = new ModeChangeDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(change.sourceSequence()).isEqualTo(1);
        assertThat(change.source()).isEqualTo(ConnectedSender.SOURCE);
        assertThat(change.account()).isEqualTo(8);
        assertThat(change.mode()).isEqualTo(MarginMode.PORTFOLIO);
    }

    @Test
    void asksForAnotherMarginModelOfAnAccount() {
        assertThat(accounts.changeModel(8, 2)).isEqualTo(Result.SENT);

        final ModelChangeDecoder change = new ModelChangeDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(change.sourceSequence()).isEqualTo(1);
        assertThat(change.source()).isEqualTo(ConnectedSender.SOURCE);
        assertThat(change.account()).isEqualTo(8);
        assertThat(change.model()).isEqualTo(2);
    }

    @Test
    void opensAPocketOfAnAccountForAnInstrument() {
        assertThat(accounts.openPocket(80, 8, 3)).isEqualTo(Result.SENT);

        final PocketOpenDecoder open = new PocketOpenDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(open.sourceSequence()).isEqualTo(1);
        assertThat(open.source()).isEqualTo(ConnectedSender.SOURCE);
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
