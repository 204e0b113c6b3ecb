package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.model.LiveMarket;
import io.plimsoll.core.margin.model.LiveSet;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.wire.CommandDispatcher;
import io.plimsoll.sbe.PositionChangedDecoder;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** In steady state a command allocates nothing, whichever it is. */
class AllocationTest {
    private static final int ROUNDS = 2_000;
    private static final int MEASURED = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final CommandText text = new CommandText();
    private final MarginEngine engine =
            new MarginEngine(new EngineDriver().engine().limits());
    private final CommandDispatcher dispatcher =
            new CommandDispatcher(engine, (index, flags, event, offset, length) -> count(event.getShort(offset + 2)));
    private long events;
    private long positionsChanged;
    private long sequence;
    private long adminSequence;

    @Test
    void aCommandAllocatesNothing() {
        final List<UnsafeBuffer> round = new ArrayList<>();
        define();
        for (int i = 0; i < 4; i++) {
            round.add(frame("Deposit account=7 amount=1000"));
            round.add(frame("MarkPrice price=" + (20_000 + 600 * (i % 2))));
            round.add(frame("IndexPrice asset=2 price=20000000000000" + i));
            round.add(frame("RedemptionRate asset=3 rate=100000000000000" + i));
            round.add(frame("Trade id=" + (i + 1) + " price=20000 lots=10 buy=" + (7 + i % 2) + " sell=" + (8 - i % 2)
                    + " buyFee=SCHEDULE sellFee=SCHEDULE"));
            for (int instrument = 2; instrument <= 4; instrument++) {
                round.add(frame("MarkPrice instrument=" + instrument + " price=" + (20_000 + 100 * (i % 2))));
                round.add(frame("Trade instrument=" + instrument + " id=" + (100 * instrument + i)
                        + " price=20000 lots=1 buy=" + (7 + i % 2) + " sell=" + (8 - i % 2)));
            }
            round.add(frame("OrderPlace account=7 instrument=2 order=7 lots=1 limit=20000 side=SELL"));
            round.add(frame("OrderPlace account=7 instrument=3 order=8 lots=1 limit=20000"));
            round.add(frame("OrderCancel account=7 order=7"));
            round.add(frame("OrderCancel account=7 order=8"));
            round.add(frame("OrderPlace account=7 order=5 lots=1 limit=20000"));
            round.add(frame("OrderPlace account=7 order=6 lots=100000 limit=20000"));
            round.add(frame("OrderAmend account=7 order=5 lots=2 limit=19999"));
            round.add(frame("OrderCancel account=7 order=5"));
            round.add(frame("OrderPlace account=7 instrument=3 order=10 lots=1 limit=20000"));
            round.add(frame("OrderPlace account=7 order=9 lots=1 limit=20000"));
            round.add(frame("BasketPlace account=7 orders=11:BUY:1@20000:1,12:SELL:1@20000:2,13:BUY:1@20000:3"));
            round.add(frame("QuotesReplace account=7 quotes=1/31:1@1999" + i + "/32:1@20010,2/33:1@19990/34:1@20010"));
            round.add(frame("QuotesReplace account=7 quotes=1/31:1@19990/42:1@20010,2/-/-"));
            round.add(frame("BasketPlace account=7 orders=21:BUY:1@20000:1,22:SELL:100000@20000:1"));
            round.add(frame("CancelOnDisconnect active=YES"));
            round.add(frame("OrderPlace account=7 order=40 lots=1 limit=20000"));
            round.add(frame("SourceDisconnected absent=1"));
            round.add(frame("OrdersCancel account=7"));
            round.add(frame("OrderPlace account=7 order=9 lots=1 limit=20000"));
            round.add(frame(i % 2 == 0 ? "TradingStop account=7" : "TradingStop group=7"));
            round.add(frame("OrderPlace account=7 order=10 lots=1 limit=20000"));
            round.add(frame(i % 2 == 0 ? "TradingResume account=7" : "TradingResume group=7"));
            round.add(frame("WithdrawalRequest account=7 amount=1000"));
            round.add(frame("WithdrawalSettle result=" + (i % 2 == 0 ? "PAID" : "RETURNED")));
            round.add(frame("WithdrawalRequest account=7 amount=900000000000"));
            round.add(frame("Transfer from=7 to=70 amount=1000"));
            round.add(frame("WithdrawalRequest account=70 asset=2 amount=500000"));
            round.add(frame("WithdrawalSettle result=PAID"));
            round.add(frame("Deposit account=70 asset=2 amount=500001"));
            round.add(frame("Transfer from=70 to=7 amount=1000"));
            round.add(frame("MarketHalt"));
            round.add(frame("MarketResume"));
            round.add(frame("ParameterChange parameter=MARGIN_CALL_POINT_PPM value=" + (400_000 + i)));
            round.add(frame("PremiumSample premium=" + (i - 1) + "00000000 index=20000"));
            round.add(frame("Tick"));
            round.add(frame("Checkpoint"));
        }
        assertAllocatesNothing(round);
    }

    @Test
    void aCommandOfAccountsInPortfolioModeAllocatesNothing() {
        define();
        loadDocuments(LiveSet.set(1, 1), LiveMarket.model(1, false));
        assertPortfolioAllocatesNothing();
    }

    @Test
    void aCommandOfAccountsThatAreChargedForTheirWholeGroupAllocatesNothing() {
        define();
        loadDocuments(LiveSet.set(1, 1, 10_000_000_000L), LiveMarket.concentration(1));
        assertPortfolioAllocatesNothing();
    }

    @Test
    void aCommandOfAccountsWithTwoMarginModelsAllocatesNothing() {
        define();
        loadDocuments(LiveSet.set(1, 1), LiveMarket.model(1, false));
        LiveSet.parts("DefineDocumentPart kind=MARGIN_MODEL id=2 version=1", LiveSet.model(LiveMarket.model(1, true)))
                .forEach(part -> apply(frame(part)));
        assertPortfolioAllocatesNothing("ModelChange account=90 model=2");
        assertThat(engine.state().accounts().account(90).model()).isEqualTo(2);
    }

    private void assertPortfolioAllocatesNothing(final String... further) {
        for (final String command : List.of(
                "DefineGroup group=9",
                "DefineAccount account=9 group=9 mode=PORTFOLIO",
                "DefineAccount account=90 group=9 mode=PORTFOLIO",
                "Deposit account=9 amount=90000000000",
                "Deposit account=9 asset=2 amount=90000000",
                "Deposit account=9 asset=3 amount=90000000",
                "Deposit account=90 amount=90000000000",
                "MarkPrice instrument=2 price=20000",
                "MarkPrice instrument=3 price=20000",
                "MarkPrice instrument=4 price=20000")) {
            apply(frame(command));
        }
        while (engine.risk().hasWork()) {
            apply(frame("Continue"));
        }
        assertThat(engine.state().risk().inUse()).isNotNull();
        for (final String command : further) {
            apply(frame(command));
        }
        final List<UnsafeBuffer> round = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (int instrument = 1; instrument <= 4; instrument++) {
                round.add(frame("MarkPrice instrument=" + instrument + " price=" + (20_000 + i % 2)));
                round.add(frame("Trade instrument=" + instrument + " id=" + (100 * instrument + i)
                        + " price=20000 lots=1 buy=" + (i % 2 == 0 ? 9 : 90) + " sell=" + (i % 2 == 0 ? 90 : 9)));
            }
            round.add(frame("Deposit account=9 amount=1000"));
            round.add(frame("IndexPrice asset=2 price=20000000000000" + i));
            round.add(frame("RedemptionRate asset=3 rate=100000000000000" + i));
            round.add(frame("OrderPlace account=9 order=5 lots=1 limit=20000"));
            round.add(frame("OrderPlace account=9 instrument=3 order=6 lots=1 limit=20000 side=SELL"));
            round.add(frame("OrderAmend account=9 order=5 lots=2 limit=19999"));
            round.add(frame("OrderCancel account=9 order=5"));
            round.add(frame("OrderCancel account=9 order=6"));
            round.add(frame("BasketPlace account=9 orders=11:BUY:1@20000:1,12:SELL:1@20000:2,13:BUY:1@20000:3"));
            round.add(frame("QuotesReplace account=9 quotes=1/31:1@1999" + i + "/32:1@20010,2/33:1@19990/34:1@20010"));
            round.add(frame("QuotesReplace account=9 quotes=1/31:1@19990/42:1@20010,2/-/-"));
            round.add(frame("BasketPlace account=9 orders=21:BUY:1@20000:1,22:SELL:100000@20000:1"));
            round.add(frame("OrdersCancel account=9"));
            round.add(frame("WithdrawalRequest account=9 amount=1000"));
            round.add(frame("WithdrawalSettle result=PAID"));
            round.add(frame("Transfer from=9 to=90 amount=1000"));
            round.add(frame("Continue"));
            round.add(frame("Checkpoint"));
        }
        assertAllocatesNothing(round);
    }

    private void loadDocuments(final Words set, final MarginModel model) {
        final List<String> parts = new ArrayList<>();
        parts.addAll(LiveSet.parts("DefineDocumentPart kind=SCENARIO_SET version=1", set));
        parts.addAll(LiveSet.parts("DefineDocumentPart kind=MARGIN_MODEL version=1", LiveSet.model(model)));
        parts.forEach(part -> apply(frame(part)));
    }

    private void assertAllocatesNothing(final List<UnsafeBuffer> round) {
        runRounds(round, ROUNDS);
        // The virtual machine may allocate once on this thread; what a command allocates comes again each time.
        long bytes = Long.MAX_VALUE;
        for (int i = 0; i < MEASURED; i++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            runRounds(round, ROUNDS);
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // The reading itself costs a few dozen bytes and the virtual machine some hundreds now and then. A command that
        // makes one
        // object each round, of the smallest size there is, would cost 16 times as much as is allowed.
        assertThat(bytes).as("bytes over %d commands", ROUNDS * round.size()).isLessThan(ROUNDS);
        assertThat(events).isGreaterThan((long) ROUNDS * round.size());
        assertThat(positionsChanged)
                .as("both sides of 12 trades that are not spot")
                .isEqualTo(2L * (1 + MEASURED) * ROUNDS * 12);
    }

    private void count(final short template) {
        events++;
        positionsChanged += template == PositionChangedDecoder.TEMPLATE_ID ? 1 : 0;
    }

    private void define() {
        apply(frame(0, "DefineSource newSource=1 window=16"));
        for (final String command : List.of(
                "DefineAsset asset=1 symbol=USDC scale=6",
                "DefineAsset asset=2 symbol=BTC scale=8 haircut=50000",
                "DefineHaircuts asset=2 liability=100000 tiers=0:50000:50000,1000000000:150000:80000",
                "ParameterChange parameter=INDEX_AGE_MAX scope=2 value=1000000000000000",
                "ParameterChange parameter=COLLATERAL_CAP scope=2 value=1000000",
                "ParameterChange parameter=BORROW_ACCOUNT_MAX scope=2 value=1000000",
                "ParameterChange parameter=BORROW_RATE scope=2 value=1000000000000000",
                "IndexPrice asset=1 price=10000000000",
                "IndexPrice asset=2 price=200000000000000",
                "DefineAsset asset=3 symbol=STBTC scale=8 haircut=100000",
                "DefineClaim asset=3 underlying=2 step=1000",
                "RedemptionRate asset=3 rate=1000000000000000",
                "DefineTierTable table=1 tiers=0:20000:10000,250000000000:40000:20000",
                "DefineInstrument instrument=1 symbol=P underlying=2 settlement=1 tickValue=10000"
                        + " priceTicksMax=10000000 positionLotsMax=100000",
                "DefineInstrument instrument=2 symbol=S underlying=2 settlement=1 tickValue=100 kind=SPOT lotSize=1000"
                        + " priceTicksMax=10000000 positionLotsMax=100000",
                "DefineInstrument instrument=3 symbol=O underlying=2 settlement=1 tickValue=100 kind=OPTION lotSize=1000"
                        + " priceTicksMax=10000000 positionLotsMax=100000 expiry=9000000000 window=1 strike=1 side=CALL"
                        + " premium=PREMIUM",
                "DefineInstrument instrument=4 symbol=I underlying=2 settlement=2 tickValue=20000000 kind=INVERSE_PERPETUAL"
                        + " contractValue=1000000 priceTicksMin=1000 priceTicksMax=10000000 positionLotsMax=100000",
                "DefineGroup group=7",
                "DefineAccount account=7 group=7",
                "DefineAccount account=70 group=7",
                "DefineGroup group=8",
                "DefineAccount account=8 group=8",
                "Deposit account=7 amount=500000000",
                "Deposit account=70 amount=500000000",
                "Deposit account=70 asset=3 amount=500000000",
                "Deposit account=8 asset=2 amount=500000000",
                "Deposit account=8 amount=500000000",
                "DefineFunding interval=0 period=1000000000",
                "DefineFeeSchedule schedule=1 maker=-10 taker=20",
                "FeeScheduleAssign account=7 schedule=1",
                "MarkPrice price=20000")) {
            apply(frame(command));
        }
    }

    private UnsafeBuffer frame(final String command) {
        return frame(1, command);
    }

    private UnsafeBuffer frame(final int source, final String command) {
        return new UnsafeBuffer(text.frame(source, 1, command));
    }

    private void runRounds(final List<UnsafeBuffer> round, final int rounds) {
        for (int i = 0; i < rounds; i++) {
            for (int j = 0; j < round.size(); j++) {
                apply(round.get(j));
            }
        }
    }

    private void apply(final UnsafeBuffer frame) {
        if (frame.getInt(16) == 1) {
            frame.putLong(8, ++adminSequence);
        }
        if (frame.getShort(2) == 250) {
            // Trade ids never repeat, so that every round books.
            frame.putLong(8 + 16, adminSequence);
        }
        if (frame.getShort(2) == 153) {
            // The one that was asked for last.
            frame.putLong(8 + 12, engine.state().withdrawals().last());
        }
        sequence++;
        dispatcher.onCommand(sequence, sequence, frame, 0, frame.capacity());
    }
}
