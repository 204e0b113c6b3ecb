package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.DefineFundingDecoder;
import io.plimsoll.sbe.InstrumentDelistDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.PremiumSampleDecoder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LifecycleEncodersTest {
    private static final int SOURCE = 7;
    private static final long NOW_NS = 1_000_000_000L;

    private final TestRecords says = new TestRecords();
    private final FakeLink link = new FakeLink();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private CommandSender sender;

    @BeforeEach
    void connect() {
        final Session session =
                new Session(ClientConfig.of("nowhere", SOURCE).withWindow(8), new ClientHandler() {}, fragments -> {
                    link.handler = fragments;
                    return link;
                });
        sender = new CommandSender(session, SOURCE);
        session.doWork(NOW_NS);
        session.doWork(NOW_NS);
        final int length = says.reply(link.request.clientToken(), ConnectResult.OK, 1, 0, 1);
        final UnsafeBuffer message = new UnsafeBuffer(new byte[length]);
        message.putBytes(0, says.buffer, 0, length);
        link.inbox.add(message);
        session.doWork(NOW_NS);
        link.sent.clear();
    }

    @Test
    void termsOfFundingGoOutFieldByField() {
        final FundingTerms terms = new FundingTerms(3, 11, 12, -13, -14, 15, 16, -17, 18, 19);

        assertThat(new ReferenceEncoders(sender).funding(terms)).isEqualTo(Result.SENT);

        final DefineFundingDecoder sent = new DefineFundingDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(sent.source()).isEqualTo(SOURCE);
        assertThat(new FundingTerms(
                        sent.instrument(),
                        sent.intervalNs(),
                        sent.periodNs(),
                        sent.interest(),
                        sent.clampLower(),
                        sent.clampUpper(),
                        sent.factor(),
                        sent.rateLower(),
                        sent.rateUpper(),
                        sent.marginFactorPpm()))
                .isEqualTo(terms);
        assertThat(new ReferenceEncoders(sender).funding(null)).isEqualTo(Result.INVALID);
    }

    @Test
    void aDelistingGoesOutWithItsPrice() {
        assertThat(new ControlEncoders(sender).delist(3, 19_000)).isEqualTo(Result.SENT);

        final InstrumentDelistDecoder sent =
                new InstrumentDelistDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(sent.instrument()).isEqualTo(3);
        assertThat(sent.price()).isEqualTo(19_000);
    }

    @Test
    void aPremiumGoesOutWithTheIndex() {
        assertThat(new MoneyEncoders(sender).premium(3, -125, 20_000)).isEqualTo(Result.SENT);

        final PremiumSampleDecoder sent = new PremiumSampleDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(sent.instrument()).isEqualTo(3);
        assertThat(sent.premium()).isEqualTo(-125);
        assertThat(sent.indexTicks()).isEqualTo(20_000);
    }
}
