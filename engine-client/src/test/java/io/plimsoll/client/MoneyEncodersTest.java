package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleDecoder;
import org.junit.jupiter.api.Test;

class MoneyEncodersTest {
    private final ConnectedSender connected = new ConnectedSender();
    private final FakeLink link = connected.link();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final MoneyEncoders money = new MoneyEncoders(connected.sender());

    @Test
    void saysWhatBecameOfAWithdrawal() {
        assertThat(money.settleWithdrawal(28, WithdrawalResult.RETURNED)).isEqualTo(Result.SENT);

        final WithdrawalSettleDecoder settle =
                new WithdrawalSettleDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(settle.sourceSequence()).isEqualTo(1);
        assertThat(settle.source()).isEqualTo(ConnectedSender.SOURCE);
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
