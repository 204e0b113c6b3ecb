package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.OrderLosses;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Requirements of accounts in portfolio mode that have one margin model, over the rows of a regime. Coins that are held or owed stand in
 * the scenarios with what they are worth net; they are counted in lots of a power of ten of their minor unit, the nearest
 * number.
 */
public final class PortfolioBook {
    private static final int ROUNDING = 64;

    private final RiskRegime regime;
    private final MarginModel model;
    private final LongAccumulator tree;
    private final ChargeRun run;
    private final Long2ObjectHashMap<AccountSums> byAccount = new Long2ObjectHashMap<>();
    private final OrderSums resting;
    private final OrderSums tried;
    private final PortfolioSums total;
    private final DearerSide sides;
    private final OrderedCoins coins;
    private final boolean looksAtGroup;
    private final Growths growths;
    private AccountSums ordering;
    private OrderSums orders;
    private long initialMargin;
    private long maintenanceMargin;

    /**
     * Knows no account yet.
     *
     * @param regime rows in use.
     * @param model margin model, for the regime's scenarios.
     */
    public PortfolioBook(final RiskRegime regime, final MarginModel model) {
        this.regime = regime;
        this.model = model;
        this.tree = new LongAccumulator(regime.set().count());
        this.run = new ChargeRun(model, regime.frame(), tree);
        this.resting = orderSums();
        this.tried = orderSums();
        this.total = new PortfolioSums(tree, regime.frame(), model.byExpiry());
        this.sides = model.isBySide() ? new DearerSide(run, tree, regime.frame(), model.byExpiry()) : null;
        this.coins = new OrderedCoins(regime.coins());
        this.growths = new Growths(regime, run, coins);
        this.looksAtGroup = model.looksAtGroup();
    }

    private OrderSums orderSums() {
        final OrderLosses losses = new OrderLosses(
                tree, regime.frame(), model.byExpiry(), run.factors(), model.alwaysLoss(), model.discounted());
        return new OrderSums(losses, regime.underlyings());
    }

    /** {@return rows in use} */
    public RiskRegime regime() {
        return regime;
    }

    /** {@return the margin model} */
    public MarginModel model() {
        return model;
    }

    /**
     * Notes that a position has changed.
     *
     * @param account whose; in portfolio mode.
     * @param instrument of which.
     * @param signedLots by how much.
     */
    public void traded(final Account account, final Instrument instrument, final long signedLots) {
        final AccountSums sums = byAccount.get(account.id());
        if (sums != null) {
            sums.traded(instrument, signedLots);
        }
    }

    /**
     * Forgets an account that is not margined by this book, or no more; its vectors are given back.
     *
     * @param account which.
     */
    public void leave(final Account account) {
        final AccountSums sums = byAccount.remove(account.id());
        if (sums != null) {
            sums.sums().clear();
        }
    }

    /**
     * Whether a position of another account of the group, in an instrument, raises the requirement of an account.
     *
     * @param account any.
     * @param instrument of which.
     * @return false when the account's requirement is as before whatever others do.
     */
    public boolean isRaisedByGroup(final Account account, final Instrument instrument) {
        if (!looksAtGroup || account.mode() != MarginMode.PORTFOLIO) {
            return false;
        }
        final int place = regime.placeOf(instrument.underlying());
        boolean isIn = regime.coins().isAnyIn(place, account.balances());
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count() && !isIn; i++) {
            isIn = positions.instrumentAt(i).underlying() == instrument.underlying();
        }
        return isIn;
    }

    /**
     * Whether positions in an instrument are margined here.
     *
     * @param instrument the instrument.
     * @return false when it has no row.
     */
    public boolean covers(final Instrument instrument) {
        return regime.row(instrument) != null;
    }

    /**
     * Computes the requirement of an account, or says again what it was when nothing has changed.
     *
     * @param account in portfolio mode.
     * @param nets what the account has of each asset, by ordinal: balance and unrealised profit and loss, in minor units.
     * @param others what others of its group own of each asset that has tiers of haircuts, by ordinal, in minor units.
     */
    void compute(final Account account, final long[] nets, final long[] others) {
        final AccountSums sums = prepare(account, nets, others);
        if (!sums.isAssessed()) {
            assess(sums);
            sums.assessed(tree.ceil(run.initial()), tree.ceil(run.maintenance()));
            sums.addCoins(-1);
        }
        initialMargin = sums.initialMargin();
        maintenanceMargin = sums.maintenanceMargin();
    }

    private AccountSums prepare(final Account account, final long[] nets, final long[] others) {
        AccountSums sums = byAccount.get(account.id());
        if (sums == null) {
            sums = new AccountSums(account, regime, tree, model.byExpiry());
            byAccount.put(account.id(), sums);
        }
        sums.refresh();
        if (looksAtGroup) {
            sums.refreshGroup();
        }
        final Balances balances = account.balances();
        for (int i = 0; i < balances.count(); i++) {
            final Asset asset = balances.assetAt(i);
            final int coin = regime.coins().of(asset);
            if (coin >= 0) {
                sums.coin(coin, nets[asset.ordinal()], others[asset.ordinal()]);
            }
        }
        return sums;
    }

    private void assess(final AccountSums sums) {
        sums.addCoins(1);
        run.assess(sums.sums(), sums.list());
    }

    /**
     * Says what coins an account has from now on, for {@link #beginTry}.
     *
     * @param account in portfolio mode.
     * @param nets as for the decision.
     * @param others as for the decision.
     */
    void coins(final Account account, final long[] nets, final long[] others) {
        prepare(account, nets, others);
    }

    /**
     * Begins with no order of an account; those that rest are counted in next.
     *
     * @param account in portfolio mode, assessed before.
     * @param change orders that are to come; null: none.
     * @param flow looks at these.
     */
    void beginOrders(final Account account, final OrderProposal change, final OrderFlow flow) {
        ordering = byAccount.get(account.id());
        coins.begin(ordering);
        if (change != null) {
            coins.couldFill(account, change, flow);
        }
        resting.begin(ordering);
        orders = resting;
    }

    /** Begins with what counts whatever is tried; then comes what is, and {@link #required}. Coins count as they do now. */
    void beginTry() {
        resting.settleCoins(coins);
        tried.begin(resting);
        orders = tried;
        total.copy(ordering.sums());
        ordering.addCoins(total, 1);
    }

    /**
     * Counts lots in as if they were held already.
     *
     * @param instrument which is covered.
     * @param signedLots how many.
     * @param held what the account holds of it then.
     */
    void fill(final Instrument instrument, final long signedLots, final long held) {
        total.add(regime.row(instrument), signedLots);
        orders.held().set(regime.row(instrument), held, ordering.group().lotsOfOthers(instrument));
    }

    /**
     * Counts an order in: under each scenario with what it could lose there, never with what it could gain.
     *
     * @param instrument which is covered.
     * @param signedLots of the order.
     */
    void order(final Instrument instrument, final long signedLots) {
        orders.add(regime.row(instrument), signedLots);
    }

    /** {@return the coins that orders of the account in question bring and take} */
    OrderedCoins coins() {
        return coins;
    }

    /** Counts in what an order brings and takes, as far as that is a coin of the regime, each with what it could lose. */
    void exchange(final OrderFlow order) {
        bring(order);
        final int goes = coins.of(order.goes());
        if (goes >= 0) {
            orders.addCoin(goes, -coins.thatGo(order));
        }
    }

    /** Counts in what an order brings; what it takes is counted already. */
    void bring(final OrderFlow order) {
        final int comes = coins.of(order.comes());
        if (comes >= 0) {
            orders.addCoin(comes, coins.thatCome(order));
        }
    }

    /**
     * Sets what the account would hold of an instrument with the orders of its worse side filled; add-ons look at that.
     *
     * @param instrument which is covered.
     * @param bought held with all buys filled.
     * @param sold held with all sells filled.
     * @param isSold whether that is worse to a model that takes long and short alike.
     */
    void wouldHold(final Instrument instrument, final long bought, final long sold, final boolean isSold) {
        final RiskInstrument row = regime.row(instrument);
        final long dearer = sides == null ? (isSold ? sold : bought) : sides.of(row, bought, sold);
        orders.held().range(row, dearer, bought, sold, ordering.group().lotsOfOthers(instrument));
    }

    /**
     * The requirement with all that was counted in.
     *
     * @return initial margin, millionths of the margin currency.
     */
    long required() {
        orders.settleCoins(coins);
        orders.losses().count(total);
        run.assess(total, orders.withCoins(ordering, coins), orders.losses());
        return tree.ceil(run.initial());
    }

    /** Begins to bound what orders of an account need; {@link #coins} is told next which may fill before the others. */
    void beginBound(final Account account) {
        coins.begin(byAccount.get(account.id()));
    }

    /**
     * By how much orders in one instrument raise the initial margin at most, but for rounding.
     *
     * @param account in portfolio mode, assessed last.
     * @param instrument of the orders, which is covered.
     * @param bought lots of those that buy, not negative.
     * @param sold lots of those that sell, not negative.
     * @return millionths of the margin currency; {@link Growths#UNKNOWN}, if the model does not say.
     */
    long atMost(final Account account, final Instrument instrument, final long bought, final long sold) {
        return growths.ofContracts(byAccount.get(account.id()), instrument, bought, sold);
    }

    /**
     * By how much orders raise the initial margin at most by what they bring and take of an asset, but for rounding.
     *
     * @param account in portfolio mode, assessed last.
     * @param asset a coin of the regime that has rows.
     * @param comes lots of it that orders bring, not negative.
     * @param goes lots of it that they take, not negative.
     * @return millionths of the margin currency; {@link Growths#UNKNOWN}, if the model does not say.
     */
    long atMost(final Account account, final Asset asset, final long comes, final long goes) {
        return growths.ofCoins(byAccount.get(account.id()), asset, comes, goes);
    }

    /** By how much the parts of a requirement can be rounded up, with so many instruments held or ordered. */
    long rounding(final int instruments) {
        final int charges = 4 + model.addOns().size() + model.initialAddOns().size();
        return (long) ROUNDING * charges * (instruments + regime.underlyings());
    }

    /** {@return the scenario that the last requirement came from; {@link io.plimsoll.core.risk.AmountTree#NONE} when none did} */
    int bindingScenario() {
        return tree.bindingScenario(run.initial());
    }

    long initialMargin() {
        return initialMargin;
    }

    long maintenanceMargin() {
        return maintenanceMargin;
    }

    /**
     * Computes a requirement for somebody to look at it: the tree and the vectors stay until the look is over.
     *
     * @param account in portfolio mode.
     * @param nets as for the decision.
     * @param others as for the decision.
     * @param look is called while they do.
     */
    void explain(final Account account, final long[] nets, final long[] others, final MarginLook look) {
        final AccountSums sums = prepare(account, nets, others);
        assess(sums);
        look.at(run, tree, sums.list());
        sums.addCoins(-1);
        run.release();
        sums.forget();
    }
}
