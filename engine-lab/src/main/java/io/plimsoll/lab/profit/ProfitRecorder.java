package io.plimsoll.lab.profit;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.Valuation;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.lab.live.FeedListener;
import io.plimsoll.sbe.BalanceChangedDecoder;
import io.plimsoll.sbe.BalanceReason;
import io.plimsoll.sbe.FundingPaidDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.PositionSettledDecoder;
import io.plimsoll.sbe.TradeDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/**
 * Follows an engine while it is replayed and adds up what it says about one account. A balance that moves while a trade is
 * applied moves for the trade's instrument; funding and settlement name theirs; all else is interest, or money that came or went.
 */
public final class ProfitRecorder implements FeedListener {
    private final EngineState state;
    private final long accountId;
    private final long since;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BalanceChangedDecoder balance = new BalanceChangedDecoder();
    private final FundingPaidDecoder fundingPaid = new FundingPaidDecoder();
    private final PositionSettledDecoder settled = new PositionSettledDecoder();
    private final Valuation valuation;
    private final OpenWorth worth;
    private final Map<Integer, InstrumentSums> byInstrument = new TreeMap<>();
    private final Map<Integer, CoinSums> byAsset = new TreeMap<>();
    private boolean isRecording;
    private int traded;

    /**
     * Has seen nothing.
     *
     * @param engine that is replayed, empty still.
     * @param account id of the account to follow.
     * @param since sequence after which things count.
     */
    public ProfitRecorder(final MarginEngine engine, final long account, final long since) {
        this.state = engine.state();
        this.accountId = account;
        this.since = since;
        this.valuation = new Valuation(state.prices());
        this.worth = new OpenWorth(state.prices(), valuation);
    }

    @Override
    public void command(final long sequence, final DirectBuffer command, final int offset) {
        if (!isRecording && sequence > since) {
            begin();
        }
        traded = CommandFrames.templateId(command, offset) == TradeDecoder.TEMPLATE_ID
                ? trade.wrapAndApplyHeader(command, offset, header).instrument()
                : 0;
    }

    private void begin() {
        isRecording = true;
        final Account account = state.accounts().account(accountId);
        if (account == null) {
            return;
        }
        for (int i = 0; i < account.balances().count(); i++) {
            of(account.balances().assetAt(i)).begin(account, worth);
        }
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            of(positions.instrumentAt(i).id()).openBefore(worth.of(positions, i));
        }
    }

    private InstrumentSums of(final int instrument) {
        return byInstrument.computeIfAbsent(instrument, id -> new InstrumentSums());
    }

    private CoinSums of(final Asset asset) {
        return byAsset.computeIfAbsent(asset.id(), id -> new CoinSums(asset));
    }

    @Override
    public void event(final DirectBuffer event, final int offset) {
        if (!isRecording) {
            return;
        }
        switch (CommandFrames.templateId(event, offset)) {
            case BalanceChangedDecoder.TEMPLATE_ID -> {
                balance.wrapAndApplyHeader(event, offset, header);
                if (balance.account() == accountId) {
                    moved(balance.change());
                }
            }
            case FundingPaidDecoder.TEMPLATE_ID -> {
                fundingPaid.wrapAndApplyHeader(event, offset, header);
                if (fundingPaid.account() == accountId) {
                    of(fundingPaid.instrument()).funding(fundingPaid.amount());
                }
            }
            case PositionSettledDecoder.TEMPLATE_ID -> {
                settled.wrapAndApplyHeader(event, offset, header);
                if (settled.account() == accountId) {
                    of(settled.instrument()).settled(settled.amount());
                }
            }
            default -> {
                // Moves no money.
            }
        }
    }

    private void moved(final long change) {
        final Asset asset = state.assets().get(balance.asset());
        final BalanceReason reason = balance.reason();
        switch (reason) {
            case REALISED_PNL, PREMIUM, FEE -> of(traded).traded(reason, change);
            case FUNDING, SETTLEMENT -> {
                // Counted by the event that names the instrument.
            }
            default -> {
                of(asset).moved(reason.name(), change);
                other(asset, reason, change);
            }
        }
    }

    private void other(final Asset asset, final BalanceReason reason, final long change) {
        final long usd = valuation.usdSignedFloor(asset, change);
        switch (reason) {
            case INTEREST -> of(asset).interest(change);
            case SPOT_TRADE -> {
                of(traded).spot(usd);
                of(asset).spot(usd);
            }
            default -> of(asset).money(usd);
        }
    }

    /**
     * Ends at the engine's last command.
     *
     * @param to sequence of it.
     * @return what was gained and lost; nothing, when there is no such account.
     * @throws IllegalStateException when what was said does not lead from the balances before to those now.
     */
    public AccountProfit end(final long to) {
        if (!isRecording) {
            begin();
        }
        final Account account = state.accounts().account(accountId);
        if (account == null) {
            return new AccountProfit(accountId, since, to, List.of(), List.of(), List.of());
        }
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            of(positions.instrumentAt(i).id()).openNow(worth.of(positions, i));
        }
        final List<InstrumentProfit> instruments = new ArrayList<>();
        final Map<Integer, Long> booked = new TreeMap<>();
        final Map<Integer, Long> gained = new TreeMap<>();
        for (final Map.Entry<Integer, InstrumentSums> entry : byInstrument.entrySet()) {
            final Instrument instrument = state.instruments().get(entry.getKey());
            final InstrumentProfit profit = entry.getValue().profit(instrument, valuation);
            instruments.add(profit);
            booked.merge(instrument.settlement().id(), profit.booked(), Long::sum);
            gained.merge(instrument.settlement().id(), profit.totalUsd(), Long::sum);
        }
        final List<CoinProfit> coins = new ArrayList<>();
        final List<MoneyFlow> money = new ArrayList<>();
        for (int i = 0; i < account.balances().count(); i++) {
            final Asset asset = account.balances().assetAt(i);
            coins.add(of(asset).profit(account, worth, valuation, gained.getOrDefault(asset.id(), 0L)));
            money.add(of(asset).flow(account.balances(), booked.getOrDefault(asset.id(), 0L)));
        }
        return new AccountProfit(accountId, since, to, instruments, coins, money);
    }
}
