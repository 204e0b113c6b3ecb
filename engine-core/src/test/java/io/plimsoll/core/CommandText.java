package io.plimsoll.core;

import io.plimsoll.sbe.AdvanceTimeEncoder;
import io.plimsoll.sbe.CheckpointEncoder;
import io.plimsoll.sbe.ContinueEncoder;
import io.plimsoll.sbe.DefineAccountEncoder;
import io.plimsoll.sbe.DefineAssetEncoder;
import io.plimsoll.sbe.DefineDocumentPartEncoder;
import io.plimsoll.sbe.DefineFundingEncoder;
import io.plimsoll.sbe.DefineGroupEncoder;
import io.plimsoll.sbe.DefineInstrumentEncoder;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.DefineTierTableEncoder;
import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.InstrumentDelistEncoder;
import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MarketHaltEncoder;
import io.plimsoll.sbe.MarketResumeEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.OptionSide;
import io.plimsoll.sbe.OrderAmendEncoder;
import io.plimsoll.sbe.OrderCancelEncoder;
import io.plimsoll.sbe.OrderPlaceEncoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelEncoder;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.ParameterId;
import io.plimsoll.sbe.PremiumSampleEncoder;
import io.plimsoll.sbe.PremiumStyle;
import io.plimsoll.sbe.RevalueEncoder;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceOrdering;
import io.plimsoll.sbe.SurfacePartEncoder;
import io.plimsoll.sbe.TickEncoder;
import io.plimsoll.sbe.TradeEncoder;
import io.plimsoll.sbe.TradingResumeEncoder;
import io.plimsoll.sbe.TradingStopEncoder;
import io.plimsoll.sbe.TransferEncoder;
import io.plimsoll.sbe.VolatilityFixEncoder;
import io.plimsoll.sbe.WithdrawalRequestEncoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** Commands from short lines: {@code Deposit account=7 asset=1 amount=1000}. Fields left out are 0 or the usual value. */
public final class CommandText {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private Map<String, String> fields = new HashMap<>();

    /** Frame of a command of a source. */
    public byte[] frame(final int source, final long sourceSequence, final String line) {
        final String[] words = line.trim().split("\\s+");
        fields = new HashMap<>();
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
            case "DefineSource" -> defineSource();
            case "DefineAsset" -> defineAsset();
            case "DefineTierTable" -> defineTierTable();
            case "DefineInstrument" -> defineInstrument();
            case "DefineGroup" ->
                new DefineGroupEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .group(number("group"))
                        .encodedLength();
            case "DefineAccount" ->
                new DefineAccountEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .group(number("group"))
                        .mode(MarginMode.valueOf(word("mode", "CROSS")))
                        .encodedLength();
            case "DefineFunding" -> defineFunding();
            case "PremiumSample" ->
                new PremiumSampleEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .premium(number("premium"))
                        .indexTicks(number("index"))
                        .encodedLength();
            case "DefineDocumentPart" -> documentPart();
            case "SurfacePart" -> surfacePart();
            case "Deposit", "WithdrawalRequest", "Transfer" -> money(name);
            case "IndexPrice" ->
                new IndexPriceEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .asset(integer("asset"))
                        .price(number("price"))
                        .encodedLength();
            case "MarkPrice" ->
                new MarkPriceEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .price(number("price"))
                        .encodedLength();
            case "Trade" -> trade();
            case "OrderPlace", "OrderAmend", "OrderCancel" -> order(name);
            case "OrdersCancel", "TradingStop", "TradingResume" -> trading(name);
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

    private int defineSource() {
        return new DefineSourceEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .newSource(integer("newSource"))
                .window(integer("window", 16))
                .role(Role.valueOf(word("role", "ADMIN")))
                .ordering(SourceOrdering.valueOf(word("ordering", "STRICT")))
                .encodedLength();
    }

    private int defineAsset() {
        return new DefineAssetEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .asset(integer("asset"))
                .symbol(word("symbol", ""))
                .scale(integer("scale"))
                .haircutPpm(integer("haircut"))
                .initialHaircutPpm(integer("initialHaircut"))
                .liabilityHaircutPpm(integer("liability"))
                .stable(Flag.valueOf(word("stable", "NO")))
                .encodedLength();
    }

    private int defineTierTable() {
        final String[] tiers = word("tiers", "").split(",");
        final DefineTierTableEncoder encoder = new DefineTierTableEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .tierTable(integer("table"));
        final DefineTierTableEncoder.TiersEncoder group = encoder.tiersCount(tiers.length);
        for (final String tier : tiers) {
            final String[] parts = tier.split(":");
            group.next()
                    .fromNotional(Long.parseLong(parts[0]))
                    .initialPpm(Integer.parseInt(parts[1]))
                    .maintenancePpm(Integer.parseInt(parts[2]));
        }
        return encoder.encodedLength();
    }

    private int defineFunding() {
        final long one = 1_000_000_000_000_000L;
        return new DefineFundingEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(integer("instrument", 1))
                .intervalNs(number("interval"))
                .periodNs(number("period"))
                .interest(number("interest"))
                .clampLower(number("clampLower"))
                .clampUpper(number("clampUpper"))
                .factor(number("factor", one))
                .rateLower(number("rateLower", -one))
                .rateUpper(number("rateUpper", one))
                .marginFactorPpm(integer("marginFactor"))
                .encodedLength();
    }

    private int documentPart() {
        final long[] words = words();
        final DefineDocumentPartEncoder encoder = new DefineDocumentPartEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .kind(DocumentKind.valueOf(word("kind", "SCENARIO_SET")))
                .document(integer("id", 1))
                .documentVersion(integer("version", 1))
                .total(integer("total", words.length))
                .firstWord(integer("first"));
        final DefineDocumentPartEncoder.WordsEncoder group = encoder.wordsCount(words.length);
        for (final long word : words) {
            group.next().word(word);
        }
        return encoder.encodedLength();
    }

    private int surfacePart() {
        final long[] words = words();
        final SurfacePartEncoder encoder = new SurfacePartEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .asset(integer("asset"))
                .documentVersion(integer("version", 1))
                .total(integer("total", words.length))
                .firstWord(integer("first"));
        final SurfacePartEncoder.WordsEncoder group = encoder.wordsCount(words.length);
        for (final long word : words) {
            group.next().word(word);
        }
        return encoder.encodedLength();
    }

    private long[] words() {
        final String words = word("words", "");
        return words.isEmpty()
                ? new long[0]
                : Arrays.stream(words.split(",")).mapToLong(Long::parseLong).toArray();
    }

    private int defineInstrument() {
        return new DefineInstrumentEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(integer("instrument"))
                .symbol(word("symbol", ""))
                .underlying(integer("underlying"))
                .settlement(integer("settlement"))
                .tickValue(number("tickValue"))
                .priceTicksMax(number("priceTicksMax"))
                .positionLotsMax(number("positionLotsMax"))
                .tierTable(integer("tierTable", 1))
                .kind(InstrumentKind.valueOf(word("kind", "LINEAR_PERPETUAL")))
                .quote(integer("quote"))
                .priceTicksMin(Long.parseLong(word("priceTicksMin", "1")))
                .lotSize(number("lotSize"))
                .contractValue(number("contractValue"))
                .expiryNs(number("expiry"))
                .settlementWindowNs(number("window"))
                .strike(number("strike"))
                .optionSide(OptionSide.valueOf(word("side", "NONE")))
                .premiumStyle(PremiumStyle.valueOf(word("premium", "NONE")))
                .encodedLength();
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

    private int trade() {
        return new TradeEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(integer("instrument", 1))
                .tradeId(number("id"))
                .price(number("price"))
                .lots(number("lots"))
                .buyAccount(number("buy"))
                .sellAccount(number("sell"))
                .buyOrder(number("buyOrder"))
                .sellOrder(number("sellOrder"))
                .buyFee(number("buyFee"))
                .sellFee(number("sellFee"))
                .takerSide(Side.BUY)
                .encodedLength();
    }

    private int order(final String name) {
        return switch (name) {
            case "OrderPlace" ->
                new OrderPlaceEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .instrument(integer("instrument", 1))
                        .account(number("account"))
                        .order(number("order"))
                        .lots(number("lots"))
                        .limitPrice(number("limit"))
                        .side(Side.valueOf(word("side", "BUY")))
                        .reduceOnly(Flag.valueOf(word("reduceOnly", "NO")))
                        .encodedLength();
            case "OrderAmend" ->
                new OrderAmendEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .order(number("order"))
                        .lots(number("lots"))
                        .limitPrice(number("limit"))
                        .encodedLength();
            default ->
                new OrderCancelEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .order(number("order"))
                        .encodedLength();
        };
    }

    private int trading(final String name) {
        if ("OrdersCancel".equals(name)) {
            final OrdersCancelEncoder cancel = new OrdersCancelEncoder().wrapAndApplyHeader(buffer, 0, header);
            cancel.account(number("account")).instrument(integer("instrument"));
            return cancel.sides(OrderSides.valueOf(word("sides", "BOTH"))).encodedLength();
        }
        if ("TradingStop".equals(name)) {
            final TradingStopEncoder stop = new TradingStopEncoder().wrapAndApplyHeader(buffer, 0, header);
            return stop.account(number("account")).group(number("group")).encodedLength();
        }
        final TradingResumeEncoder resume = new TradingResumeEncoder().wrapAndApplyHeader(buffer, 0, header);
        return resume.account(number("account")).group(number("group")).encodedLength();
    }

    private String word(final String name, final String usual) {
        return fields.getOrDefault(name, usual);
    }

    private long number(final String name) {
        return number(name, 0);
    }

    private long number(final String name, final long usual) {
        return Long.parseLong(word(name, Long.toString(usual)));
    }

    private int integer(final String name) {
        return integer(name, 0);
    }

    private int integer(final String name, final int usual) {
        return Integer.parseInt(word(name, Integer.toString(usual)));
    }
}
