package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameVerdict;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final int SOURCE = 7;
    private static final int DEPOSIT = 150;
    private static final long MILLI_NS = 1_000_000L;
    private static final long SECOND_NS = 1_000 * MILLI_NS;

    private final TestRecords says = new TestRecords();
    private final Heard heard = new Heard();
    private final FakeLink link = new FakeLink();
    private Session session;
    private long nowNs = -5 * SECOND_NS;

    @BeforeEach
    void begin() {
        session = new Session(ClientConfig.of("nowhere", SOURCE).withWindow(8), heard, fragments -> {
            link.handler = fragments;
            return link;
        });
    }

    @Test
    void asksForASessionAndTakesTheEnginesNumber() {
        connect(1, 42);

        assertThat(session.state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(session.window().next()).isEqualTo(42);
        assertThat(heard.lines).containsExactly("connected 1 42");
    }

    @Test
    void sendsNothingBeforeThereIsASession() {
        assertThat(session.readiness(nowNs)).isEqualTo(Result.NOT_CONNECTED);
    }

    @Test
    void theTransportsClockStopsACallerWhoDoesNotPoll() {
        connect(1, 1);
        link.nowNs = nowNs - 1;
        assertThat(session.knownNs()).isEqualTo(nowNs);
        link.nowNs = nowNs + SECOND_NS;
        assertThat(session.readiness(session.knownNs())).isEqualTo(Result.SENT);
        link.nowNs++;
        assertThat(session.readiness(session.knownNs())).isEqualTo(Result.ENGINE_DOWN);
    }

    @Test
    void isDownAfterASecondWithoutHeartbeatAlsoBeforeAnybodyPolls() {
        connect(1, 1);
        nowNs += SECOND_NS;
        assertThat(session.readiness(nowNs)).isEqualTo(Result.SENT);
        nowNs += 1;
        assertThat(session.readiness(nowNs)).isEqualTo(Result.ENGINE_DOWN);

        session.doWork(nowNs);

        assertThat(session.state()).isEqualTo(ConnectionState.ENGINE_DOWN);
        assertThat(heard.lines).endsWith("disconnected HEARTBEAT_TIMEOUT");
    }

    @Test
    void countsOldHeartbeatsForACallerWhoPollsRarely() {
        connect(1, 1);
        hear(says.heartbeat(token(), 0));
        nowNs += 3 * SECOND_NS;

        session.doWork(nowNs);

        assertThat(session.state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void isDownAtOnceWhenTheEngineClosesItsSide() {
        connect(1, 1);
        link.engine = false;

        session.doWork(nowNs);

        assertThat(session.state()).isEqualTo(ConnectionState.ENGINE_DOWN);
        assertThat(heard.lines).endsWith("disconnected CLOSED_BY_ENGINE");
    }

    @Test
    void sendsAgainFromTheNumberThatTheNewEngineExpects() {
        connect(1, 1);
        send(4);
        answer(1, 1);
        link.engine = false;
        session.doWork(nowNs);
        link.sent.clear();

        connect(2, 3);
        session.doWork(nowNs);

        // 1 was answered, 2 was sequenced before the engine died and its answer will come, 3 and 4 are not known to it.
        assertThat(link.numbers()).containsExactly(3L, 4L);
        assertThat(session.window().size()).isEqualTo(3);
    }

    @Test
    void asksAgainForAnswersItCannotResumeTo() {
        connect(1, 1);
        send(2);
        link.engine = false;
        session.doWork(nowNs);
        link.sent.clear();

        connect(2, 3);
        session.doWork(nowNs);

        // Nothing was seen before the outage: there is no point to resume from, but a repeat gets its answer again.
        assertThat(link.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void resumesAfterTheLastCompletionItSaw() {
        connect(1, 1);
        send(1);
        answer(77, 1);
        hear(says.heartbeat(token(), 77));
        session.doWork(nowNs);
        link.engine = false;
        session.doWork(nowNs);

        connect(2, 2);

        assertThat(link.request.epoch()).isEqualTo(1);
        assertThat(link.request.sequence()).isEqualTo(77);
        assertThat(link.request.chain()).isEqualTo(TestRecords.chain(77));
        assertThat(link.request.durableSequence()).isEqualTo(77);
        assertThat(link.request.baseSequence()).isEqualTo(77);
    }

    @Test
    void saysWhatARollBackTookAndGoesOnWithTheEnginesNumber() {
        connect(1, 1);
        send(3);
        answer(10, 1);
        answer(11, 2);
        link.engine = false;
        session.doWork(nowNs);

        reply(ConnectResult.ROLLED_BACK, 2, 9, 1);

        assertThat(heard.lines).endsWith("rolled back 9 1 1", "connected 2 1");
        assertThat(session.window().next()).isEqualTo(1);
        assertThat(session.window().isEmpty()).isTrue();
    }

    @Test
    void sendsAgainAfterBackPressureInOrderAndNothingNewBefore() {
        connect(1, 1);
        send(3);
        link.sent.clear();
        hear(says.reject(SOURCE, 2, FrameVerdict.BACK_PRESSURE));
        session.doWork(nowNs);
        assertThat(session.readiness(nowNs)).isEqualTo(Result.BACK_PRESSURE);
        assertThat(link.numbers()).isEmpty();

        nowNs += MILLI_NS;
        session.doWork(nowNs);

        assertThat(link.numbers()).containsExactly(2L, 3L);
        assertThat(session.readiness(nowNs)).isEqualTo(Result.SENT);
    }

    @Test
    void dropsWhatWillNeverBeTaken() {
        connect(1, 1);
        send(3);
        hear(says.reject(SOURCE, 2, FrameVerdict.NOT_ALLOWED));
        session.doWork(nowNs);

        assertThat(session.window().next()).isEqualTo(2);
        assertThat(heard.lines).endsWith("reject 2 NOT_ALLOWED");
    }

    @Test
    void isFullWithAWindowOfUnansweredCommands() {
        connect(1, 1);
        send(8);
        assertThat(session.readiness(nowNs)).isEqualTo(Result.BACK_PRESSURE);

        answer(1, 1);

        assertThat(session.readiness(nowNs)).isEqualTo(Result.SENT);
    }

    @Test
    void asksAgainAfterARefusal() {
        reply(ConnectResult.REFUSED_SOURCE, 1, 0, 0);
        assertThat(session.state()).isEqualTo(ConnectionState.CONNECTING);
        assertThat(heard.lines).containsExactly("refused REFUSED_SOURCE");

        connect(1, 5);

        assertThat(session.state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void hearsTheAnswerToEveryRequestOnAStreamOfItsOwn() {
        reply(ConnectResult.REFUSED_SOURCE, 1, 0, 0);
        final int first = link.request.sessionStreamId();
        assertThat(link.stream).isEqualTo(first);

        connect(1, 5);

        assertThat(link.request.sessionStreamId()).isEqualTo(link.stream).isNotEqualTo(first);
    }

    @Test
    void ignoresBytesThatMakeNoSense() {
        connect(1, 1);
        final int before = heard.lines.size();
        for (int length = 0; length < 200; length++) {
            link.inbox.add(new UnsafeBuffer(new byte[length]));
        }
        session.doWork(nowNs);
        hear(says.completion(1, 5, SOURCE, 1, false) - 1);
        session.doWork(nowNs);

        assertThat(session.state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(heard.lines).hasSize(before);
    }

    @Test
    void mayBeClosedFromACallback() {
        heard.onAnswer = () -> session.close();
        connect(1, 1);
        send(1);
        answer(1, 1);

        assertThat(session.state()).isEqualTo(ConnectionState.CLOSED);
        assertThat(link.closedWhilePolled).isFalse();
        assertThat(session.readiness(nowNs)).isEqualTo(Result.CLOSED);
    }

    @Test
    void takesEveryWholeRecordOfAMessageAndStopsAtOneThatIsNot() {
        connect(1, 1);
        send(2);
        final UnsafeBuffer message = new UnsafeBuffer(new byte[1_024]);
        int length = 0;
        for (int number = 1; number <= 2; number++) {
            final int record = says.completion(1, number, SOURCE, number, false);
            message.putBytes(length, says.buffer, 0, record);
            length += record;
        }
        link.inbox.add(new UnsafeBuffer(message, 0, length + 90));
        session.doWork(nowNs);

        assertThat(heard.lines).endsWith("completed 1", "completed 2");
        assertThat(session.state()).isEqualTo(ConnectionState.CONNECTED);
    }

    private void connect(final long epoch, final long next) {
        reply(ConnectResult.OK, epoch, 0, next);
    }

    /** Goes through connecting and has the engine answer. */
    private void reply(final ConnectResult result, final long epoch, final long sequence, final long next) {
        link.engine = true;
        nowNs += SECOND_NS;
        session.doWork(nowNs);
        session.doWork(nowNs);
        hear(says.reply(token(), result, epoch, sequence, next));
        session.doWork(nowNs);
    }

    private long token() {
        return link.request.clientToken();
    }

    private void hear(final int length) {
        final UnsafeBuffer message = new UnsafeBuffer(new byte[length]);
        message.putBytes(0, says.buffer, 0, length);
        link.inbox.add(message);
    }

    private void answer(final long sequence, final long number) {
        hear(says.completion(1, sequence, SOURCE, number, false));
        session.doWork(nowNs);
    }

    private void send(final int commands) {
        for (int i = 0; i < commands; i++) {
            final SendWindow window = session.window();
            final int offset = window.offset(window.next());
            window.buffer().putShort(offset + 2, (short) DEPOSIT, ByteOrder.LITTLE_ENDIAN);
            window.buffer().putLong(offset + 8, window.next(), ByteOrder.LITTLE_ENDIAN);
            assertThat(session.readiness(nowNs)).isEqualTo(Result.SENT);
            assertThat(session.send(28)).isEqualTo(Result.SENT);
        }
    }

    /** Writes down what the handler hears. */
    private static final class Heard implements ClientHandler {
        private final List<String> lines = new ArrayList<>();
        private Runnable onAnswer = () -> {};

        @Override
        public void onConnected(final long epoch, final long nextSourceSequence) {
            lines.add("connected " + epoch + ' ' + nextSourceSequence);
        }

        @Override
        public void onDisconnected(final DisconnectReason reason) {
            lines.add("disconnected " + reason);
        }

        @Override
        public void onRefused(final ConnectResult result) {
            lines.add("refused " + result);
        }

        @Override
        public void onRolledBack(final long sequence, final long nextSourceSequence, final int framesDropped) {
            lines.add("rolled back " + sequence + ' ' + nextSourceSequence + ' ' + framesDropped);
        }

        @Override
        public void onFrameReject(final long sourceSequence, final int templateId, final FrameVerdict verdict) {
            lines.add("reject " + sourceSequence + ' ' + verdict);
        }

        @Override
        public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
            lines.add("completed " + completion.sourceSequence());
            onAnswer.run();
        }
    }
}
