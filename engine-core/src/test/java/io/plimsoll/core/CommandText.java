package io.plimsoll.core;

import io.plimsoll.sbe.AdvanceTimeEncoder;
import io.plimsoll.sbe.CheckpointEncoder;
import io.plimsoll.sbe.ContinueEncoder;
import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.InstrumentDelistEncoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MarketHaltEncoder;
import io.plimsoll.sbe.MarketResumeEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.ModeChangeEncoder;
import io.plimsoll.sbe.ModelChangeEncoder;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.ParameterId;
import io.plimsoll.sbe.PocketOpenEncoder;
import io.plimsoll.sbe.PremiumSampleEncoder;
import io.plimsoll.sbe.RedemptionRateEncoder;
import io.plimsoll.sbe.RevalueEncoder;
import io.plimsoll.sbe.TickEncoder;
import io.plimsoll.sbe.TransferEncoder;
import io.plimsoll.sbe.VolatilityFixEncoder;
import io.plimsoll.sbe.WithdrawalRequestEncoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleEncoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** Commands from short lines: {@code Deposit account=7 asset=1 amount=1000}. Fields left out are 0 or the usual value. */
public final class CommandText extends FieldText {
    private final Map<String, String> fields;
    private final DefinitionText definitions;
    private final OrderText orders;

    /** Ready for lines. */
    public CommandText() {
        this(new UnsafeBuffer(new byte[2048]), new HashMap<>());
    }

    private CommandText(final UnsafeBuffer buffer, final Map<String, String> fields) {
        super(buffer, fields);
        this.fields = fields;
        this.definitions = new DefinitionText(buffer, fields);
        this.orders = new OrderText(buffer, fields);
    }

    /** Frame of a command of a source. */
    public byte[] frame(final int source, final long sourceSequence, final String line) {
        final String[] words = line.trim().split("\\s+");
        fields.clear();
        for (int i = 1; i < words.length; i++) {
            final String[] pair = words[i].split("=", 2);
            fields.put(pair[0], pair[1]);
        }
        buffer.setMemory(0, buffer.capacity(), (byte) 0);
        final int bodyLength = encode(words[0]);
        buffer.putLong(MessageHeaderEncoder.ENCODED_LENGTH, sourceSequence);
        buffer.putInt(MessageHeaderEncoder.ENCODED_LENGTH + 8, source);
        return Arrays.copyOf(buffer.byteArray(), MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }

    private int encode(final String name) {
        return switch (name) {
            case "DefineSource", "DefineAsset", "DefineTierTable", "DefineInstrument", "DefineGroup", "DefineAccount" ->
                definitions.encode(name);
            case "DefineFunding",
                    "DefineHaircuts",
                    "DefineClaim",
                    "DefineFeeSchedule",
                    "FeeScheduleAssign",
                    "CreditLine",
                    "LedgerMove",
                    "GroupTransfer",
                    "DefineDocumentPart",
                    "SurfacePart" -> definitions.encode(name);
            case "PremiumSample" ->
                new PremiumSampleEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .premium(number("premium"))
                        .indexTicks(number("index"))
                        .encodedLength();
            case "ModeChange" ->
                new ModeChangeEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .mode(MarginMode.valueOf(word("mode", "PORTFOLIO")))
                        .encodedLength();
            case "ModelChange" ->
                new ModelChangeEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .model(integer("model"))
                        .encodedLength();
            case "PocketOpen" ->
                new PocketOpenEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .parent(number("parent"))
                        .instrument(integer("instrument", 1))
                        .encodedLength();
            case "Deposit", "WithdrawalRequest", "WithdrawalSettle", "Transfer" -> money(name);
            case "IndexPrice" ->
                new IndexPriceEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .asset(integer("asset"))
                        .price(number("price"))
                        .encodedLength();
            case "RedemptionRate" ->
                new RedemptionRateEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .asset(integer("asset"))
                        .rate(number("rate"))
                        .encodedLength();
            case "MarkPrice" ->
                new MarkPriceEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .price(number("price"))
                        .encodedLength();
            case "Trade" -> orders.trade();
            case "OrderPlace", "OrderAmend", "OrderCancel" -> orders.order(name);
            case "BasketPlace" -> orders.basket();
            case "QuotesReplace" -> orders.quotes();
            case "CancelOnDisconnect", "SourceDisconnected" -> orders.session(name);
            case "OrdersCancel", "TradingStop", "TradingResume" -> orders.trading(name);
            default -> control(name);
        };
    }

    private int control(final String name) {
        return switch (name) {
            case "AdvanceTime" ->
                new AdvanceTimeEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .timeNs(number("timeNs"))
                        .encodedLength();
            case "Tick" ->
                new TickEncoder().wrapAndApplyHeader(buffer, 0, header).encodedLength();
            case "ParameterChange" ->
                new ParameterChangeEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .parameter(ParameterId.valueOf(word("parameter", "")))
                        .scope(integer("scope"))
                        .value(number("value"))
                        .encodedLength();
            case "MarketHalt" ->
                new MarketHaltEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .encodedLength();
            case "MarketResume" ->
                new MarketResumeEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .encodedLength();
            case "InstrumentDelist" ->
                new InstrumentDelistEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .price(number("price"))
                        .encodedLength();
            case "Checkpoint" ->
                new CheckpointEncoder().wrapAndApplyHeader(buffer, 0, header).encodedLength();
            case "VolatilityFix" ->
                new VolatilityFixEncoder().wrapAndApplyHeader(buffer, 0, header).encodedLength();
            case "Revalue" ->
                new RevalueEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .asset(integer("asset"))
                        .encodedLength();
            case "Continue" ->
                new ContinueEncoder().wrapAndApplyHeader(buffer, 0, header).encodedLength();
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    private int money(final String name) {
        return switch (name) {
            case "Deposit" ->
                new DepositEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .asset(integer("asset", 1))
                        .amount(number("amount"))
                        .encodedLength();
            case "WithdrawalRequest" ->
                new WithdrawalRequestEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .asset(integer("asset", 1))
                        .amount(number("amount"))
                        .encodedLength();
            case "WithdrawalSettle" ->
                new WithdrawalSettleEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .withdrawal(number("id"))
                        .result(WithdrawalResult.valueOf(word("result", "PAID")))
                        .encodedLength();
            default ->
                new TransferEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .fromAccount(number("from"))
                        .toAccount(number("to"))
                        .asset(integer("asset", 1))
                        .amount(number("amount"))
                        .encodedLength();
        };
    }
}
