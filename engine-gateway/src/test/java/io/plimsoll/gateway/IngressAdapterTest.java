package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.aeron.logbuffer.FrameDescriptor;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.sbe.AdvanceTimeEncoder;
import io.plimsoll.sbe.ConnectRequestEncoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.agrona.concurrent.CachedNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngressAdapterTest {
    private static final int RING = 4;
    private static final int INGRESS_STREAM = 1001;
    private static final int ADMIN_IMAGE = 11;
    private static final int PRICES_IMAGE = 13;
    private static final int LISTENER_IMAGE = 17;
    private static final int STRANGER_IMAGE = 19;
    private static final int SCHEMA_ID = 4;
    private static final int VERSION = 6;

    private final TestCounters counters = new TestCounters();
    private final Queue<SessionRequest> toEgress = new ArrayBlockingQueue<>(64);
    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[1024]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Queue<long[]> sequenced = new ArrayDeque<>();
    private EventPoller<CommandSlot> poller;
    private Sequencer sequencer;
    private IngressSessions sessions;
    private IngressAdapter adapter;

    @BeforeEach
    void connectThreeClients() {
        final MarginEngine engine = new MarginEngine(TestServers.LIMITS);
        final CommandDispatcher dispatcher = new CommandDispatcher(engine, (index, flags, event, offset, length) -> {});
        long sequence = 0;
        for (final byte[] definition : TestGenesis.frames()) {
            final UnsafeBuffer buffer = new UnsafeBuffer(definition);
            HostFrames.claim(buffer, ++sequence);
            dispatcher.onCommand(sequence, 0, buffer, 0, buffer.capacity());
        }
        final SourceDirectory sources = new SourceDirectory(engine.state().sources());
        final RingBuffer<CommandSlot> ring =
                RingBuffer.createSingleProducer(CommandSlot::new, RING, new YieldingWaitStrategy());
        poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
        sequencer = new Sequencer(ring, new CommandClock(0), new CachedNanoClock(), counters.counters, 0);
        sessions = new IngressSessions(toEgress, counters.counters, new Notices(), 3, 1_000, INGRESS_STREAM);
        adapter = new IngressAdapter(sessions, sequencer, () -> sources, counters.counters, 0);
        connect(ADMIN_IMAGE, 101, TestGenesis.ADMIN, 10_001);
        connect(PRICES_IMAGE, 103, TestGenesis.PRICES, 10_003);
        connect(LISTENER_IMAGE, 107, 0, 10_007);
        assertThat(results()).containsExactly(ConnectResult.OK, ConnectResult.OK, ConnectResult.OK);
        toEgress.clear();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # what is sent                | by        | verdict
            a good deposit                , ADMIN     , ACCEPTED
            a good price                  , PRICES    , ACCEPTED
            seven bytes                   , ADMIN     , TOO_SHORT
            a header alone                , ADMIN     , TOO_SHORT
            a deposit cut short           , ADMIN     , TOO_SHORT
            a deposit with a tail         , ADMIN     , TOO_LONG
            the first of many fragments   , ADMIN     , TOO_LONG
            another schema                , ADMIN     , WRONG_SCHEMA
            a later schema version        , ADMIN     , WRONG_VERSION
            schema version zero           , ADMIN     , WRONG_VERSION
            an event as a command         , ADMIN     , UNKNOWN_TEMPLATE
            a reply of the gateway        , ADMIN     , UNKNOWN_TEMPLATE
            a block too long              , ADMIN     , WRONG_BLOCK_LENGTH
            another's source              , ADMIN     , WRONG_SOURCE
            a good deposit                , LISTENER  , WRONG_SOURCE
            a deposit of the price feed   , PRICES    , NOT_ALLOWED
            a good deposit                , STRANGER  , NOT_CONNECTED
            another schema                , STRANGER  , NOT_CONNECTED
            """)
    void givesEveryFrameOneVerdict(final String what, final String by, final FrameVerdict verdict) {
        final int length = write(what);
        final byte flags =
                what.startsWith("the first of many") ? FrameDescriptor.BEGIN_FRAG_FLAG : FrameDescriptor.UNFRAGMENTED;

        final Action action = adapter.onFrame(frame, 0, length, flags, image(by));

        assertThat(action).isEqualTo(Action.CONTINUE);
        final boolean accepted = verdict == FrameVerdict.ACCEPTED;
        assertThat(sequencer.lastSequence()).isEqualTo(accepted ? 1 : 0);
        assertThat(counters.of("frames accepted")).isEqualTo(accepted ? 1 : 0);
        if (!accepted) {
            assertThat(counters.of("frames refused: " + verdict)).isEqualTo(1);
        }
        final boolean told = !accepted && !"STRANGER".equals(by);
        assertThat(verdicts()).isEqualTo(told ? List.of(verdict) : List.of());
    }

    @Test
    void refusesByNameWhenTheRingIsFullAndKeepsTheOrderBehindIt() {
        for (int n = 1; n <= RING + 3; n++) {
            deposit(n);
        }
        // 1 to 4 fill the ring, 5 is refused, 6 and 7 are passed over.
        assertThat(verdicts()).containsExactly(FrameVerdict.BACK_PRESSURE);
        assertThat(counters.of("frames passed over after a refused one")).isEqualTo(2);
        assertThat(drain()).containsExactly(1L, 2L, 3L, 4L);

        deposit(7);
        assertThat(drain()).isEmpty();
        for (int n = 5; n <= 7; n++) {
            deposit(n);
        }
        assertThat(drain()).containsExactly(5L, 6L, 7L);
        assertThat(counters.of("frames refused: BACK_PRESSURE")).isEqualTo(1);
    }

    @Test
    void holdsBackOneSessionOnly() {
        for (int n = 1; n <= RING + 1; n++) {
            deposit(n);
        }
        drain();

        send(price(1), PRICES_IMAGE);

        assertThat(drain()).containsExactly(1L);
    }

    @Test
    void tellsOfARefusalThatHoldsBackEvenIfEgressHadNoRoom() {
        for (int n = 1; n <= RING; n++) {
            deposit(n);
        }
        fillEgress();
        deposit(RING + 1);
        toEgress.clear();

        sessions.retry();

        assertThat(verdicts()).containsExactly(FrameVerdict.BACK_PRESSURE);
    }

    @Test
    void refusesCommandsOnceStopped() {
        adapter.stop();

        deposit(1);

        assertThat(verdicts()).containsExactly(FrameVerdict.ENGINE_STOPPED);
    }

    @Test
    void movesTimeOnlyByTheNextCommandOfItsSource() {
        send(advanceTime(1, 500), ADMIN_IMAGE);
        send(advanceTime(3, 900), ADMIN_IMAGE);
        send(advanceTime(1, 700), ADMIN_IMAGE);

        drain();
        assertThat(sequenced).extracting(s -> s[1]).containsExactly(500L, 500L, 500L);
    }

    @Test
    void answersConnectRequestsByTheirRules() {
        connect(23, 109, TestGenesis.ADMIN, 10_009);
        connect(23, 109, 77, 10_009);
        connect(23, 109, TestGenesis.MATCHING, 10_009);
        connect(ADMIN_IMAGE, 101, TestGenesis.ADMIN, 10_001);
        connect(23, 109, TestGenesis.MATCHING, INGRESS_STREAM);

        // In use; not defined; the three places are taken; whoever asks again replaces itself; the last gets no answer.
        assertThat(results())
                .containsExactly(
                        ConnectResult.REFUSED_SOURCE,
                        ConnectResult.REFUSED_SOURCE,
                        ConnectResult.REFUSED_FULL,
                        ConnectResult.OK);
    }

    @Test
    void refusesASessionOfAnUnknownSchemaVersion() {
        final int length = connectRequest(109, TestGenesis.MATCHING, 10_009);
        frame.putShort(VERSION, (short) 99, ByteOrder.LITTLE_ENDIAN);

        send(length, 23);

        assertThat(results()).containsExactly(ConnectResult.REFUSED_VERSION);
    }

    @Test
    void tellsTheNextNumberAsFarAsSequenced() {
        deposit(1);
        deposit(2);
        deposit(2);
        connect(ADMIN_IMAGE, 101, TestGenesis.ADMIN, 10_001);

        assertThat(toEgress)
                .filteredOn(SessionRequest.Open.class::isInstance)
                .extracting(request -> ((SessionRequest.Open) request).nextSourceSequence())
                .containsExactly(3L);
    }

    private int write(final String what) {
        final int deposit = deposit(1, TestGenesis.ADMIN);
        return switch (what) {
            case "a good deposit", "the first of many fragments" -> deposit;
            case "a good price" -> price(1);
            case "a deposit of the price feed" -> deposit(1, TestGenesis.PRICES);
            case "another's source" -> deposit(1, TestGenesis.MATCHING);
            case "seven bytes" -> 7;
            case "a header alone" -> 8;
            case "a deposit cut short" -> deposit - 1;
            case "a deposit with a tail" -> deposit + 1;
            case "another schema" -> withShort(SCHEMA_ID, 7, deposit);
            case "a later schema version" -> withShort(VERSION, 99, deposit);
            case "schema version zero" -> withShort(VERSION, 0, deposit);
            case "an event as a command" -> withShort(2, 500, deposit);
            case "a reply of the gateway" -> withShort(2, 4, deposit);
            case "a block too long" -> withShort(0, 99, deposit);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private int withShort(final int offset, final int value, final int length) {
        frame.putShort(offset, (short) value, ByteOrder.LITTLE_ENDIAN);
        return length;
    }

    private static int image(final String by) {
        return switch (by) {
            case "ADMIN" -> ADMIN_IMAGE;
            case "PRICES" -> PRICES_IMAGE;
            case "LISTENER" -> LISTENER_IMAGE;
            default -> STRANGER_IMAGE;
        };
    }

    private void deposit(final long n) {
        send(deposit(n, TestGenesis.ADMIN), ADMIN_IMAGE);
    }

    private int deposit(final long n, final int source) {
        final DepositEncoder deposit = new DepositEncoder();
        deposit.wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(n)
                .source(source)
                .asset(1)
                .account(1)
                .amount(5);
        return MessageHeaderEncoder.ENCODED_LENGTH + deposit.encodedLength();
    }

    private int price(final long n) {
        final MarkPriceEncoder price = new MarkPriceEncoder();
        price.wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(n)
                .source(TestGenesis.PRICES)
                .instrument(1)
                .price(5);
        return MessageHeaderEncoder.ENCODED_LENGTH + price.encodedLength();
    }

    private int advanceTime(final long n, final long timeNs) {
        final AdvanceTimeEncoder advance = new AdvanceTimeEncoder();
        advance.wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(n)
                .source(TestGenesis.ADMIN)
                .timeNs(timeNs);
        return MessageHeaderEncoder.ENCODED_LENGTH + advance.encodedLength();
    }

    private int connectRequest(final long token, final int source, final int stream) {
        final ConnectRequestEncoder request = new ConnectRequestEncoder();
        request.wrapAndApplyHeader(frame, 0, header)
                .clientToken(token)
                .source(source)
                .sessionStreamId(stream);
        return MessageHeaderEncoder.ENCODED_LENGTH + request.encodedLength();
    }

    private void connect(final int image, final long token, final int source, final int stream) {
        send(connectRequest(token, source, stream), image);
    }

    private void send(final int length, final int image) {
        adapter.onFrame(frame, 0, length, FrameDescriptor.UNFRAGMENTED, image);
    }

    private void fillEgress() {
        while (toEgress.offer(new SessionRequest.Close(0))) {
            // Until it takes no more.
        }
    }

    private List<Long> drain() {
        final int before = sequenced.size();
        Pollers.poll(poller, (slot, cursor, endOfBatch) -> {
            final long number = slot.frame().getLong(MessageHeaderEncoder.ENCODED_LENGTH, ByteOrder.LITTLE_ENDIAN);
            return sequenced.add(new long[] {number, slot.timeNs()});
        });
        return sequenced.stream().skip(before).map(s -> s[0]).toList();
    }

    private List<FrameVerdict> verdicts() {
        return toEgress.stream()
                .filter(SessionRequest.Reject.class::isInstance)
                .map(request -> ((SessionRequest.Reject) request).verdict())
                .toList();
    }

    private List<ConnectResult> results() {
        return toEgress.stream()
                .filter(SessionRequest.Open.class::isInstance)
                .map(request -> ((SessionRequest.Open) request).result())
                .toList();
    }
}
