package io.plimsoll.lab.demo;

import io.plimsoll.client.AssetTerms;
import io.plimsoll.client.InstrumentTerms;
import io.plimsoll.client.Result;
import io.plimsoll.client.Tier;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.lab.text.Show;
import io.plimsoll.sbe.AdvanceTimeEncoder;
import io.plimsoll.sbe.CheckpointEncoder;
import io.plimsoll.sbe.DefineAccountEncoder;
import io.plimsoll.sbe.DefineAssetEncoder;
import io.plimsoll.sbe.DefineGroupEncoder;
import io.plimsoll.sbe.DefineInstrumentEncoder;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.DefineTierTableEncoder;
import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.OrderAmendEncoder;
import io.plimsoll.sbe.OrderPlaceEncoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceOrdering;
import io.plimsoll.sbe.TradeEncoder;
import io.plimsoll.sbe.WithdrawalRequestEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** An engine without a pipe: commands go straight to the dispatcher, events wait for the next poll. */
final class DirectHost implements EngineHost, CommandPort {
    private static final int SOURCE = 1;
    private static final Limits LIMITS = new Limits(8, 64, 8, 64, 1_000, 1_000, 64, 256, 32, 1_024);

    private record Frame(long timeNs, UnsafeBuffer bytes) {}

    private static final int ORDERS_SOURCE = 2;

    private final boolean asksFirst;
    private final List<Frame> frames = new ArrayList<>();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final MarginEngine engine = new MarginEngine(LIMITS);
    private NewsDecoder news;
    private CommandDispatcher dispatcher;
    private long timeNs;
    private long sourceSequence;
    private long orderSequence;
    private int asked;
    private int accepted;
    private boolean stopped;

    /** Trades alone, as a tape has them. */
    DirectHost() {
        this(false);
    }

    private DirectHost(final boolean asksFirst) {
        this.asksFirst = asksFirst;
    }

    /** Before each trade an order of either side is checked, by a source of its own, and the trade fills what was accepted. */
    static DirectHost askingFirst() {
        return new DirectHost(true);
    }

    @Override
    public CommandPort start(final EngineNews listener) {
        news = new NewsDecoder(SOURCE, listener);
        dispatcher = new CommandDispatcher(engine, news);
        defineSource(SOURCE, Role.ADMIN);
        if (asksFirst) {
            defineSource(ORDERS_SOURCE, Role.MATCHING);
        }
        return this;
    }

    private void defineSource(final int source, final Role role) {
        final UnsafeBuffer frame = buffer();
        new DefineSourceEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(source)
                .source(0)
                .newSource(source)
                .window(4_096)
                .role(role)
                .ordering(SourceOrdering.STRICT);
        apply(frame, DefineSourceEncoder.BLOCK_LENGTH);
    }

    /** What the engine knows. */
    EngineState state() {
        return engine.state();
    }

    /** Orders that were asked for. */
    int asked() {
        return asked;
    }

    /** Of these, those that were accepted. */
    int accepted() {
        return accepted;
    }

    /** Orders that were refused, by reason. */
    Map<RejectReason, Integer> refused() {
        return news.refusedOfOthers();
    }

    private static UnsafeBuffer buffer() {
        return new UnsafeBuffer(new byte[512]);
    }

    private Result apply(final MutableDirectBuffer frame, final int bodyLength) {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + bodyLength;
        final UnsafeBuffer bytes = new UnsafeBuffer(new byte[length]);
        bytes.putBytes(0, frame, 0, length);
        frames.add(new Frame(timeNs, bytes));
        news.at(frames.size(), timeNs);
        dispatcher.onCommand(frames.size(), timeNs, bytes, 0, length);
        return Result.SENT;
    }

    @Override
    public void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    @Override
    public void replay(final BeforeCommand look) {
        final MarginEngine fresh = new MarginEngine(LIMITS);
        final CommandDispatcher replay = new CommandDispatcher(fresh, (index, flags, event, offset, length) -> {});
        for (int i = 0; i < frames.size(); i++) {
            look.see(i + 1L, fresh);
            replay.onCommand(
                    i + 1L,
                    frames.get(i).timeNs,
                    frames.get(i).bytes,
                    0,
                    frames.get(i).bytes.capacity());
        }
    }

    @Override
    public ReplayVerdict verify(final long sequence, final long stateHash) {
        final long[] found = new long[1];
        replay((at, fresh) -> found[0] = at == sequence + 1 ? fresh.stateHash() : found[0]);
        return new ReplayVerdict(found[0] == stateHash, found[0], "replayed to " + Show.hash(found[0]));
    }

    @Override
    public int poll() {
        return news.deliver();
    }

    @Override
    public long lastSourceSequence() {
        return sourceSequence;
    }

    @Override
    public Result defineAsset(final AssetTerms terms) {
        final UnsafeBuffer frame = buffer();
        new DefineAssetEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .asset(terms.asset())
                .symbol(terms.symbol())
                .scale((short) terms.scale())
                .haircutPpm(terms.haircutPpm())
                .initialHaircutPpm(terms.initialHaircutPpm())
                .liabilityHaircutPpm(terms.liabilityHaircutPpm())
                .stable(terms.stable() ? Flag.YES : Flag.NO);
        return apply(frame, DefineAssetEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result defineTiers(final int table, final List<Tier> tiers) {
        final UnsafeBuffer frame = buffer();
        final DefineTierTableEncoder encoder = new DefineTierTableEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .tierTable(table);
        final DefineTierTableEncoder.TiersEncoder group = encoder.tiersCount(tiers.size());
        tiers.forEach(tier -> group.next()
                .fromNotional(tier.fromNotional())
                .initialPpm(tier.initialPpm())
                .maintenancePpm(tier.maintenancePpm()));
        return apply(frame, encoder.encodedLength());
    }

    @Override
    public Result defineInstrument(final InstrumentTerms terms) {
        final UnsafeBuffer frame = buffer();
        terms.encode(new DefineInstrumentEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE));
        return apply(frame, DefineInstrumentEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result defineGroup(final long group) {
        final UnsafeBuffer frame = buffer();
        new DefineGroupEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .group(group);
        return apply(frame, DefineGroupEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result defineAccount(final long account, final long group) {
        final UnsafeBuffer frame = buffer();
        new DefineAccountEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .account(account)
                .group(group)
                .mode(MarginMode.CROSS);
        return apply(frame, DefineAccountEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result indexPrice(final int asset, final long price) {
        final UnsafeBuffer frame = buffer();
        new IndexPriceEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .asset(asset)
                .price(price);
        return apply(frame, IndexPriceEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result deposit(final long account, final int asset, final long amount) {
        final UnsafeBuffer frame = buffer();
        new DepositEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .asset(asset)
                .account(account)
                .amount(amount);
        return apply(frame, DepositEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result withdraw(final long account, final int asset, final long amount) {
        final UnsafeBuffer frame = buffer();
        new WithdrawalRequestEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .asset(asset)
                .account(account)
                .amount(amount);
        return apply(frame, WithdrawalRequestEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result mark(final int instrument, final long ticks) {
        final UnsafeBuffer frame = buffer();
        new MarkPriceEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .instrument(instrument)
                .price(ticks);
        return apply(frame, MarkPriceEncoder.BLOCK_LENGTH);
    }

    /** An order for what will be traded; every other one for twice as much, and amended then. 0: it was refused. */
    private long ask(final Deal trade, final long account, final Side side) {
        if (!asksFirst) {
            return 0;
        }
        final long order = 2 * trade.tradeId() + (side == Side.BUY ? 0 : 1);
        final boolean isAmended = trade.tradeId() % 2 == 0;
        final UnsafeBuffer frame = buffer();
        new OrderPlaceEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++orderSequence)
                .source(ORDERS_SOURCE)
                .account(account)
                .order(order)
                .lots(isAmended ? 2 * trade.lots() : trade.lots())
                .limitPrice(trade.ticks())
                .instrument(trade.instrument())
                .side(side)
                .reduceOnly(Flag.NO)
                .goodTill(0);
        apply(frame, OrderPlaceEncoder.BLOCK_LENGTH);
        asked++;
        if (engine.state().orders().slotOf(order) == Orders.NONE) {
            return 0;
        }
        accepted++;
        if (isAmended) {
            amend(account, order, trade);
        }
        return order;
    }

    private void amend(final long account, final long order, final Deal trade) {
        final UnsafeBuffer frame = buffer();
        new OrderAmendEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++orderSequence)
                .source(ORDERS_SOURCE)
                .account(account)
                .order(order)
                .lots(trade.lots())
                .limitPrice(trade.ticks())
                .goodTill(0);
        apply(frame, OrderAmendEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result trade(final Deal trade) {
        final long buyOrder = ask(trade, trade.buyer(), Side.BUY);
        final long sellOrder = ask(trade, trade.seller(), Side.SELL);
        final UnsafeBuffer frame = buffer();
        new TradeEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .instrument(trade.instrument())
                .tradeId(trade.tradeId())
                .price(trade.ticks())
                .lots(trade.lots())
                .buyAccount(trade.buyer())
                .sellAccount(trade.seller())
                .buyOrder(buyOrder)
                .sellOrder(sellOrder)
                .takerSide(trade.buyerTook() ? Side.BUY : Side.SELL);
        return apply(frame, TradeEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result advanceTime(final long newTimeNs) {
        final UnsafeBuffer frame = buffer();
        new AdvanceTimeEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE)
                .timeNs(newTimeNs);
        // The sequencer's clock is the commands': it stamps this command with the new time already.
        timeNs = newTimeNs;
        return apply(frame, AdvanceTimeEncoder.BLOCK_LENGTH);
    }

    @Override
    public Result checkpoint() {
        final UnsafeBuffer frame = buffer();
        new CheckpointEncoder()
                .wrapAndApplyHeader(frame, 0, header)
                .sourceSequence(++sourceSequence)
                .source(SOURCE);
        return apply(frame, CheckpointEncoder.BLOCK_LENGTH);
    }

    @Override
    public void close() {}
}
