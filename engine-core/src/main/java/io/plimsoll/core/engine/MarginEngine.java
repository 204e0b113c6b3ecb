package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.InstrumentTerms;
import io.plimsoll.core.instrument.Symbol;
import io.plimsoll.core.instrument.TierTable;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.MarginLook;
import io.plimsoll.core.margin.OrderMargin;
import io.plimsoll.core.margin.Valuation;

/**
 * The state machine: one method per command. A command is applied between {@link #begin} and {@link #complete}. Single
 * threaded; reads no clock, allocates nothing in steady state, does no work outside a command.
 */
public final class MarginEngine {
    /** Version of the rules that this engine applies; stands in every journal record. */
    public static final int RULES_VERSION = 1;

    private final EngineState state;
    private final CommandContext context = new CommandContext();
    private final MarginCalculator calculator;
    private final MarginAssessment assessment = new MarginAssessment();
    private final OrderMargin orderMargin;
    private final CommandGate gate;
    private final Definitions definitions;
    private final MoneyCommands money;
    private final WithdrawalCommands withdrawals;
    private final FeeCommands fees;
    private final HouseCommands house;
    private final Prices prices;
    private final ClaimCommands claims;
    private final Trades trades;
    private final Controls controls;
    private final RiskCommands risk;
    private final LifecycleCommands lifecycle;
    private final TradingCommands trading;
    private final AccountCommands accounts;

    /**
     * An empty engine.
     *
     * @param limits how much it has room for.
     */
    public MarginEngine(final Limits limits) {
        state = new EngineState(limits);
        final Valuation valuation = new Valuation(state.prices());
        calculator = new MarginCalculator(state.prices(), valuation, limits.assets(), context::timeNs);
        orderMargin = new OrderMargin(state.prices(), valuation, state.orders(), calculator, limits.instruments());
        final PriceRule priceRule = new PriceRule(state, context);
        final Raises raises = new Raises(state, context, calculator);
        final Remargin remargin = new Remargin(state, context, calculator, priceRule, raises);
        gate = new CommandGate(state, context);
        final RiskWork work = new RiskWork(state, context, remargin, calculator, orderMargin, raises);
        state.work(work);
        definitions = new Definitions(state, context, remargin, work, raises);
        final Interest interest = new Interest(state, context, remargin);
        final Movements movements = new Movements(state, context, interest);
        final WithdrawalRule withdrawalRule = new WithdrawalRule(state, context, calculator, orderMargin, priceRule);
        money = new MoneyCommands(state, context, movements, remargin, withdrawalRule);
        fees = new FeeCommands(state, context);
        house = new HouseCommands(state, context, remargin);
        withdrawals = new WithdrawalCommands(state, context, movements, remargin, withdrawalRule);
        final Funding funding = new Funding(state, context, movements, remargin);
        prices = new Prices(state, context, remargin, funding, interest);
        claims = new ClaimCommands(state, context, prices, work);
        final Pockets pockets = new Pockets(movements, remargin);
        final Cancellation cancellation = new Cancellation(state, context);
        final Settlement settlement =
                new Settlement(state, context, movements, remargin, funding, pockets, cancellation);
        trades = new Trades(state, context, movements, remargin, funding, settlement, pockets, cancellation);
        final OrderProposal change = new OrderProposal(state.orders(), limits.openOrdersPerAccount());
        final OrderRules rules = new OrderRules(state, valuation, priceRule);
        final OrderChecks checks = new OrderChecks();
        final OrderTerms terms = new OrderTerms(state, context);
        final SessionOrders sessionOrders = new SessionOrders(state, context, cancellation);
        final OrderRisk orderRisk = new OrderRisk(state, context, calculator, orderMargin, rules, change, checks);
        final OrderEntry orderEntry = new OrderEntry(state, context, terms, sessionOrders, orderRisk, cancellation);
        final BasketRisk basketRisk = new BasketRisk(context, calculator, orderMargin, rules, checks);
        final Baskets baskets = new Baskets(state, context, terms, sessionOrders, basketRisk, change);
        final Quotes quotes = new Quotes(state, context, terms, sessionOrders, basketRisk, change, cancellation);
        accounts = new AccountCommands(state, context, remargin, calculator, orderMargin, priceRule, raises);
        trading = new TradingCommands(state, context, orderEntry, baskets, quotes, sessionOrders, cancellation, checks);
        controls = new Controls(state, context, remargin, work, interest, priceRule, raises);
        risk = new RiskCommands(state, context, work, funding, settlement, interest);
        lifecycle = new LifecycleCommands(state, context, remargin, funding, settlement);
    }

    /**
     * Says where events go. To be called before the first command, and again when another host takes over.
     *
     * @param listener for all events.
     */
    public void events(final RiskEvents listener) {
        context.events(listener);
    }

    /**
     * Opens a command: takes its time, checks its source. When it is not to be applied its completion has gone out already.
     *
     * @param sequence one above that of the last command.
     * @param timeNs not before that of the last command.
     * @param templateId message id of the command.
     * @param source sender.
     * @param sourceSequence number at the sender.
     * @return whether the command is to be applied and completed.
     * @throws EngineFault when sequence or time do not follow on.
     */
    public boolean begin(
            final long sequence, final long timeNs, final int templateId, final int source, final long sourceSequence) {
        gate.stamp(sequence, timeNs);
        return gate.open(templateId, source, sourceSequence);
    }

    /** {@return whether the role of the command's source allows it; to be asked after {@link #begin}} */
    public boolean isAllowed() {
        return gate.isAllowed();
    }

    /**
     * Closes a command: its source's number is taken up and its completion goes out.
     *
     * @param reason {@link RejectReason#NONE} when it was applied.
     */
    public void complete(final RejectReason reason) {
        gate.close(reason);
    }

    /**
     * Defines a source.
     *
     * @param id from 1.
     * @param window answers kept for repeats.
     * @param role what it may send.
     * @param ordering how its sequence is checked.
     * @return why not, or NONE.
     */
    public RejectReason onDefineSource(final int id, final int window, final Role role, final SourceOrdering ordering) {
        return definitions.source(id, window, role, ordering);
    }

    /**
     * Defines an asset.
     *
     * @param id from 1.
     * @param symbol name.
     * @param scale decimals of its minor unit.
     * @param stable whether it is valued at min(1, index).
     * @param haircuts how much of its value counts; the engine keeps the object.
     * @return why not, or NONE.
     */
    public RejectReason onDefineAsset(
            final int id, final Symbol symbol, final int scale, final boolean stable, final Haircuts haircuts) {
        return definitions.asset(id, symbol, scale, stable, haircuts);
    }

    /**
     * Defines a table of margin tiers, or replaces its tiers.
     *
     * @param id from 1.
     * @param tiers to copy.
     * @return why not, or NONE.
     */
    public RejectReason onDefineTierTable(final int id, final TierTable tiers) {
        return definitions.tierTable(id, tiers);
    }

    /**
     * Defines an instrument of any kind.
     *
     * @param terms to keep.
     * @return why not, or NONE.
     */
    public RejectReason onDefineInstrument(final InstrumentTerms terms) {
        return definitions.instrument(terms);
    }

    /**
     * Replaces all haircuts of an asset.
     *
     * @param asset of which.
     * @param haircuts to copy.
     * @return why not, or NONE.
     */
    public RejectReason onDefineHaircuts(final int asset, final Haircuts haircuts) {
        return definitions.haircuts(asset, haircuts);
    }

    /**
     * Defines a group.
     *
     * @param id from 1.
     * @return why not, or NONE.
     */
    public RejectReason onDefineGroup(final long id) {
        return definitions.group(id);
    }

    /**
     * Defines an account.
     *
     * @param id from 1.
     * @param group its owner.
     * @param mode how its requirement is formed; null: a mode that is reserved.
     * @return why not, or NONE.
     */
    public RejectReason onDefineAccount(final long id, final long group, final MarginMode mode) {
        return definitions.account(id, group, mode);
    }

    /**
     * Sets an index price.
     *
     * @param asset of which.
     * @param price margin currency per whole unit x 10^10.
     * @return why not, or NONE.
     */
    public RejectReason onIndexPrice(final int asset, final long price) {
        return prices.index(asset, price);
    }

    /**
     * Sets a mark price and margins every holder anew.
     *
     * @param instrument of which.
     * @param ticks price.
     * @return why not, or NONE.
     */
    public RejectReason onMarkPrice(final int instrument, final long ticks) {
        return prices.mark(instrument, ticks);
    }

    /**
     * Books a trade.
     *
     * @param fill its figures.
     * @return why not, or NONE; never for margin.
     */
    public RejectReason onTrade(final TradeFill fill) {
        return trades.trade(fill);
    }

    /**
     * Moves time on.
     *
     * @param timeNs new time.
     * @return why not, or NONE.
     */
    public RejectReason onAdvanceTime(final long timeNs) {
        return controls.advanceTime(timeNs);
    }

    /** {@return NONE: time goes on, nothing else does} */
    public RejectReason onTick() {
        return RejectReason.NONE;
    }

    /**
     * Sets a parameter.
     *
     * @param parameter value of {@link ParameterId} in the schema.
     * @param scope asset or instrument; 0: the engine.
     * @param value in the parameter's unit.
     * @return why not, or NONE.
     */
    public RejectReason onParameterChange(final int parameter, final int scope, final long value) {
        return controls.parameter(parameter, scope, value);
    }

    /**
     * Checks all invariants and gives the state hash out.
     *
     * @return NONE.
     * @throws EngineFault when an invariant does not hold.
     */
    public RejectReason onCheckpoint() {
        return controls.checkpoint();
    }

    /**
     * Assesses an account as it is, without changing anything.
     *
     * @param account the account.
     * @param assessment takes the result.
     */
    public void assess(final Account account, final MarginAssessment assessment) {
        calculator.assess(account, assessment);
    }

    /**
     * Shows how equity and requirement of an account come about, without changing anything.
     *
     * @param account the account.
     * @param look sees the parts; a tree only in portfolio mode, once the first rows are there.
     */
    public void explain(final Account account, final MarginLook look) {
        calculator.explain(account, look);
    }

    /**
     * Initial margin of an account with its resting orders, without changing anything.
     *
     * @param account the account.
     * @return millionths of the margin currency.
     */
    public long positionAndOrderMargin(final Account account) {
        calculator.assess(account, assessment);
        return orderMargin.needed(account, assessment);
    }

    /** {@return commands about scenarios, models, surfaces and revaluation} */
    public RiskCommands risk() {
        return risk;
    }

    /** {@return commands about the course of an instrument's life: funding, halts} */
    public LifecycleCommands lifecycle() {
        return lifecycle;
    }

    /** {@return commands about modes, models and pockets of accounts} */
    public AccountCommands accounts() {
        return accounts;
    }

    /** {@return commands that bring money in and move it within} */
    public MoneyCommands money() {
        return money;
    }

    /** {@return commands about money of the house} */
    public HouseCommands house() {
        return house;
    }

    /** {@return commands about fees} */
    public FeeCommands fees() {
        return fees;
    }

    /** {@return commands about claims and what they redeem for} */
    public ClaimCommands claims() {
        return claims;
    }

    /** {@return commands that take money out} */
    public WithdrawalCommands withdrawals() {
        return withdrawals;
    }

    /** {@return commands about orders and about the kill switch} */
    public TradingCommands trading() {
        return trading;
    }

    /** {@return all that the engine knows, to read} */
    public EngineState state() {
        return state;
    }

    /** {@return hash of the whole state; equal states have equal hashes, whatever way led to them} */
    public long stateHash() {
        return state.hash().value();
    }

    /** {@return sequence of the last command} */
    public long sequence() {
        return context.sequence();
    }

    /** {@return how much it has room for} */
    public Limits limits() {
        return state.limits();
    }
}
