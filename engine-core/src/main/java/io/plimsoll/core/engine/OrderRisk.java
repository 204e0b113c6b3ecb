package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
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
    private final OrderRules rules;
    private final OrderProposal change;
    private final OrderChecks checks;
    private final MarginAssessment assessment = new MarginAssessment();
    private final OrderAnswer answer = new OrderAnswer();
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
        final boolean passes = isCoveredInFull(lots, broken);
        if (passes || (broken == RejectReason.NONE && neverLowersFreeMargin(lots))) {
            return context.accept(answer.freeMarginAfter());
        }
        answer.refused(largest(lots), answer.scenario());
        if (broken != RejectReason.NONE) {
            return context.reject(broken, ruleDetail);
        }
        return account.status() == MarginStatus.NORMAL
                ? context.reject(RejectReason.INSUFFICIENT_MARGIN, answer.freeMarginAfter())
                : RejectReason.ACCOUNT_MAY_NOT_ADD_RISK;
    }

    static RejectReason rejectStopped(final CommandContext context, final Account of) {
        final Group group = of.group();
        return context.reject(RejectReason.TRADING_STOPPED, group.isTradingStopped() ? group.id() : 0);
    }

    /** A bound lets pass only, and what it lets pass the full check would let pass as well. */
    private boolean isCoveredByBound(final long lots) {
        final boolean isBounded = account.status() == MarginStatus.NORMAL
                && orderMargin.bound(account, without, instrument, side * lots, limit);
        final long after = isBounded ? assessment.freeMargin() - orderMargin.boundAfter() : -1;
        if (after < 0) {
            return false;
        }
        answer.found(OrderCheck.BOUND, assessment.freeMargin() - orderMargin.boundBefore(), after);
        return true;
    }

    /** The figures of the answer, and whether they let the order pass. */
    private boolean isCoveredInFull(final long lots, final RejectReason broken) {
        orderMargin.begin(account, without, instrument);
        freeNow = freeMargin(0, 0);
        final Orders orders = state.orders();
        final long before =
                without == Orders.NONE ? freeNow : freeMargin(orders.signedLots(without), orders.limit(without));
        final long after = freeMargin(side * lots, limit);
        final int scenario = orderMargin.bindingScenario();
        orderMargin.end();
        answer.found(OrderCheck.EXACT, before, after);
        final boolean passes = broken == RejectReason.NONE && (rules.reduces(lots) || mayAdd(after));
        if (!passes) {
            answer.refused(0, scenario);
        }
        return passes;
    }

    private boolean mayAdd(final long freeMarginAfter) {
        return freeMarginAfter >= 0 && account.status() == MarginStatus.NORMAL;
    }

    private long freeMargin(final long signedLots, final long atLimit) {
        return assessment.marginEquity()
                - assessment.collateralInitialMargin()
                - orderMargin.required(signedLots, atLimit);
    }

    /**
     * Free margin is concave in what of the order is filled: where it is no lower with all of it filled, it is no lower with any
     * part. A price better than the mark is no gain here.
     */
    private boolean neverLowersFreeMargin(final long lots) {
        change.clearOrders();
        change.add(0, instrument, side * lots, limit, isReduceOnly);
        change.fill(1);
        if (!calculator.assessFilled(account, change, assessment)) {
            return false;
        }
        return assessment.marginEquity()
                        - assessment.collateralInitialMargin()
                        - orderMargin.initialMarginWith(account, change)
                >= freeNow;
    }

    /** The largest size below one that does not pass which does; all rules are monotone in the size, so halving finds it. */
    private long largest(final long refused) {
        calculator.assess(account, assessment);
        orderMargin.begin(account, without, instrument);
        long passes = 0;
        long fails = refused;
        while (fails - passes > 1) {
            final long middle = passes + (fails - passes) / 2;
            final boolean middlePasses = rules.broken(middle, limit, isReduceOnly) == RejectReason.NONE
                    && (rules.reduces(middle) || mayAdd(freeMargin(side * middle, limit)));
            passes = middlePasses ? middle : passes;
            fails = middlePasses ? fails : middle;
        }
        orderMargin.end();
        return Math.max(passes, largestThatNeverLowers(passes, refused));
    }

    private long largestThatNeverLowers(final long known, final long refused) {
        long passes = known;
        long fails = passesWithoutLowering(known + 1) ? refused : known + 1;
        while (fails - passes > 1) {
            final long middle = passes + (fails - passes) / 2;
            if (passesWithoutLowering(middle)) {
                passes = middle;
            } else {
                fails = middle;
            }
        }
        return passes;
    }

    private boolean passesWithoutLowering(final long lots) {
        return rules.broken(lots, limit, isReduceOnly) == RejectReason.NONE && neverLowersFreeMargin(lots);
    }
}
