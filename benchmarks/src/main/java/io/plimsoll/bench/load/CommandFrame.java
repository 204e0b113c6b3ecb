package io.plimsoll.bench.load;

import io.plimsoll.sbe.ContinueEncoder;
import io.plimsoll.sbe.DefineAccountEncoder;
import io.plimsoll.sbe.DefineAssetEncoder;
import io.plimsoll.sbe.DefineGroupEncoder;
import io.plimsoll.sbe.DefineInstrumentEncoder;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.DefineTierTableEncoder;
import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.OptionSide;
import io.plimsoll.sbe.OrderCancelEncoder;
import io.plimsoll.sbe.OrderPlaceEncoder;
import io.plimsoll.sbe.PremiumStyle;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceOrdering;
import io.plimsoll.sbe.TradeEncoder;
import io.plimsoll.sbe.WithdrawalRequestEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A command, encoded once and sent many times: only source, source sequence and a trade's id are written anew. */
public final class CommandFrame {
    private static final int SOURCE_SEQUENCE_AT = MessageHeaderEncoder.ENCODED_LENGTH;
    private static final int SOURCE_AT = SOURCE_SEQUENCE_AT + Long.BYTES;
    private static final int TRADE_ID_AT = MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.tradeIdEncodingOffset();
    private static final int CAPACITY = 512;
    private static final int POSITION_LOTS_MAX = 100_000;
    private static final int ASSET = 1;

    final MutableDirectBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(CAPACITY));
    final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private int length;

    CommandFrame() {}

    public static CommandFrame defineSource(final int source) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new DefineSourceEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .newSource(source)
                .window(16)
                .role(Role.ADMIN)
                .ordering(SourceOrdering.STRICT)
                .limit());
    }

    public static CommandFrame defineAsset(final int asset, final String symbol, final int scale) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new DefineAssetEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .asset(asset)
                .symbol(symbol)
                .scale(scale)
                .haircutPpm(0)
                .initialHaircutPpm(0)
                .liabilityHaircutPpm(0)
                .stable(Flag.NO)
                .limit());
    }

    /** Two tiers: 2 % initial and 1 % maintenance, from 250,000 on 4 % and 2 %. */
    public static CommandFrame defineTierTable(final int table) {
        final CommandFrame frame = new CommandFrame();
        final DefineTierTableEncoder encoder = new DefineTierTableEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .tierTable(table);
        encoder.tiersCount(2)
                .next()
                .fromNotional(0)
                .initialPpm(20_000)
                .maintenancePpm(10_000)
                .next()
                .fromNotional(250_000_000_000L)
                .initialPpm(40_000)
                .maintenancePpm(20_000);
        return frame.ends(encoder.limit());
    }

    /** A linear perpetual on asset 2, settled in asset 1; one tick of one lot is worth one cent. */
    public static CommandFrame defineInstrument(final int instrument, final String symbol) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new DefineInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .instrument(instrument)
                .symbol(symbol)
                .underlying(2)
                .settlement(ASSET)
                .tickValue(10_000)
                .priceTicksMax(10_000_000)
                .positionLotsMax(POSITION_LOTS_MAX)
                .tierTable(1)
                .kind(InstrumentKind.LINEAR_PERPETUAL)
                .quote(0)
                .priceTicksMin(1)
                .lotSize(0)
                .contractValue(0)
                .expiryNs(0)
                .settlementWindowNs(0)
                .strike(0)
                .optionSide(OptionSide.NONE)
                .premiumStyle(PremiumStyle.NONE)
                .limit());
    }

    public static CommandFrame defineGroup(final long group) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new DefineGroupEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .group(group)
                .limit());
    }

    /** An account in a group of the same id. */
    public static CommandFrame defineAccount(final long account) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new DefineAccountEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .account(account)
                .group(account)
                .mode(MarginMode.CROSS)
                .limit());
    }

    public static CommandFrame deposit(final long account, final long amount) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new DepositEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .asset(ASSET)
                .account(account)
                .amount(amount)
                .limit());
    }

    public static CommandFrame withdrawal(final long account, final long amount) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new WithdrawalRequestEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .asset(ASSET)
                .account(account)
                .amount(amount)
                .limit());
    }

    public static CommandFrame indexPrice(final int asset, final long price) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new IndexPriceEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .asset(asset)
                .price(price)
                .limit());
    }

    public static CommandFrame markPrice(final int instrument, final long ticks) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new MarkPriceEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .instrument(instrument)
                .price(ticks)
                .limit());
    }

    /** A trade of instrument 1 without orders and fees. */
    public static CommandFrame trade(final long buyer, final long seller, final long lots, final long ticks) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new TradeEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .instrument(1)
                .price(ticks)
                .lots(lots)
                .buyAccount(buyer)
                .sellAccount(seller)
                .buyOrder(0)
                .sellOrder(0)
                .buyFee(0)
                .sellFee(0)
                .takerSide(Side.BUY)
                .limit());
    }

    /** An order to buy on instrument 1. */
    public static CommandFrame orderPlace(final long account, final long order, final long lots, final long ticks) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new OrderPlaceEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .instrument(1)
                .account(account)
                .order(order)
                .lots(lots)
                .limitPrice(ticks)
                .side(Side.BUY)
                .reduceOnly(Flag.NO)
                .goodTill(0)
                .limit());
    }

    public static CommandFrame orderCancel(final long account, final long order) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new OrderCancelEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .account(account)
                .order(order)
                .limit());
    }

    /** The engine goes on with its work. */
    public static CommandFrame goOn() {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new ContinueEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .limit());
    }

    /** Writes who sends it, and under which number. */
    public CommandFrame from(final int source, final long sourceSequence) {
        buffer.putLong(SOURCE_SEQUENCE_AT, sourceSequence, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(SOURCE_AT, source, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /** Writes the id of a trade. */
    public CommandFrame tradeId(final long id) {
        buffer.putLong(TRADE_ID_AT, id, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /** A copy of the frame. */
    public byte[] bytes() {
        final byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }

    public DirectBuffer buffer() {
        return buffer;
    }

    public int length() {
        return length;
    }

    /** Says where the frame ends. */
    CommandFrame ends(final int limit) {
        length = limit;
        return this;
    }
}
