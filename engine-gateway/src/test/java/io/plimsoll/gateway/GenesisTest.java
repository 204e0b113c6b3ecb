package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.sbe.DefineClaimEncoder;
import io.plimsoll.sbe.DefineFeeScheduleEncoder;
import io.plimsoll.sbe.DefineFundingEncoder;
import io.plimsoll.sbe.DefineHaircutsEncoder;
import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.ParameterId;
import io.plimsoll.sbe.RedemptionRateEncoder;
import java.util.ArrayList;
import java.util.Arrays;
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
    void defineFundingAndFeesOnce() {
        final List<byte[]> all = new ArrayList<>(TestGenesis.frames());
        all.add(funding());
        all.add(feeSchedule());
        TestGenesis.frames().forEach(this::applyAsHost);
        apply(deposit());
        assertThat(missing(all)).containsExactlyElementsOf(all.subList(all.size() - 2, all.size()));

        all.subList(all.size() - 2, all.size()).forEach(this::applyAsHost);

        assertThat(missing(all)).isEmpty();
    }

    @Test
    void defineAClaimAndItsFirstRateOnce() {
        final List<byte[]> all = new ArrayList<>(TestGenesis.frames());
        all.add(TestGenesis.asset(7, "STBTC", Flag.NO));
        all.add(claim());
        all.add(redemptionRate());
        TestGenesis.frames().forEach(this::applyAsHost);
        apply(deposit());
        final List<byte[]> later = all.subList(all.size() - 3, all.size());
        assertThat(missing(all)).containsExactlyElementsOf(later);

        later.subList(0, 2).forEach(this::applyAsHost);
        assertThat(missing(all)).containsExactly(later.get(2));
        applyAsHost(later.get(2));

        assertThat(missing(all)).isEmpty();
        assertThat(engine.state().assets().get(7).claim().rate()).isEqualTo(1_043_200_000_000_000L);
    }

    @Test
    void defineAnAssetThatComesLaterWithItsHaircutsAndLimits() {
        final List<byte[]> all = new ArrayList<>(TestGenesis.frames());
        TestGenesis.frames().forEach(this::applyAsHost);
        apply(deposit());
        for (final int asset : new int[] {TestGenesis.BTC, 7}) {
            all.add(TestGenesis.asset(asset, "A" + asset, Flag.NO));
            all.add(haircuts(asset));
            all.add(limit(asset));
        }
        final List<byte[]> later = all.subList(all.size() - 3, all.size());
        assertThat(missing(all)).containsExactlyElementsOf(later);

        later.forEach(this::applyAsHost);

        assertThat(missing(all)).isEmpty();
        assertThat(engine.state().assets().get(7).rules().get(AssetRule.BORROW_ACCOUNT_MAX))
                .isEqualTo(5);
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

    private static byte[] funding() {
        final byte[] frame = new byte[MessageHeaderEncoder.ENCODED_LENGTH + DefineFundingEncoder.BLOCK_LENGTH];
        new DefineFundingEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(frame), 0, new MessageHeaderEncoder())
                .instrument(TestGenesis.BTC_PERP)
                .intervalNs(1_000_000_000L)
                .periodNs(1_000_000_000L);
        return frame;
    }

    private static byte[] claim() {
        final byte[] frame = new byte[MessageHeaderEncoder.ENCODED_LENGTH + DefineClaimEncoder.BLOCK_LENGTH];
        new DefineClaimEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(frame), 0, new MessageHeaderEncoder())
                .asset(7)
                .underlying(TestGenesis.BTC)
                .stepPpm(1_000);
        return frame;
    }

    private static byte[] redemptionRate() {
        final byte[] frame = new byte[MessageHeaderEncoder.ENCODED_LENGTH + RedemptionRateEncoder.BLOCK_LENGTH];
        new RedemptionRateEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(frame), 0, new MessageHeaderEncoder())
                .asset(7)
                .rate(1_043_200_000_000_000L);
        return frame;
    }

    private static byte[] feeSchedule() {
        final byte[] frame = new byte[MessageHeaderEncoder.ENCODED_LENGTH + DefineFeeScheduleEncoder.BLOCK_LENGTH];
        new DefineFeeScheduleEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(frame), 0, new MessageHeaderEncoder())
                .schedule(3)
                .takerPpm(500);
        return frame;
    }

    private static byte[] haircuts(final int asset) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[128]);
        final DefineHaircutsEncoder encoder =
                new DefineHaircutsEncoder().wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder());
        encoder.asset(asset).tiersCount(1).next().haircutPpm(10_000);
        return Arrays.copyOf(buffer.byteArray(), MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
    }

    private static byte[] limit(final int asset) {
        final byte[] frame = new byte[MessageHeaderEncoder.ENCODED_LENGTH + ParameterChangeEncoder.BLOCK_LENGTH];
        new ParameterChangeEncoder()
                .wrapAndApplyHeader(new UnsafeBuffer(frame), 0, new MessageHeaderEncoder())
                .scope(asset)
                .value(5)
                .parameter(ParameterId.BORROW_ACCOUNT_MAX);
        return frame;
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
