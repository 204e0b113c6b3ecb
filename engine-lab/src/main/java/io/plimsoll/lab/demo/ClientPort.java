package io.plimsoll.lab.demo;

import io.plimsoll.client.AssetTerms;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.InstrumentTerms;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.client.Tier;
import io.plimsoll.client.TradeReport;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.lab.venue.Trigger;
import io.plimsoll.sbe.AlarmDecoder;
import io.plimsoll.sbe.CheckpointTakenDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.ConnectResult;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.LiquidationRequestedDecoder;
import io.plimsoll.sbe.MarginCallDecoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.StatusChangedDecoder;
import io.plimsoll.sbe.WithdrawalReleasedDecoder;
import java.util.List;

/** The port that goes through Aeron to a running engine, as any client does. */
public final class ClientPort implements CommandPort {
    private final PlimsollClient client;
    private final TradeReport report = new TradeReport();

    private ClientPort(final PlimsollClient client) {
        this.client = client;
    }

    /**
     * Connects; there need be no engine yet.
     *
     * @param config how to find the engine; its source must have the role ADMIN.
     * @param news hears what the engine says.
     * @return the port.
     */
    public static ClientPort connect(final ClientConfig config, final EngineNews news) {
        return new ClientPort(PlimsollClient.connect(config, new Handler(config.source(), news)));
    }

    @Override
    public int poll() {
        return client.poll();
    }

    @Override
    public long lastSourceSequence() {
        return client.lastSourceSequence();
    }

    @Override
    public Result defineAsset(final AssetTerms terms) {
        return client.admin().defineAsset(terms);
    }

    @Override
    public Result defineTiers(final int table, final List<Tier> tiers) {
        return client.admin().defineTierTable(table, tiers);
    }

    @Override
    public Result defineInstrument(final InstrumentTerms terms) {
        return client.admin().defineInstrument(terms);
    }

    @Override
    public Result defineGroup(final long group) {
        return client.admin().defineGroup(group);
    }

    @Override
    public Result defineAccount(final long account, final long group) {
        return client.admin().defineAccount(account, group, MarginMode.CROSS);
    }

    @Override
    public Result indexPrice(final int asset, final long price) {
        return client.indexPrice(asset, price);
    }

    @Override
    public Result deposit(final long account, final int asset, final long amount) {
        return client.deposit(account, asset, amount);
    }

    @Override
    public Result withdraw(final long account, final int asset, final long amount) {
        return client.withdraw(account, asset, amount);
    }

    @Override
    public Result mark(final int instrument, final long ticks) {
        return client.markPrice(instrument, ticks);
    }

    @Override
    public Result trade(final Deal trade) {
        report.trade(
                        trade.instrument(),
                        trade.tradeId(),
                        trade.ticks(),
                        trade.lots(),
                        trade.buyerTook() ? Side.BUY : Side.SELL)
                .buyer(trade.buyer(), 0, 0)
                .seller(trade.seller(), 0, 0);
        return client.trade(report);
    }

    @Override
    public Result advanceTime(final long timeNs) {
        return client.admin().advanceTime(timeNs);
    }

    @Override
    public Result checkpoint() {
        return client.admin().checkpoint();
    }

    @Override
    public void close() {
        client.close();
    }

    /** Turns the client's callbacks into news; only completions of the demo's own commands count. */
    private static final class Handler implements ClientHandler {
        private final int source;
        private final EngineNews news;
        private MarginStatus statusAfter = MarginStatus.NORMAL;

        Handler(final int source, final EngineNews news) {
            this.source = source;
            this.news = news;
        }

        @Override
        public void onRefused(final ConnectResult result) {
            news.onRefused("the engine refuses the connection: " + result);
        }

        @Override
        public void onRolledBack(final long sequence, final long nextSourceSequence, final int framesDropped) {
            news.onLost("the engine lost what came after sequence " + sequence);
        }

        @Override
        public void onFrameReject(final long sourceSequence, final int templateId, final FrameVerdict verdict) {
            if (verdict != FrameVerdict.BACK_PRESSURE && verdict != FrameVerdict.ENGINE_STOPPED) {
                news.onLost("the engine refuses message " + templateId + ": " + verdict);
            }
        }

        @Override
        public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
            if (info.source() == source) {
                news.onCompleted(
                        info.sequence(), completion.sourceSequence(), completion.reason(), completion.detail());
            }
        }

        @Override
        public void onStatusChanged(final EventInfo info, final StatusChangedDecoder event) {
            // What follows from it comes right after it, for the same account.
            for (final MarginStatus status : MarginStatus.values()) {
                statusAfter = status.code() == event.to().value() ? status : statusAfter;
            }
        }

        @Override
        public void onMarginCall(final EventInfo info, final MarginCallDecoder event) {
            news.onMarginCall(new MarginCall(
                    info.sequence(), info.timeNs(), event.account(), event.shortfall(), event.toLiquidation()));
        }

        @Override
        public void onLiquidationRequested(final EventInfo info, final LiquidationRequestedDecoder event) {
            news.onLiquidation(new Trigger(
                    info.sequence(),
                    info.timeNs(),
                    event.account(),
                    statusAfter,
                    event.marginEquity(),
                    event.maintenanceMargin(),
                    event.notional()));
        }

        @Override
        public void onWithdrawalReleased(final EventInfo info, final WithdrawalReleasedDecoder event) {
            news.onReleased(event.account(), event.amount());
        }

        @Override
        public void onAlarm(final EventInfo info, final AlarmDecoder event) {
            news.onAlarm();
        }

        @Override
        public void onCheckpointTaken(final EventInfo info, final CheckpointTakenDecoder event) {
            if (info.source() == source) {
                news.onCheckpoint(info.sequence(), event.stateHash());
            }
        }
    }
}
