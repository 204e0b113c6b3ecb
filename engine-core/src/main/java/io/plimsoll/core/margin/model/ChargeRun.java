package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.ExpiryFactors;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.OrderLosses;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRow;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A margin model at work on one portfolio: what charges read, and the tree that they write. Used again and again; the tree holds
 * the last assessment until the next.
 */
public final class ChargeRun {
    private static final int INITIAL_CAPACITY = 8;

    private final MarginModel model;
    private final RiskFrame frame;
    private final ExpiryFactors factors;
    private final Accumulator tree;
    private final Gathered gathered;
    private final Gathered gatheredLess;
    private final HoldingsPart members = new HoldingsPart();
    private ChargeRun within;
    private RiskRow one;
    private PortfolioSums sums;
    private Holdings holdings;
    private OrderLosses orders;
    private int[] underlyings = new int[INITIAL_CAPACITY];
    private int[] vectors = new int[INITIAL_CAPACITY];
    private int count;
    private int counted;
    private int risk;
    private int maintenance;
    private int initial;

    /**
     * Has assessed nothing yet.
     *
     * @param model the model.
     * @param frame underlyings and expiries.
     * @param tree where amounts go.
     */
    public ChargeRun(final MarginModel model, final RiskFrame frame, final Accumulator tree) {
        this(model, frame, new ExpiryFactors(frame, model.expiryDiscount()), tree);
    }

    private ChargeRun(
            final MarginModel model, final RiskFrame frame, final ExpiryFactors factors, final Accumulator tree) {
        this.model = model;
        this.frame = frame;
        this.factors = factors;
        this.tree = tree;
        this.gathered = new Gathered(tree);
        this.gatheredLess = new Gathered(tree);
    }

    /**
     * Assesses a portfolio. What the tree held is gone.
     *
     * @param portfolioSums its sums; by expiry if the model needs that.
     * @param positions the positions that the sums are of.
     */
    public void assess(final PortfolioSums portfolioSums, final Holdings positions) {
        assess(portfolioSums, positions, null);
    }

    /**
     * Assesses a portfolio with open orders. What the tree held is gone.
     *
     * @param portfolioSums its sums, the orders counted in; by expiry if the model needs that.
     * @param positions what would be held with those orders filled that are worse for charges by what is held.
     * @param open the orders; null: none.
     */
    public void assess(final PortfolioSums portfolioSums, final Holdings positions, final OrderLosses open) {
        release();
        orders = open;
        sums = portfolioSums;
        holdings = positions;
        tree.clear();
        prepare();
        risk = model.risk().assess(this);
        final int addOns = addOns(MarginTerms.ADD_ONS, model.addOns());
        final int maintenanceAddOns = model.maintenanceAddOns().isEmpty()
                ? AmountTree.NONE
                : addOns(MarginTerms.MAINTENANCE_ADD_ONS, model.maintenanceAddOns());
        final int initialAddOns = addOns(MarginTerms.INITIAL_ADD_ONS, model.initialAddOns());
        tree.sum(MarginTerms.MAINTENANCE, 0);
        multipleOfRisk(model.maintenance());
        tree.same(MarginTerms.ADD_ONS, 0, addOns);
        if (maintenanceAddOns != AmountTree.NONE) {
            tree.same(MarginTerms.MAINTENANCE_ADD_ONS, 0, maintenanceAddOns);
        }
        maintenance = tree.close();
        tree.max(MarginTerms.INITIAL, 0);
        tree.same(MarginTerms.MAINTENANCE, 0, maintenance);
        tree.sum(MarginTerms.INITIAL_OF_RISK, 0);
        multipleOfRisk(model.initial());
        tree.same(MarginTerms.ADD_ONS, 0, addOns);
        tree.same(MarginTerms.INITIAL_ADD_ONS, 0, initialAddOns);
        tree.close();
        initial = tree.close();
    }

    /** Gives the vectors of the last assessment back; they are kept until then, to be looked at. */
    public void release() {
        for (int i = 0; i < count && ownsVectors(); i++) {
            tree.giveBack(vectors[i]);
        }
        count = 0;
    }

    /**
     * Adds a sum to the tree: the loss of the whole portfolio under one scenario, as it counts.
     *
     * @param name of the node.
     * @param scenario index in the set.
     * @return the node; negative for a gain.
     */
    public int lossUnder(final String name, final int scenario) {
        tree.sum(name, scenario);
        for (int i = 0; i < count; i++) {
            tree.loss(name, underlyings[i], vectors[i], scenario);
        }
        return tree.close();
    }

    /**
     * Measures by how much charges of the model can grow for a lot of an instrument.
     *
     * @param growth takes the result.
     * @param of one lot of it, with a row in the frame.
     * @return whether every charge of the model says by how much it can grow.
     */
    public boolean measure(final Growth growth, final RiskInstrument of) {
        return growth.measure(of, frame, factors, model);
    }

    /** {@return by what factors values are discounted} */
    public ExpiryFactors factors() {
        return factors;
    }

    /** {@return where to put together a part of the portfolio; empty, and valid until {@link #enter}} */
    HoldingsPart part() {
        if (within == null) {
            within = new ChargeRun(model, frame, factors, tree);
            within.sums = new PortfolioSums(tree, frame, model.byExpiry());
        }
        members.of(holdings);
        return members;
    }

    /** A run over the part that was put together, until {@link #leave}. */
    ChargeRun enter() {
        within.risk = risk;
        within.holdings = members;
        within.sums.addAll(members);
        within.prepare();
        return within;
    }

    void leave() {
        within.release();
        within.sums.clear();
    }

    private void multipleOfRisk(final long factor) {
        tree.scale(MarginTerms.FACTOR, 0, factor);
        tree.same(MarginTerms.RISK, 0, risk);
        tree.close();
    }

    private int addOns(final String name, final List<Charge> charges) {
        tree.sum(name, 0);
        for (int i = 0; i < charges.size(); i++) {
            charges.get(i).assess(this);
        }
        return tree.close();
    }

    private boolean ownsVectors() {
        return model.byExpiry()
                || !model.damped().isEmpty()
                || !model.alwaysLoss().isEmpty();
    }

    /** One vector for each underlying, in the order of their places, discounted and dampened. */
    private void prepare() {
        for (int i = 0; i < sums.count(); i++) {
            final int underlying = sums.underlying(i);
            final int vector = sums.vector(i);
            if (ownsVectors()) {
                final int own = ownIndexOf(underlying);
                tree.merge(vectors[own], asCounted(i));
                if (model.byExpiry()) {
                    tree.giveBack(counted);
                }
            } else {
                insert(underlying, vector);
            }
        }
        for (int i = 0; i < count; i++) {
            if (!model.byExpiry()) {
                makeLosses(vectors[i]);
            }
            for (int b = 0; b < model.damped().size(); b++) {
                tree.dampen(vectors[i], model.damped().get(b), frame.damping(underlyings[i]));
            }
        }
    }

    /** The vector of an expiry as it counts: values discounted by sign, moves of some blocks losses always. */
    private int asCounted(final int index) {
        if (!model.byExpiry()) {
            return sums.vector(index);
        }
        final int place = sums.place(index);
        final RiskFrame.Expiry expiry = frame.expiry(place);
        counted = tree.take(frame.underlying(expiry.underlying()).exponent());
        tree.merge(counted, sums.vector(index));
        for (int b = 0; b < model.discounted().size() && expiry.expires(); b++) {
            tree.discount(counted, model.discounted().get(b), factors.positive(place), factors.negative(place));
        }
        if (orders != null) {
            orders.countDiscounted(counted, place);
        }
        makeLosses(counted);
        return counted;
    }

    private void makeLosses(final int vector) {
        for (int b = 0; b < model.alwaysLoss().size(); b++) {
            tree.alwaysLoss(vector, model.alwaysLoss().get(b));
        }
    }

    private int ownIndexOf(final int underlying) {
        for (int i = 0; i < count; i++) {
            if (underlyings[i] == underlying) {
                return i;
            }
        }
        return insert(underlying, tree.take(frame.underlying(underlying).exponent()));
    }

    private int insert(final int underlying, final int vector) {
        if (count == underlyings.length) {
            underlyings = Arrays.copyOf(underlyings, 2 * count);
            vectors = Arrays.copyOf(vectors, 2 * count);
        }
        int at = count;
        while (at > 0 && underlyings[at - 1] > underlying) {
            underlyings[at] = underlyings[at - 1];
            vectors[at] = vectors[at - 1];
            at--;
        }
        underlyings[at] = underlying;
        vectors[at] = vector;
        count++;
        return at;
    }

    /** {@return the tree} */
    public Accumulator tree() {
        return tree;
    }

    /** {@return underlyings and expiries} */
    public RiskFrame frame() {
        return frame;
    }

    /** {@return the node of scenario risk, R} */
    public int risk() {
        return risk;
    }

    /** {@return the node of the maintenance margin} */
    public int maintenance() {
        return maintenance;
    }

    /** {@return the node of the initial margin} */
    public int initial() {
        return initial;
    }

    Holdings holdings() {
        return holdings;
    }

    PortfolioSums sums() {
        return sums;
    }

    /** {@return number of underlyings of the portfolio} */
    int underlyings() {
        return count;
    }

    /** Place of an underlying of the portfolio, ascending with the index. */
    int underlying(final int index) {
        return underlyings[index];
    }

    /** Profit and loss of an underlying as it counts. */
    int vector(final int index) {
        return vectors[index];
    }

    /** As {@link Accumulator#ratio} of the delta of an underlying with some more, and in either direction with that of others. */
    long ratioWith(final int index, final long more, final long others, final long whole, final long most) {
        final int vector = deltaWith(index, more);
        tree.addColumns(vector, tree.sign(vector, Column.DELTA) < 0 ? -others : others, one(underlyings[index]));
        final long ratio = tree.ratio(vector, Column.DELTA, whole, most);
        tree.giveBack(vector);
        return ratio;
    }

    /** A vector of columns with the delta of an underlying and some more, in risk units; to be given back. */
    int deltaWith(final int index, final long more) {
        final int vector = tree.takeColumns(one(underlyings[index]).exponent());
        tree.mergeColumns(vector, vectors[index]);
        tree.addColumns(vector, more, one(underlyings[index]));
        return vector;
    }

    /** A delta of one risk unit of an underlying. */
    private RiskRow one(final int underlying) {
        final int exponent = frame.underlying(underlying).exponent();
        if (one == null || one.exponent() != exponent) {
            one = new RiskRow(0, exponent);
            one.values()[Column.DELTA] = 1;
        }
        return one;
    }

    /** Sizes of what is held of some kinds, long and short added, and of no order; valid until the next call. */
    Gathered sizesHeld(final Grouping grouping, final Set<RiskKind> kinds) {
        gathered.giveBack();
        gathered.sizesHeld(holdings, grouping, kinds);
        return gathered;
    }

    /** Sizes of what is of some kinds, long and short added, as large as orders can make them; valid until the next call. */
    Gathered sizes(final Grouping grouping, final Set<RiskKind> kinds) {
        gathered.giveBack();
        gathered.sizes(holdings, grouping, kinds);
        return gathered;
    }

    /** What is of some kinds, net, with orders filled that bring a column as far as can be to a side; valid until the next call. */
    Gathered net(final Grouping grouping, final Set<RiskKind> kinds, final int column, final int side) {
        gathered.giveBack();
        gathered.net(holdings, grouping, kinds, column, side);
        return gathered;
    }

    /** What is of some kinds, net, with orders filled that bring the most of a column; valid until the next call. */
    Gathered most(final Grouping grouping, final Set<RiskKind> kinds, final int column) {
        return net(grouping, kinds, column, 1);
    }

    /**
     * What is of some kinds, net, with orders filled that bring the least of a column, in the places of {@link #most}, which was
     * called just before: that itself where there are no orders. Valid until the next call.
     */
    Gathered least(final Grouping grouping, final Set<RiskKind> kinds, final int column) {
        if (!holdings.hasOrders()) {
            return gathered;
        }
        gatheredLess.giveBack();
        gatheredLess.net(holdings, grouping, kinds, column, -1);
        return gatheredLess;
    }
}
