package io.plimsoll.cli.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.config.ConfigException;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.config.YamlFile;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.OrderLimit;
import io.plimsoll.core.market.FundingRule;
import io.plimsoll.core.market.FundingTerms;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.DefineDocumentPartDecoder;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ParameterChangeDecoder;
import io.plimsoll.sbe.RejectReason;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenesisFramesTest {
    private static final long START_NS = 1_764_921_600_000_000_000L;

    private final EngineConfig config = EngineConfig.shipped();
    private final MarginEngine engine = new MarginEngine(EngineSettings.limits(config.limits()));
    private final CommandDispatcher dispatcher =
            new CommandDispatcher(engine, (index, flags, event, offset, length) -> hear(event, offset));
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final List<RejectReason> answers = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"plimsoll", "pmrm2", "deribit"})
    void everyModelThatShipsComesIntoForce(final String name) {
        apply(markets("\nportfolio: { scenarios: " + name + ", model: " + name + " }\n"));

        assertThat(answers).containsOnly(RejectReason.NONE);
        assertThat(engine.state().risk().set()).isNotNull();
        assertThat(engine.state().risk().modelVersion(1)).isPositive();
    }

    @Test
    void thereIsNoPortfolioModeUnlessTheMarketsNameIt() {
        final List<byte[]> frames = apply(markets(""));

        assertThat(frames)
                .noneMatch(frame ->
                        CommandFrames.templateId(new UnsafeBuffer(frame), 0) == DefineDocumentPartDecoder.TEMPLATE_ID);
        assertThat(engine.state().risk().set()).isNull();
    }

    @Test
    void feeSchedulesAndFundingComeIntoForce() {
        final String text = YamlFile.shipped(MarketsConfig.FILE_NAME).text();
        final String perpetual = "{ id: 1, kind: linear-perpetual,";
        assertThat(text).contains(perpetual);
        apply(MarketsConfig.parse(
                "markets.yaml", text.replace(perpetual, "{ funding: eight-hours, " + perpetual.substring(2)) + """

                fees: { makers: { id: 2, maker: -0.005 %, taker: 0.04 % } }
                funding:
                  eight-hours:
                    { interval: 8h, period: 8h, interest: 0.01 %, clamp-lower: -0.05 %, clamp-upper: 0.05 %,
                      rate-lower: -2 %, rate-upper: 2 %, margin-factor: 75 % }
                """));

        assertThat(answers).containsOnly(RejectReason.NONE);
        assertThat(engine.state().feeSchedules().get(2).makerPpm()).isEqualTo(-50);
        assertThat(engine.state().funding().terms(engine.state().instruments().get(1)))
                .isEqualTo(new FundingTerms(
                        28_800_000_000_000L,
                        28_800_000_000_000L,
                        new FundingRule(
                                100_000_000_000L,
                                -500_000_000_000L,
                                500_000_000_000L,
                                1_000_000_000_000_000L,
                                -20_000_000_000_000L,
                                20_000_000_000_000L),
                        750_000));
    }

    @Test
    void thePhaseInAndTheWrongWayShareComeIntoForceWhereTheyAreGiven() {
        final String text = YamlFile.shipped(MarketsConfig.FILE_NAME).text();
        final String given = text.replace("# phase-in: 24h", "phase-in: 36h")
                .replace("BTC:  { id: 3,", "BTC:  { wrong-way-share: 62.5 %, id: 3,");

        final List<byte[]> frames = apply(MarketsConfig.parse("markets.yaml", given));

        assertThat(answers).containsOnly(RejectReason.NONE);
        assertThat(changes(frames))
                .containsExactly(
                        "UNREALISED_PROFIT_CREDIT_PPM of 0: 0",
                        "MARGIN_CALL_POINT_PPM of 0: 500000",
                        "LIQUIDATION_EXIT_PPM of 0: 1100000",
                        "ORDER_PRICE_BAND_PPM of 0: 100000",
                        "PHASE_IN_NS of 0: 129600000000000",
                        "WRONG_WAY_SHARE of 3: 625000");
        assertThat(engine.state().parameters().phaseInNs()).isEqualTo(129_600_000_000_000L);
        assertThat(engine.state().assets().get(3).rules().get(AssetRule.WRONG_WAY_SHARE))
                .isEqualTo(625_000);
    }

    @Test
    void whatIsLeftOutIsNoCommandAndMeansItsDefault() {
        final String text = YamlFile.shipped(MarketsConfig.FILE_NAME).text();
        assertThat(changes(apply(MarketsConfig.parse("markets.yaml", text)))).hasSize(4);
        final String defaults = text.replace("# phase-in: 24h", "phase-in: 24h")
                .replace("BTC:  { id: 3,", "BTC:  { wrong-way-share: 100 %, id: 3,");
        final GenesisFramesTest other = new GenesisFramesTest();
        assertThat(changes(other.apply(MarketsConfig.parse("markets.yaml", defaults))))
                .hasSize(6);

        assertThat(other.engine.state().parameters().hash())
                .isEqualTo(engine.state().parameters().hash());
        assertThat(other.engine.state().assets().get(3).hash())
                .isEqualTo(engine.state().assets().get(3).hash());
    }

    @Test
    void limitsOnOrdersComeIntoForceWithTheirInstrument() {
        final String text = YamlFile.shipped(MarketsConfig.FILE_NAME).text();
        final String perpetual = "{ id: 1, kind: linear-perpetual,";
        assertThat(text).contains(perpetual);

        final List<byte[]> frames = apply(MarketsConfig.parse(
                "markets.yaml",
                text.replace(
                        perpetual,
                        "{ order-value-max: 5_000_000, group-position-max: 20_000, open-interest-max: 50_000,"
                                + " taking-band: 5 %, resting-band: 90 %, " + perpetual.substring(2))));

        assertThat(answers).containsOnly(RejectReason.NONE);
        assertThat(changes(frames).stream().skip(4))
                .containsExactly(
                        "ORDER_VALUE_MAX of 1: 5000000000000",
                        "GROUP_LOTS_MAX of 1: 200000000",
                        "OPEN_INTEREST_MAX of 1: 500000000",
                        "TAKING_BAND_PPM of 1: 50000",
                        "RESTING_BAND_PPM of 1: 900000");
        assertThat(engine.state().instruments().get(1).limit(OrderLimit.TAKING_BAND_PPM))
                .isEqualTo(50_000);
    }

    private List<String> changes(final List<byte[]> frames) {
        return frames.stream()
                .map(UnsafeBuffer::new)
                .filter(frame -> CommandFrames.templateId(frame, 0) == ParameterChangeDecoder.TEMPLATE_ID)
                .map(frame -> new ParameterChangeDecoder().wrapAndApplyHeader(frame, 0, header))
                .map(change -> change.parameter() + " of " + change.scope() + ": " + change.value())
                .toList();
    }

    @Test
    void saysWhichFileIsNotThere() {
        final MarketsConfig markets = markets("\nportfolio: { scenarios: plimsoll, model: nowhere/mine.yaml }\n");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> GenesisFrames.of(config.sources(), markets))
                .withMessageContaining("nowhere/mine.yaml: no such file");
    }

    private static MarketsConfig markets(final String portfolio) {
        return MarketsConfig.parse(
                "markets.yaml", YamlFile.shipped(MarketsConfig.FILE_NAME).text() + portfolio);
    }

    private List<byte[]> apply(final MarketsConfig markets) {
        final List<byte[]> frames = GenesisFrames.of(config.sources(), markets);
        long sequence = 0;
        for (final byte[] frame : frames) {
            final UnsafeBuffer buffer = new UnsafeBuffer(frame.clone());
            assertThat(FrameCheck.check(buffer, 0, frame.length)).isEqualTo(FrameVerdict.ACCEPTED);
            buffer.putLong(MessageHeaderDecoder.ENCODED_LENGTH, ++sequence);
            dispatcher.onCommand(sequence, START_NS, buffer, 0, frame.length);
        }
        return frames;
    }

    private void hear(final DirectBuffer event, final int offset) {
        header.wrap(event, offset);
        if (header.templateId() == CommandCompletedDecoder.TEMPLATE_ID) {
            answers.add(new CommandCompletedDecoder()
                    .wrapAndApplyHeader(event, offset, header)
                    .reason());
        }
    }
}
