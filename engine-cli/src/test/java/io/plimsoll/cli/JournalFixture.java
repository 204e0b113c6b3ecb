package io.plimsoll.cli;

import io.plimsoll.cli.host.GenesisFrames;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.journal.Journal;
import io.plimsoll.journal.JournalSettings;
import io.plimsoll.journal.OpenedJournal;
import io.plimsoll.journal.RecoveryListener;
import io.plimsoll.sbe.BalanceChangedDecoder;
import io.plimsoll.sbe.ContinueEncoder;
import io.plimsoll.sbe.DefineAccountEncoder;
import io.plimsoll.sbe.DefineGroupEncoder;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.ModeChangeEncoder;
import io.plimsoll.sbe.ModelChangeEncoder;
import io.plimsoll.sbe.OrderPlaceEncoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelEncoder;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.ParameterId;
import io.plimsoll.sbe.PocketOpenEncoder;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceOrdering;
import io.plimsoll.sbe.SurfacePartEncoder;
import io.plimsoll.sbe.TradeEncoder;
import io.plimsoll.sbe.TradingResumeEncoder;
import io.plimsoll.sbe.TradingStopEncoder;
import io.plimsoll.sbe.TransferEncoder;
import io.plimsoll.sbe.WithdrawalRequestEncoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleEncoder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A small venue in a journal: two owners with one account each, 1,000 and 100 USDC; account 2 buys 0.1 BTC at 20,000 from
 * account 1; then the mark falls to 19,100 and account 2 is to be liquidated.
 */
final class JournalFixture implements EventSink, AutoCloseable {
    static final Limits LIMITS = new Limits(8, 8, 8, 8, 8, 8, 8, 8, 8, 64);

    static final String MARKETS = """
            parameters:
              unrealised-profit-credit: 0 %
              margin-call-point: 50 %
              liquidation-exit: 110 %
              order-price-band: 10 %
            assets:
              USDC: { id: 1, decimals: 6, haircut: 0 %, initial-haircut: 0 %, liability-haircut: 0 %, stable: true, index: 1 }
              BTC: { id: 2, decimals: 8, haircut: 5 %, initial-haircut: 5 %, liability-haircut: 5 % }
            tiers:
              flat:
                id: 1
                rates:
                  - { from: 0, initial: 2 %, maintenance: 1 % }
            instruments:
              BTC-PERP:
                { id: 1, kind: linear-perpetual, underlying: BTC, settlement: USDC, tiers: flat,
                  tick-size: 0.1, lot-size: 0.001, price-max: 1_000_000, position-max: 1_000 }
            """;

    private static final int BLOCK_BYTES = 1 << 20;
    private static final long START_NS = 1_677_628_800_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;

    private static final int FRAME_MAX = 4_096;

    private final MarginEngine engine;
    private final CommandDispatcher dispatcher;
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[FRAME_MAX]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final OpenedJournal journal;
    private final boolean lie;
    private long sequence;
    private long laterNs;

    private JournalFixture(final Path folder, final boolean lie) {
        this(folder, lie, LIMITS);
    }

    /** Opens a journal that another fixture fills. */
    JournalFixture(final Path folder, final Limits limits) {
        this(folder, false, limits);
    }

    private JournalFixture(final Path folder, final boolean lie, final Limits limits) {
        this.lie = lie;
        engine = new MarginEngine(limits);
        journal = Journal.open(JournalSettings.of(folder).withBlockBytes(BLOCK_BYTES), engine, RecoveryListener.NONE);
        dispatcher = new CommandDispatcher(engine, this);
        sequence = journal.lastSequence();
    }

    /** Writes the journal. */
    static Path write(final Path folder) {
        return write(folder, false);
    }

    /** Writes the journal with the first balance told wrong, as an engine with a fault would. */
    static Path writeWithALie(final Path folder) {
        return write(folder, true);
    }

    private static Path write(final Path folder, final boolean lie) {
        try (JournalFixture fixture = new JournalFixture(folder, lie)) {
            fixture.genesis();
            fixture.trade();
        }
        return folder;
    }

    /** Opens a journal and keeps it open. */
    static JournalFixture open(final Path folder) {
        return new JournalFixture(folder, false);
    }

    private void genesis() {
        define(MARKETS);
        account(1, MarginMode.CROSS);
        account(2, MarginMode.CROSS);
    }

    private void trade() {
        deposit(1, 1, 1_000_000_000);
        deposit(2, 1, 100_000_000);
        mark(1, 200_000);
        trade(1, 1, 200_000, 100, 2, 1);
        order(1, 7, Side.BUY, 5, 198_000);
        mark(1, 191_000);
    }

    void define(final String markets) {
        for (final byte[] frame : GenesisFrames.of(List.of(), MarketsConfig.parse("markets.yaml", markets))) {
            buffer.putBytes(0, frame);
            apply(frame.length - MessageHeaderEncoder.ENCODED_LENGTH);
        }
    }

    /** Defines an account, and a group of the same id. */
    void account(final long id, final MarginMode mode) {
        final DefineGroupEncoder group = new DefineGroupEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(group.group(id).encodedLength());
        final DefineAccountEncoder account = new DefineAccountEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(account.account(id).group(id).mode(mode).encodedLength());
    }

    void deposit(final long account, final int asset, final long amount) {
        final DepositEncoder deposit = new DepositEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(deposit.asset(asset).account(account).amount(amount).encodedLength());
    }

    void withdraw(final long account, final int asset, final long amount) {
        final WithdrawalRequestEncoder request = new WithdrawalRequestEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(request.asset(asset).account(account).amount(amount).encodedLength());
    }

    void settleWithdrawal(final long id, final WithdrawalResult result) {
        final WithdrawalSettleEncoder settle = new WithdrawalSettleEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(settle.withdrawal(id).result(result).encodedLength());
    }

    void parameter(final ParameterId parameter, final int scope, final long value) {
        final ParameterChangeEncoder change = new ParameterChangeEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(change.parameter(parameter).scope(scope).value(value).encodedLength());
    }

    void mark(final int instrument, final long ticks) {
        final MarkPriceEncoder mark = new MarkPriceEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(mark.instrument(instrument).price(ticks).encodedLength());
    }

    void index(final int asset, final long dollars) {
        final IndexPriceEncoder index = new IndexPriceEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(index.asset(asset).price(dollars * Asset.INDEX_PRICE_ONE).encodedLength());
    }

    void surface(final int asset, final long... words) {
        final SurfacePartEncoder part = new SurfacePartEncoder().wrapAndApplyHeader(buffer, 0, header);
        part.asset(asset).documentVersion(1).total(words.length).firstWord(0);
        final SurfacePartEncoder.WordsEncoder group = part.wordsCount(words.length);
        for (final long word : words) {
            group.next().word(word);
        }
        apply(part.encodedLength());
    }

    void trade(
            final long id, final int instrument, final long ticks, final long lots, final long buy, final long sell) {
        final TradeEncoder trade = new TradeEncoder().wrapAndApplyHeader(buffer, 0, header);
        trade.instrument(instrument)
                .tradeId(id)
                .price(ticks)
                .lots(lots)
                .buyAccount(buy)
                .sellAccount(sell);
        trade.buyOrder(0).sellOrder(0).buyFee(0).sellFee(0).takerSide(Side.BUY);
        apply(trade.encodedLength());
    }

    void order(final long account, final long id, final Side side, final long lots, final long ticks) {
        final OrderPlaceEncoder order = new OrderPlaceEncoder().wrapAndApplyHeader(buffer, 0, header);
        order.instrument(1).account(account).order(id).lots(lots).limitPrice(ticks);
        apply(order.side(side).reduceOnly(Flag.NO).goodTill(0).encodedLength());
    }

    void cancelOrders(final long account, final int instrument, final OrderSides sides) {
        final OrdersCancelEncoder cancel = new OrdersCancelEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(cancel.account(account).instrument(instrument).sides(sides).encodedLength());
    }

    /** One of the two is 0. */
    void stopTrading(final long account, final long group) {
        final TradingStopEncoder stop = new TradingStopEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(stop.account(account).group(group).encodedLength());
    }

    /** One of the two is 0. */
    void resumeTrading(final long account, final long group) {
        final TradingResumeEncoder resume = new TradingResumeEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(resume.account(account).group(group).encodedLength());
    }

    void changeMode(final long account, final MarginMode mode) {
        final ModeChangeEncoder change = new ModeChangeEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(change.account(account).mode(mode).encodedLength());
    }

    void changeModel(final long account, final int model) {
        final ModelChangeEncoder change = new ModelChangeEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(change.account(account).model(model).encodedLength());
    }

    void openPocket(final long pocket, final long parent, final int instrument) {
        final PocketOpenEncoder open = new PocketOpenEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(open.account(pocket).parent(parent).instrument(instrument).encodedLength());
    }

    void transfer(final long from, final long to, final long amount) {
        final TransferEncoder transfer = new TransferEncoder().wrapAndApplyHeader(buffer, 0, header);
        apply(transfer.fromAccount(from).toAccount(to).asset(1).amount(amount).encodedLength());
    }

    /** Does all work there is, as a host does between commands. */
    void work() {
        while (engine.risk().hasWork()) {
            apply(new ContinueEncoder().wrapAndApplyHeader(buffer, 0, header).encodedLength());
        }
    }

    /** What comes from now on comes so many days after March 1, 2023. */
    void day(final int number) {
        laterNs = number * 86_400L * SECOND_NS;
    }

    MarginEngine engine() {
        return engine;
    }

    /** A strict administrator. */
    void source(final int id) {
        final DefineSourceEncoder source = new DefineSourceEncoder().wrapAndApplyHeader(buffer, 0, header);
        source.newSource(id).window(16).role(Role.ADMIN).ordering(SourceOrdering.STRICT);
        apply(source.encodedLength());
    }

    /** Source 1 sends its first command, and then the same again. */
    void depositTwice(final long account, final int asset, final long amount) {
        final DepositEncoder deposit = new DepositEncoder().wrapAndApplyHeader(buffer, 0, header);
        final int length = deposit.asset(asset).account(account).amount(amount).encodedLength();
        apply(1, 1, length);
        apply(1, 1, length);
    }

    private void apply(final int bodyLength) {
        apply(0, sequence + 1, bodyLength);
    }

    private void apply(final int source, final long sourceSequence, final int bodyLength) {
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + bodyLength;
        sequence++;
        final long timeNs = START_NS + laterNs + sequence * SECOND_NS;
        buffer.putLong(MessageHeaderEncoder.ENCODED_LENGTH, sourceSequence);
        buffer.putInt(MessageHeaderEncoder.ENCODED_LENGTH + Long.BYTES, source);
        journal.commands().append(sequence, timeNs, buffer, 0, length);
        journal.events().command(sequence, timeNs, source, sourceSequence);
        dispatcher.onCommand(sequence, timeNs, buffer, 0, length);
    }

    static void damageFirstCommand(final Path journal) throws IOException {
        damageCommand(journal, 1);
    }

    /** Changes one byte of a command's payload. */
    static void damageCommand(final Path journal, final int number) throws IOException {
        final byte[] magic = "PL".getBytes(StandardCharsets.US_ASCII);
        try (Stream<Path> files = Files.walk(journal)) {
            final Path file = files.filter(path -> path.toString().contains("commands")
                            && path.toString().endsWith(".cq4")
                            && !path.getFileName().toString().startsWith("metadata"))
                    .findFirst()
                    .orElseThrow();
            try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                final byte[] bytes = new byte[(int) Math.min(content.length(), 1 << 18)];
                content.readFully(bytes);
                int records = 0;
                int at = 0;
                // An envelope begins with PL, format 1, kind 1.
                while (records < number) {
                    at++;
                    if (bytes[at] == magic[0]
                            && bytes[at + 1] == magic[1]
                            && bytes[at + 2] == 1
                            && bytes[at + 3] == 1) {
                        records++;
                    }
                }
                content.seek(at + 100L);
                content.write(bytes[at + 100] + 1);
            }
        }
    }

    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        final boolean isBalance = event.getShort(offset + 2) == BalanceChangedDecoder.TEMPLATE_ID;
        if (lie && isBalance) {
            final UnsafeBuffer changed = new UnsafeBuffer(new byte[length]);
            changed.putBytes(0, event, offset, length);
            final int change = MessageHeaderEncoder.ENCODED_LENGTH + BalanceChangedDecoder.changeEncodingOffset();
            changed.putLong(change, changed.getLong(change) + 1);
            journal.events().append(index, flags, changed, 0, length);
        } else {
            journal.events().append(index, flags, event, offset, length);
        }
    }

    @Override
    public void close() {
        journal.forcer().doWork();
        journal.close();
    }
}
