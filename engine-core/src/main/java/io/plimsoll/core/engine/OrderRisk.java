package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.OrderBound;
import io.plimsoll.core.margin.OrderMargin;

/**
 * Whether an account can bear an order, and where not, what it could bear. The rules come first: sizes, limits, cash. Then a
 * bound may show that free margin remains, else all orders are looked at together: an
 * order passes when margin equity covers initial margin with all orders filled on the worse side; or when it can but reduce the
 * position; or when no part of it that fills would lower free margin, which of the free margin asks nothing.
 */
final class OrderRisk {
    private final EngineState state;
    private final CommandContext context;
    private final MarginCalculator calculator;
    private final OrderMargin orderMargin;
    private final OrderBound bound;
    private final OrderRules rules;
    private final OrderProposal change;
    private final OrderChecks checks;
    private final MarginAssessment assessment = new MarginAssessment();
    private final OrderAnswer answer = new OrderAnswer();
    private final MarginAssessment filled = new MarginAssessment();
    private final LargestPassing search = new LargestPassing();
    private final LargestPassing.Figure leftResting = this::leftResting;
    private final LargestPassing.Figure leftFilled = this::leftFilled;
    private Account account;
    private int without;
    private Instrument instrument;
    private int side;
    private long limit;
    private boolean isReduceOnly;
    private long freeNow;

    OrderRisk(
            final EngineState state,
            final CommandContext context,
            final MarginCalculator calculator,
            final OrderMargin orderMargin,
            final OrderRules rules,
            final OrderProposal change,
            final OrderChecks checks) {
        this.state = state;
        this.context = context;
        this.calculator = calculator;
        this.orderMargin = orderMargin;
        this.bound = orderMargin.bound();
        this.rules = rules;
        this.change = change;
        this.checks = checks;
    }

    /** What the last check found. */
    OrderAnswer answer() {
        return answer;
    }

    /** No check is needed: the order does not become larger. */
    OrderAnswer unchecked() {
        answer.clear();
        return answer;
    }

    /**
     * Checks an order whose terms are in order.
     *
     * @param ofAccount whose.
     * @param inPlaceOf slot of the order that it takes the place of; {@link Orders#NONE}: it is a new one.
     * @param ofInstrument in which.
     * @param signedLots positive buys.
     * @param limitTicks limit.
     * @param reduceOnly only if it can but reduce the position.
     * @return why not, or NONE.
     */
    RejectReason check(
            final Account ofAccount,
            final int inPlaceOf,
            final Instrument ofInstrument,
            final long signedLots,
            final long limitTicks,
            final boolean reduceOnly) {
        answer.clear();
        if (ofAccount.isTradingStopped()) {
            return rejectStopped(context, ofAccount);
        }
        account = ofAccount;
        without = inPlaceOf;
        instrument = ofInstrument;
        side = Long.signum(signedLots);
        limit = limitTicks;
        isReduceOnly = reduceOnly;
        change.clear();
        if (without != Orders.NONE) {
            change.leave(without);
        }
        change.add(0, instrument, signedLots, limit, isReduceOnly);
        rules.begin(account, change, 0, instrument, side);
        final long lots = Math.abs(signedLots);
        final RejectReason broken = rules.broken(lots, limit, isReduceOnly);
        final long ruleDetail = rules.detail();
        calculator.assess(account, assessment);
        if (broken == RejectReason.NONE && isCoveredByBound(lots)) {
            checks.byBound();
            return context.accept(answer.freeMarginAfter());
        }
        checks.inFull();
        orderMargin.begin(account, change);
        final RejectReason reason = decideInFull(lots, broken);
        orderMargin.end();
        return reason == RejectReason.NONE
                ? context.accept(answer.freeMarginAfter())
                : refuse(reason, broken == RejectReason.NONE ? answer.freeMarginAfter() : ruleDetail);
    }

    private RejectReason refuse(final RejectReason reason, final long detail) {
        return reason == RejectReason.ACCOUNT_MAY_NOT_ADD_RISK ? reason : context.reject(reason, detail);
    }

    static RejectReason rejectStopped(final CommandContext context, final Account of) {
        final Group group = of.group();
        return context.reject(RejectReason.TRADING_STOPPED, group.isTradingStopped() ? group.id() : 0);
    }

    /** A bound lets pass only, and what it lets pass the full check would let pass as well. */
    private boolean isCoveredByBound(final long lots) {
        final boolean isBounded = account.status() == MarginStatus.NORMAL
                && bound.measure(account, without, instrument, side * lots, limit);
        final long after = isBounded ? assessment.freeMarginForOrders() - bound.after() : -1;
        if (after < 0) {
            return false;
        }
        answer.found(OrderCheck.BOUND, assessment.freeMarginForOrders() - bound.before(), after);
        return true;
    }

    private RejectReason decideInFull(final long lots, final RejectReason broken) {
        change.fill(0);
        freeNow = assessment.freeMarginWith(orderMargin.required(assessment));
        final long before = without == Orders.NONE ? freeNow : freeMarginBefore();
        final long after = leftResting(lots);
        final int scenario = orderMargin.bindingScenario();
        answer.found(OrderCheck.EXACT, before, after);
        if (broken == RejectReason.NONE && (rules.reduces(lots) || mayAdd(after) || leftFilled(lots) >= 0)) {
            return RejectReason.NONE;
        }
        answer.refused(largest(lots, broken), scenario);
        return broken != RejectReason.NONE ? broken : reasonOfMargin();
    }

    private RejectReason reasonOfMargin() {
        return account.status() == MarginStatus.NORMAL
                ? RejectReason.INSUFFICIENT_MARGIN
                : RejectReason.ACCOUNT_MAY_NOT_ADD_RISK;
    }

    private boolean mayAdd(final long freeMarginAfter) {
        return freeMarginAfter >= 0 && account.status() == MarginStatus.NORMAL;
    }

    /** Free margin with the order that the one in question takes the place of. */
    private long freeMarginBefore() {
        final Orders orders = state.orders();
        change.resize(0, orders.signedLots(without), orders.limit(without));
        change.rest();
        return assessment.freeMarginWith(orderMargin.required(assessment));
    }

    /** Free margin with so many lots of the order resting. */
    private long leftResting(final long lots) {
        change.resize(0, side * lots, limit);
        change.rest();
        return assessment.freeMarginWith(orderMargin.required(assessment));
    }

    /**
     * By how much free margin is higher with so many lots filled than without the order. It is concave in what is filled: where it
     * is no lower with all of it filled, it is no lower with any part. A price better than the mark is no gain here. An account that
     * cannot owe is not asked for all that its positions and coins would need: what may make it owe must be covered then.
     */
    private long leftFilled(final long lots) {
        change.resize(0, side * lots, limit);
        change.fill(1);
        final boolean isPossible = calculator.assessFilled(account, change, filled);
        final boolean isUnasked = freeNow < 0 && assessment.isSpared() && filled.canOwe();
        return isPossible && !isUnasked
                ? filled.freeMarginWith(orderMargin.required(filled)) - freeNow
                : Long.MIN_VALUE;
    }

    /** The largest size below one that is refused which would pass. */
    private long largest(final long refused, final RejectReason broken) {
        final long most = broken == RejectReason.NONE ? refused - 1 : rules.mostThatKeep(refused, limit, isReduceOnly);
        long passes = Math.min(rules.mostThatReduce(), most);
        if (account.status() == MarginStatus.NORMAL) {
            calculator.assess(account, assessment);
            passes = search.find(leftResting, passes, most);
        }
        final boolean isMore = passes < most && leftFilled(passes + 1) >= 0;
        return isMore ? search.find(leftFilled, passes + 1, most) : passes;
    }
}
