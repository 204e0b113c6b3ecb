package io.plimsoll.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.OrderRefusedEncoder;
import io.plimsoll.sbe.OrdersRefusedEncoder;
import io.plimsoll.sbe.RecordEnvelopeEncoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class AccountEventTextTest {
    private static final int PAYLOAD = RecordEnvelopeEncoder.ENCODED_LENGTH;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);
    private final OrderRefusedEncoder refused = new OrderRefusedEncoder()
            .wrapAndApplyHeader(buffer, PAYLOAD, new MessageHeaderEncoder())
            .account(7)
            .order(5)
            .instrument(3)
            .freeMarginBefore(12_500_000)
            .freeMarginAfter(-1_250_000)
            .largestLots(9);

    @Test
    void aRefusedOrderSaysWhatWouldPass() {
        refused.scenario(-1);
        assertThat(said())
                .isEqualTo("order 5 of instrument 3, free margin 12.500000 would be -1.250000, 9 lots would pass");
    }

    @Test
    void inPortfolioModeItNamesTheScenario() {
        refused.scenario(17);
        assertThat(said())
                .isEqualTo(
                        "order 5 of instrument 3, free margin 12.500000 would be -1.250000 under scenario 17, 9 lots would pass");
    }

    @Test
    void ordersThatAreRefusedTogetherSayBecauseOfWhat() {
        final OrdersRefusedEncoder together = new OrdersRefusedEncoder()
                .wrapAndApplyHeader(buffer, PAYLOAD, new MessageHeaderEncoder())
                .account(7)
                .order(5)
                .instrument(3)
                .entry(1)
                .scenario(-1);
        assertThat(said()).isEqualTo("all orders of the command, because of order 5 of instrument 3");
        together.entry(-1).freeMarginBefore(12_500_000).freeMarginAfter(-1_250_000);
        assertThat(said())
                .isEqualTo(
                        "all orders of the command, free margin 12.500000 would be -1.250000, 0 % of every order would pass");
        together.scenario(17).largestPpm(412_500);
        assertThat(said()).endsWith(" would be -1.250000 under scenario 17, 41.25 % of every order would pass");
    }

    private String said() {
        return new AccountEventText(new Definitions())
                .of(new RecordView().wrap(buffer, 0))
                .detail();
    }
}
