package io.plimsoll.core.engine;

import io.plimsoll.core.account.Accounts;
import io.plimsoll.core.account.Ledger;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.account.Withdrawals;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.Registry;
import io.plimsoll.core.instrument.TierTable;
import io.plimsoll.core.market.FundingBook;
import io.plimsoll.core.market.PriceBook;
import io.plimsoll.core.market.SettlementBook;

/** All that the engine knows. Everything here is in the state hash; everything not here can be computed from it. */
public final class EngineState {
    private final Limits limits;
    private final StateHash hash = new StateHash();
    private final Parameters parameters;
    private final Registry<Source> sources;
    private final Registry<Asset> assets;
    private final Registry<TierTable> tierTables;
    private final Registry<FeeSchedule> feeSchedules = new Registry<>(FeeSchedule.SCHEDULES_MAX);
    private final Registry<Instrument> instruments;
    private final PriceBook prices;
    private final FundingBook funding;
    private final SettlementBook settlement;
    private final Accounts accounts;
    private final Orders orders;
    private final Ledger ledger;
    private final Withdrawals withdrawals;
    private final TradeLog trades;
    private final RiskState risk;
    private RiskWork work;
    private long timeNs;

    EngineState(final Limits limits) {
        this.limits = limits;
        this.parameters = new Parameters(hash);
        this.sources = new Registry<>(limits.sources() + 1);
        this.assets = new Registry<>(limits.assets());
        this.tierTables = new Registry<>(limits.tierTables());
        this.instruments = new Registry<>(limits.instruments());
        this.prices = new PriceBook(limits.assets(), limits.instruments(), hash);
        this.funding = new FundingBook(limits.instruments(), hash);
        this.settlement = new SettlementBook(limits.instruments(), prices, hash);
        this.accounts = new Accounts(limits.accounts(), limits.groups(), limits.instruments(), limits.assets(), hash);
        this.orders = new Orders(limits.openOrders(), hash);
        this.ledger = new Ledger(limits.assets(), hash);
        this.withdrawals = new Withdrawals(limits.assets(), hash);
        this.trades = new TradeLog(limits.tradeIds(), hash);
        this.risk = new RiskState(limits, assets, instruments, hash);
        this.sources.add(0, new Source(0, Role.HOST, SourceOrdering.MONOTONE, 0, hash));
    }

    /** {@return how much there is room for} */
    public Limits limits() {
        return limits;
    }

    StateHash hash() {
        return hash;
    }

    /** {@return parameters of the engine as a whole} */
    public Parameters parameters() {
        return parameters;
    }

    /** {@return senders of commands; the host, id 0, first} */
    public Registry<Source> sources() {
        return sources;
    }

    /** {@return assets} */
    public Registry<Asset> assets() {
        return assets;
    }

    /** {@return tables of margin tiers} */
    public Registry<TierTable> tierTables() {
        return tierTables;
    }

    /** {@return schedules of fees} */
    public Registry<FeeSchedule> feeSchedules() {
        return feeSchedules;
    }

    /** {@return instruments} */
    public Registry<Instrument> instruments() {
        return instruments;
    }

    /** {@return index prices, mark prices, market status} */
    public PriceBook prices() {
        return prices;
    }

    /** {@return funding of perpetuals} */
    public FundingBook funding() {
        return funding;
    }

    /** {@return settlement of dated instruments} */
    public SettlementBook settlement() {
        return settlement;
    }

    /** {@return groups and accounts} */
    public Accounts accounts() {
        return accounts;
    }

    /** {@return resting orders} */
    public Orders orders() {
        return orders;
    }

    /** {@return ledgers of the house} */
    public Ledger ledger() {
        return ledger;
    }

    /** {@return withdrawals in flight, and what was withdrawn of late} */
    public Withdrawals withdrawals() {
        return withdrawals;
    }

    TradeLog trades() {
        return trades;
    }

    /** {@return scenarios, margin models, surfaces and volatilities} */
    public RiskState risk() {
        return risk;
    }

    /** Work that goes on from command to command is a part of the hash. */
    void work(final RiskWork newWork) {
        work = newWork;
    }

    /** {@return the engine's time, ns since 1970} */
    public long timeNs() {
        return timeNs;
    }

    void timeNs(final long newTimeNs) {
        hash.replace(timeHash(), 0);
        timeNs = newTimeNs;
        hash.replace(0, timeHash());
    }

    private long timeHash() {
        return timeNs == 0 ? 0 : StateHash.of(HashKind.TIME, 0, timeNs);
    }

    /**
     * The state hash made from nothing: what the one kept up to date must equal.
     *
     * @return hash of the whole state.
     */
    public long hashFromScratch() {
        long sum = timeHash() + parameters.hash() + trades.hash();
        for (int i = 0; i < sources.count(); i++) {
            sum += sources.at(i).hash();
        }
        for (int i = 0; i < feeSchedules.count(); i++) {
            sum += feeSchedules.at(i).hash();
        }
        for (int i = 0; i < tierTables.count(); i++) {
            sum += tierTables.at(i).hash();
        }
        for (int i = 0; i < assets.count(); i++) {
            final Asset asset = assets.at(i);
            sum += asset.hash() + prices.hashOf(asset) + ledger.hashOf(asset);
            sum += asset.interest().hash();
        }
        for (int i = 0; i < instruments.count(); i++) {
            final Instrument instrument = instruments.at(i);
            sum += instrument.hash() + prices.hashOf(instrument) + funding.hashOf(instrument);
        }
        return sum
                + accounts.hashFromScratch(orders)
                + withdrawals.hashFromScratch(accounts.all())
                + risk.hashFromScratch()
                + settlement.hashFromScratch()
                + work.hashFromScratch();
    }
}
