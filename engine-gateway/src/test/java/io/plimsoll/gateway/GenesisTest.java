package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.ParameterId;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class GenesisTest {
    private final MarginEngine engine = new MarginEngine(TestServers.LIMITS);
    private final CommandDispatcher dispatcher =
            new CommandDispatcher(engine, (index, flags, event, offset, length) -> {});
    private long sequence;

    @Test
    void defineEverythingAtTheFirstStart() {
        assertThat(missing(TestGenesis.frames())).containsExactlyElementsOf(TestGenesis.frames());
    }

    @Test
    void defineNothingThatIsKnown() {
        TestGenesis.frames().forEach(this::applyAsHost);

        assertThat(missing(TestGenesis.frames())).isEmpty();
    }

    @Test
    void defineTheRestAfterAStartThatWasCutShort() {
        final List<byte[]> all = TestGenesis.frames();
        all.subList(0, 4).forEach(this::applyAsHost);

        assertThat(missing(all)).isEqualTo(all.subList(4, all.size()));
    }

    @Test
    void leaveAParameterAloneOnceAnybodyButTheHostHasSpoken() {
        final List<byte[]> all = new ArrayList<>(TestGenesis.frames());
        all.add(parameter());
        TestGenesis.frames().forEach(this::applyAsHost);
        assertThat(missing(all)).containsExactly(all.get(all.size() - 1));

        apply(deposit());

        assertThat(missing(all)).isEmpty();
    }

    @Test
    void takeOnlyWhatDefinesSomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> missing(List.of(deposit())));
        assertThatIllegalArgumentException().isThrownBy(() -> missing(List.of(new byte[3])));
    }

    private List<byte[]> missing(final List<byte[]> frames) {
        return new Genesis(engine.state()).missing(frames);
    }

    private void applyAsHost(final byte[] frame) {
        final byte[] own = frame.clone();
        HostFrames.claim(new UnsafeBuffer(own), sequence + 1);
        apply(own);
    }

    private void apply(final byte[] frame) {
        dispatcher.onCommand(++sequence, 0, new UnsafeBuffer(frame), 0, frame.length);
    }

    private static byte[] parameter() {
        final byte[] frame = new byte[MessageHeaderEncoder.ENCODED_LENGTH + ParameterChangeEncoder.BLOCK_LENGTH];
        new ParameterChangeEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(frame), 0, new MessageHeaderEncoder())
                .value(500_000)
                .parameter(ParameterId.UNREALISED_PROFIT_CREDIT_PPM);
        return frame;
    }

    private static byte[] deposit() {
        final byte[] frame = new byte[MessageHeaderEncoder.ENCODED_LENGTH + DepositEncoder.BLOCK_LENGTH];
        new DepositEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(frame), 0, new MessageHeaderEncoder())
                .sourceSequence(1)
                .source(TestGenesis.ADMIN)
                .account(9);
        return frame;
    }
}
