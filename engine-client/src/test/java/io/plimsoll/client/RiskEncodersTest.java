package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.DefineDocumentPartDecoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RevalueDecoder;
import io.plimsoll.sbe.SurfacePartDecoder;
import io.plimsoll.sbe.VolatilityFixDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiskEncodersTest {
    private static final int SOURCE = 7;
    private static final int WINDOW = 8;
    private static final long NOW_NS = 1_000_000_000L;

    private final TestRecords says = new TestRecords();
    private final FakeLink link = new FakeLink();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private Session session;
    private RiskEncoders risk;

    @BeforeEach
    void connect() {
        session = new Session(
                ClientConfig.of("nowhere", SOURCE).withWindow(WINDOW), new ClientHandler() {}, fragments -> {
                    link.handler = fragments;
                    return link;
                });
        risk = new RiskEncoders(new CommandSender(session, ClientConfig.of("nowhere", SOURCE)));
        session.doWork(NOW_NS);
        session.doWork(NOW_NS);
        hear(says.reply(link.request.clientToken(), ConnectResult.OK, 1, 0, 1));
        link.sent.clear();
    }

    @Test
    void aDocumentGoesOutInPartsAsTheWindowTakesThem() {
        final long[] words = LongStream.range(0, 10 * DocumentUpload.PART_WORDS + 5)
                .map(i -> -i * i)
                .toArray();
        final DocumentUpload upload = DocumentUpload.scenarioSet(3, words);

        assertThat(risk.load(upload)).isEqualTo(Result.BACK_PRESSURE);
        assertThat(upload.sent()).isEqualTo(WINDOW * DocumentUpload.PART_WORDS);
        assertThat(risk.load(upload)).isEqualTo(Result.BACK_PRESSURE);
        for (int number = 1; number <= 3; number++) {
            hear(says.completion(1, number, SOURCE, number, false));
        }
        assertThat(risk.load(upload)).isEqualTo(Result.SENT);

        assertThat(upload.isComplete()).isTrue();
        assertThat(link.sent).hasSize(11);
        final List<Long> arrived = new ArrayList<>();
        for (final UnsafeBuffer frame : link.sent) {
            final DefineDocumentPartDecoder part = new DefineDocumentPartDecoder().wrapAndApplyHeader(frame, 0, header);
            assertThat(part.sourceSequence() + " " + part.source() + ' ' + part.kind())
                    .isEqualTo((arrived.size() / DocumentUpload.PART_WORDS + 1) + " 7 SCENARIO_SET");
            assertThat(part.document()).isEqualTo(1);
            assertThat(part.documentVersion()).isEqualTo(3);
            assertThat(part.total()).isEqualTo(words.length);
            assertThat(part.firstWord()).isEqualTo(arrived.size());
            part.words().forEach(word -> arrived.add(word.word()));
        }
        assertThat(arrived)
                .containsExactlyElementsOf(LongStream.of(words).boxed().toList());
    }

    @Test
    void aSurfaceGoesOutAsWhatASourceOfPricesMaySend() {
        assertThat(risk.load(DocumentUpload.surface(2, new long[] {11, -12}))).isEqualTo(Result.SENT);

        final SurfacePartDecoder part = new SurfacePartDecoder().wrapAndApplyHeader(link.sent.get(0), 0, header);
        assertThat(part.asset()).isEqualTo(2);
        assertThat(part.total()).isEqualTo(2);
        assertThat(part.firstWord()).isZero();
        final List<Long> words = new ArrayList<>();
        part.words().forEach(word -> words.add(word.word()));
        assertThat(words).containsExactly(11L, -12L);
    }

    @Test
    void anUploadThatWasRestartedGoesOutWhole() {
        final DocumentUpload upload = DocumentUpload.marginModel(1, new long[] {1});
        assertThat(risk.load(upload)).isEqualTo(Result.SENT);
        assertThat(risk.load(upload)).isEqualTo(Result.INVALID);

        upload.restart();

        assertThat(risk.load(upload)).isEqualTo(Result.SENT);
        final DefineDocumentPartDecoder part =
                new DefineDocumentPartDecoder().wrapAndApplyHeader(link.sent.get(1), 0, header);
        assertThat(part.kind()).isEqualTo(DocumentKind.MARGIN_MODEL);
        assertThat(part.firstWord()).isZero();
    }

    @Test
    void asksForRowsAndVolatilities() {
        assertThat(risk.revalue(5)).isEqualTo(Result.SENT);
        assertThat(risk.volatilityFix()).isEqualTo(Result.SENT);

        assertThat(new RevalueDecoder()
                        .wrapAndApplyHeader(link.sent.get(0), 0, header)
                        .asset())
                .isEqualTo(5);
        assertThat(new VolatilityFixDecoder()
                        .wrapAndApplyHeader(link.sent.get(1), 0, header)
                        .sourceSequence())
                .isEqualTo(2);
    }

    @Test
    void thereIsNoDocumentWithoutWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentUpload.surface(2, new long[0]));
        assertThat(risk.load(null)).isEqualTo(Result.INVALID);
    }

    private void hear(final int length) {
        final UnsafeBuffer message = new UnsafeBuffer(new byte[length]);
        message.putBytes(0, says.buffer, 0, length);
        link.inbox.add(message);
        session.doWork(NOW_NS);
    }
}
