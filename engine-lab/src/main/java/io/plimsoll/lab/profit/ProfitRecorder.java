package io.plimsoll.lab.profit;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.Valuation;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.sbe.BalanceChangedDecoder;
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
 * applied moves for the trade's instrument; funding and settlement name theirs; all else is money that came or went.
 */
public final class ProfitRecorder {
    private final EngineState state;
    private final long accountId;
    private final long since;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final BalanceChangedDecoder balance = new BalanceChangedDecoder();
    private final FundingPaidDecoder fundingPaid = new FundingPaidDecoder();
    private final PositionSettledDecoder settled = new PositionSettledDecoder();
    private final Map<Integer, Sums> byInstrument = new TreeMap<>();
    private final Map<Integer, Map<String, Long>> others = new TreeMap<>();
    private final Map<Integer, Long> balancesBefore = new TreeMap<>();
    private boolean isRecording;
    private int traded;

    /** What was booked for an instrument. */
    private static final class Sums {
        private long realised;
        private long premium;
        private long settled;
        private long funding;
        private long fees;
        private long openBefore;
        private long openNow;
    }

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
    }

    /**
     * A command is about to be applied.
     *
     * @param sequence of it.
     * @param command buffer.
     * @param offset of the SBE header.
     */
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
            final Asset asset = account.balances().assetAt(i);
            balancesBefore.put(asset.id(), account.balances().amountAt(i));
        }
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            of(positions.instrumentAt(i).id()).openBefore = open(positions, i);
        }
    }

    private Sums of(final int instrument) {
        return byInstrument.computeIfAbsent(instrument, id -> new Sums());
    }

    private long open(final Positions positions, final int index) {
        final Instrument instrument = positions.instrumentAt(index);
        final long value =
                instrument.value(positions.lotsAt(index), state.prices().markTicks(instrument));
        return instrument.isPremiumStyle()
                ? value
                : value - positions.entryCostAt(index) + positions.accruedFundingAt(index);
    }

    /**
     * The engine has said something about the command.
     *
     * @param event buffer.
     * @param offset of the SBE header.
     */
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
                    of(fundingPaid.instrument()).funding += fundingPaid.amount();
                }
            }
            case PositionSettledDecoder.TEMPLATE_ID -> {
                settled.wrapAndApplyHeader(event, offset, header);
                if (settled.account() == accountId) {
                    of(settled.instrument()).settled += settled.amount();
                }
            }
            default -> {
                // Moves no money.
            }
        }
    }

    private void moved(final long change) {
        switch (balance.reason()) {
            case REALISED_PNL -> of(traded).realised += change;
            case PREMIUM -> of(traded).premium += change;
            case FEE -> of(traded).fees += change;
            case FUNDING, SETTLEMENT -> {
                // Counted by the event that names the instrument.
            }
            default ->
                others.computeIfAbsent(balance.asset(), id -> new TreeMap<>())
                        .merge(balance.reason().name(), change, Long::sum);
        }
    }

    /**
     * Ends at the engine's last command.
     *
     * @param to sequence of it.
     * @return what was gained and lost.
     * @throws IllegalStateException when what was said does not lead from the balances before to those now.
     */
    public AccountProfit end(final long to) {
        if (!isRecording) {
            begin();
        }
        final Account account = state.accounts().account(accountId);
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            of(positions.instrumentAt(i).id()).openNow = open(positions, i);
        }
        final Valuation valuation = new Valuation(state.prices());
        final List<InstrumentProfit> instruments = new ArrayList<>();
        final Map<Integer, Long> booked = new TreeMap<>();
        for (final Map.Entry<Integer, Sums> entry : byInstrument.entrySet()) {
            final Instrument instrument = state.instruments().get(entry.getKey());
            final InstrumentProfit profit = profit(instrument, entry.getValue(), valuation);
            instruments.add(profit);
            booked.merge(instrument.settlement().id(), profit.booked(), Long::sum);
        }
        return new AccountProfit(accountId, since, to, instruments, money(account, booked));
    }

    private static InstrumentProfit profit(final Instrument instrument, final Sums sums, final Valuation valuation) {
        final Asset asset = instrument.settlement();
        final long total =
                sums.realised + sums.premium + sums.settled + sums.funding + sums.fees + sums.openNow - sums.openBefore;
        return new InstrumentProfit(
                instrument.terms().symbol().toString(),
                asset.symbol().toString(),
                asset.scale(),
                sums.realised,
                sums.premium,
                sums.settled,
                sums.funding,
                sums.fees,
                sums.openBefore,
                sums.openNow,
                valuation.usdSignedFloor(asset, total));
    }

    private List<MoneyFlow> money(final Account account, final Map<Integer, Long> booked) {
        final List<MoneyFlow> money = new ArrayList<>();
        for (int i = 0; i < account.balances().count(); i++) {
            final Asset asset = account.balances().assetAt(i);
            money.add(new MoneyFlow(
                    asset.symbol().toString(),
                    asset.scale(),
                    balancesBefore.getOrDefault(asset.id(), 0L),
                    booked.getOrDefault(asset.id(), 0L),
                    others.getOrDefault(asset.id(), Map.of()),
                    account.balances().amountAt(i)));
        }
        return money;
    }
}
