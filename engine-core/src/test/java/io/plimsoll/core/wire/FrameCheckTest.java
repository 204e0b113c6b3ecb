package io.plimsoll.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.CommandText;
import io.plimsoll.core.EngineDriver;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.OrderPlaceEncoder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class FrameCheckTest {
    private static final List<String> COMMANDS = List.of(
            "DefineSource newSource=9",
            "DefineAsset asset=9 symbol=X scale=6",
            "DefineTierTable table=9 tiers=0:2:1,5:3:2",
            "DefineInstrument instrument=9 symbol=X underlying=2 settlement=1 tickValue=1 priceTicksMax=9 positionLotsMax=9",
            "DefineInstrument instrument=10 symbol=O underlying=2 settlement=1 tickValue=1 priceTicksMax=9 positionLotsMax=9"
                    + " kind=OPTION lotSize=1 expiry=2000000000 window=1 strike=1 side=CALL premium=PREMIUM",
            "DefineGroup group=9",
            "DefineAccount account=9 group=7",
            "DefineAccount account=10 group=7 mode=PORTFOLIO",
            "DefineDocumentPart kind=SCENARIO_SET version=1 total=3 words=1,-2,3",
            "DefineDocumentPart kind=MARGIN_MODEL version=1 total=4 first=2 words=5,6",
            "SurfacePart asset=2 total=2 words=1,2",
            "DefineFunding interval=0 period=1000000000",
            "PremiumSample premium=-1 index=20000",
            "Deposit account=7 amount=5",
            "WithdrawalRequest account=7 amount=5",
            "Transfer from=7 to=8 amount=5",
            "IndexPrice asset=1 price=10000000000",
            "DefineClaim asset=3 underlying=2 step=1000",
            "RedemptionRate asset=3 rate=1000000000000000",
            "MarkPrice price=20000",
            "Trade id=1 price=20000 lots=1 buy=7 sell=8",
            "WithdrawalSettle id=1 result=RETURNED",
            "DefineFeeSchedule schedule=1 maker=-10 taker=20",
            "FeeScheduleAssign account=7 schedule=1",
            "CreditLine account=7 amount=1",
            "LedgerMove from=EXTERNAL to=HOUSE amount=1",
            "GroupTransfer from=7 to=8 amount=1",
            "DefineHaircuts asset=2 tiers=0:50000:50000,2000000000:150000:80000",
            "OrderPlace account=7 order=1 lots=1 limit=20000",
            "OrderAmend account=7 order=1 lots=1 limit=20000",
            "OrderCancel account=7 order=1",
            "OrdersCancel account=7 instrument=1 sides=BUY",
            "TradingStop account=7",
            "TradingResume account=7",
            "AdvanceTime timeNs=1000000000",
            "Tick",
            "ParameterChange parameter=MARGIN_CALL_POINT_PPM value=500000",
            "MarketHalt",
            "InstrumentDelist price=20000",
            "MarketResume",
            "Checkpoint",
            "VolatilityFix",
            "Revalue asset=2",
            "Continue",
            "CancelOnDisconnect active=YES",
            "SourceDisconnected absent=2",
            "QuotesReplace account=7 quotes=1/11:5@19990/12:5@20010",
            "BasketPlace account=7 orders=1:BUY:1@20000:1,2:SELL:1@20000:1:REDUCE");

    private final CommandText text = new CommandText();

    @Test
    void acceptsEveryCommandAsItShouldBe() {
        for (final String command : COMMANDS) {
            assertThat(check(text.frame(1, 1, command))).as(command).isEqualTo(FrameVerdict.ACCEPTED);
        }
    }

    @Test
    void refusesEveryCommandThatIsCutOrTooLong() {
        for (final String command : COMMANDS) {
            final byte[] frame = text.frame(1, 1, command);
            for (int length = 0; length < frame.length; length++) {
                assertThat(check(Arrays.copyOf(frame, length)))
                        .as("%s cut to %d bytes", command, length)
                        .isIn(FrameVerdict.TOO_SHORT, FrameVerdict.BAD_GROUP);
            }
            assertThat(check(Arrays.copyOf(frame, frame.length + 1))).isEqualTo(FrameVerdict.TOO_LONG);
        }
        assertThat(check(new byte[CommandFrames.COMMAND_LENGTH_MAX + 1])).isEqualTo(FrameVerdict.TOO_LONG);
    }

    @Test
    void namesWhatIsWrongWithTheHeader() {
        assertThat(check(with(0, 1))).isEqualTo(FrameVerdict.WRONG_BLOCK_LENGTH);
        assertThat(check(with(2, 99))).isEqualTo(FrameVerdict.UNKNOWN_TEMPLATE);
        assertThat(check(with(2, 500))).isEqualTo(FrameVerdict.UNKNOWN_TEMPLATE);
        assertThat(check(with(4, 1))).isEqualTo(FrameVerdict.WRONG_SCHEMA);
        assertThat(check(with(6, 0))).isEqualTo(FrameVerdict.WRONG_VERSION);
        assertThat(check(with(6, 2))).isEqualTo(FrameVerdict.WRONG_VERSION);
    }

    @Test
    void refusesEnumValuesThatNameNothing() {
        final byte[] order = text.frame(1, 1, "OrderPlace account=7 order=1 lots=1 limit=20000");
        final int reduceOnly = CommandFrames.HEADER_LENGTH + OrderPlaceEncoder.reduceOnlyEncodingOffset();
        order[reduceOnly] = 2;
        assertThat(check(order)).isEqualTo(FrameVerdict.BAD_ENUM);
        order[reduceOnly] = 0;
        for (final int side : new int[] {0, 3, 255}) {
            order[CommandFrames.HEADER_LENGTH + OrderPlaceEncoder.sideEncodingOffset()] = (byte) side;
            assertThat(check(order)).isEqualTo(FrameVerdict.BAD_ENUM);
        }
    }

    @Test
    void refusesABasketInWhichAnyOrderHasAnUnknownSideOrFlag() {
        final byte[] basket = text.frame(1, 1, "BasketPlace account=7 orders=1:BUY:1@20000:1,2:SELL:1@20000:1");
        final int entry = 30;
        for (int last = basket.length; last > basket.length - 2 * entry; last -= entry) {
            final byte[] frame = basket.clone();
            frame[last - 1] = 2;
            assertThat(check(frame)).isEqualTo(FrameVerdict.BAD_ENUM);
            frame[last - 1] = 0;
            frame[last - 2] = 0;
            assertThat(check(frame)).isEqualTo(FrameVerdict.BAD_ENUM);
            frame[last - 2] = 1;
            assertThat(check(frame)).isEqualTo(FrameVerdict.ACCEPTED);
        }
    }

    @Test
    void takesBasketsOfUpTo32Orders() {
        final String orders = String.join(",", Collections.nCopies(32, "1:BUY:1@20000:1"));
        assertThat(check(text.frame(1, 1, "BasketPlace account=7 orders=" + orders)))
                .isEqualTo(FrameVerdict.ACCEPTED);
        assertThat(check(text.frame(1, 1, "BasketPlace account=7 orders=1:BUY:1@20000:1," + orders)))
                .isIn(FrameVerdict.BAD_GROUP, FrameVerdict.TOO_LONG);
    }

    @Test
    void takesQuotesInUpTo16Instruments() {
        final String quotes = String.join(",", Collections.nCopies(16, "1/1:1@1/2:1@2"));
        assertThat(check(text.frame(1, 1, "QuotesReplace account=7 quotes=" + quotes)))
                .isEqualTo(FrameVerdict.ACCEPTED);
        assertThat(check(text.frame(1, 1, "QuotesReplace account=7 quotes=1/-/-," + quotes)))
                .isEqualTo(FrameVerdict.BAD_GROUP);
    }

    @Test
    void refusesSidesToCancelThatNameNothing() {
        final byte[] cancel = text.frame(1, 1, "OrdersCancel account=7 sides=SELL");
        assertThat(check(cancel)).isEqualTo(FrameVerdict.ACCEPTED);
        cancel[cancel.length - 1] = 3;
        assertThat(check(cancel)).isEqualTo(FrameVerdict.BAD_ENUM);
    }

    @Test
    void refusesOptionSidesAndStylesThatNameNothing() {
        final byte[] option = text.frame(1, 1, "DefineInstrument instrument=9 kind=OPTION side=PUT premium=FUTURES");
        assertThat(check(option)).isEqualTo(FrameVerdict.ACCEPTED);
        for (int i = 1; i <= 2; i++) {
            option[option.length - i] = 3;
            assertThat(check(option)).isEqualTo(FrameVerdict.BAD_ENUM);
            option[option.length - i] = 0;
        }
    }

    @Test
    void refusesGroupsThatDoNotFit() {
        final byte[] tiers = text.frame(1, 1, "DefineTierTable table=9 tiers=0:2:1,5:3:2");
        final UnsafeBuffer buffer = new UnsafeBuffer(tiers);
        final int group = CommandFrames.HEADER_LENGTH + 16;
        buffer.putShort(group + 2, (short) 3);
        assertThat(check(tiers)).isEqualTo(FrameVerdict.BAD_GROUP);
        buffer.putShort(group + 2, (short) 17);
        assertThat(check(tiers)).isEqualTo(FrameVerdict.BAD_GROUP);
        buffer.putShort(group + 2, (short) 0xFFFF);
        assertThat(check(tiers)).isEqualTo(FrameVerdict.BAD_GROUP);
        buffer.putShort(group + 2, (short) 1);
        assertThat(check(tiers)).isEqualTo(FrameVerdict.TOO_LONG);
        buffer.putShort(group, (short) 15);
        assertThat(check(tiers)).isEqualTo(FrameVerdict.BAD_GROUP);
    }

    @Test
    void takesDocumentsInPartsOfUpTo48Words() {
        final byte[] full = text.frame(1, 1, "DefineDocumentPart kind=MARGIN_MODEL total=48 words=" + "7,".repeat(48));
        assertThat(check(full)).isEqualTo(FrameVerdict.ACCEPTED);
        assertThat(full).hasSizeLessThanOrEqualTo(CommandFrames.COMMAND_LENGTH_MAX);
        assertThat(check(text.frame(1, 1, "SurfacePart asset=2 total=48 words=" + "7,".repeat(48))))
                .isEqualTo(FrameVerdict.ACCEPTED);
        for (final String line : List.of("DefineDocumentPart kind=MARGIN_MODEL", "SurfacePart asset=2")) {
            assertThat(check(text.frame(1, 1, line + " total=49 words=" + "7,".repeat(49))))
                    .as(line)
                    .isEqualTo(FrameVerdict.BAD_GROUP);
        }
    }

    @Test
    void refusesASurfaceThatComesAsADocument() {
        assertThat(check(text.frame(1, 1, "DefineDocumentPart kind=SURFACE total=1 words=1")))
                .isEqualTo(FrameVerdict.BAD_ENUM);
    }

    /** What the check lets through the engine takes, with a completion and without a fault, whatever the figures are. */
    @Test
    void garbledFramesAreRefusedOrAnswered() {
        final long seed = 20261121L;
        final Random random = new Random(seed);
        final EngineDriver driver = EngineDriver.withMarket().account(7, 1_000).account(8, 1_000);
        driver.send("DefineSource newSource=2 window=4 role=ADMIN ordering=MONOTONE");
        int accepted = 0;
        for (int i = 0; i < 200_000; i++) {
            final byte[] frame = text.frame(2, i + 1, COMMANDS.get(random.nextInt(COMMANDS.size())));
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                // Not the source's own number: one wild jump would make all that follows stale.
                final int at = random.nextInt(frame.length - 8);
                frame[at < 8 ? at : at + 8] = (byte) random.nextInt(256);
            }
            final String answer = driver.sendRaw(frame);
            assertThat(answer).as("seed %d, frame %d", seed, i).isNotEmpty();
            accepted += answer.startsWith("OK") ? 1 : 0;
        }
        assertThat(accepted).as("seed %d", seed).isBetween(1_000, 199_000);
        assertThat(driver.sendAs(0, Long.MAX_VALUE, "Checkpoint")).isEqualTo("OK");
        assertThat(driver.replay().engine().stateHash())
                .isEqualTo(driver.engine().stateHash());
    }

    private byte[] with(final int headerOffset, final int value) {
        final byte[] frame = text.frame(1, 1, "Deposit account=7 amount=5");
        new UnsafeBuffer(frame).putShort(headerOffset, (short) value);
        return frame;
    }

    private static FrameVerdict check(final byte[] frame) {
        return FrameCheck.check(new UnsafeBuffer(frame), 0, frame.length);
    }
}
