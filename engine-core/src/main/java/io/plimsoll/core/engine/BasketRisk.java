package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.OrderMargin;

/**
 * Whether an account can bear a change of several of its orders at once. Each order must keep the rules as if those before it
 * rested already. The margin is that of all of them: they pass when free margin remains with all orders filled on the worse
 * side; when each can but reduce a position or is an order made smaller; when the change takes nothing of free margin; or when no
 * part of them that fills would lower free margin, which of the free margin asks nothing.
 */
final class BasketRisk {
    /** No order broke a rule. */
    static final int NONE = -1;

    /** Of how many orders at most every combination of fills is looked at: 15 combinations of four. */
    private static final int COMBINED_MAX = 4;

    private final CommandContext context;
    private final MarginCalculator calculator;
    private final OrderMargin orderMargin;
    private final OrderRules rules;
    private final OrderChecks checks;
    private final MarginAssessment assessment = new MarginAssessment();
    private final OrderAnswer answer = new OrderAnswer();
    private int broken;
    private int lowering;

    BasketRisk(
            final CommandContext context,
            final MarginCalculator calculator,
            final OrderMargin orderMargin,
            final OrderRules rules,
            final OrderChecks checks) {
        this.context = context;
        this.calculator = calculator;
        this.orderMargin = orderMargin;
        this.rules = rules;
        this.checks = checks;
    }

    /** What the last check found. */
    OrderAnswer answer() {
        return answer;
    }

    /** Index of the order that broke a rule in the last check, or {@link #NONE}. */
    int broken() {
        return broken;
    }

    /** Forgets what the last check found. */
    void begin() {
        answer.clear();
        broken = NONE;
    }

    RejectReason check(final Account account, final OrderProposal change) {
        for (int i = 0; i < change.count(); i++) {
            if (change.shrinks(i)) {
                continue;
            }
            begin(account, change, i);
            final RejectReason reason =
                    rules.broken(Math.abs(change.signedLots(i)), change.limit(i), change.isReduceOnly(i));
            if (reason != RejectReason.NONE) {
                broken = i;
                return context.reject(reason, rules.detail());
            }
        }
        calculator.assess(account, assessment);
        if (isCoveredByBound(account, change) || isCoveredInFull(account, change) || reduce(account, change)) {
            return context.accept(answer.freeMarginAfter());
        }
        final int scenario = orderMargin.bindingScenario();
        lowering = 0;
        if (neverLowerFreeMargin(account, change)) {
            return context.accept(answer.freeMarginAfter());
        }
        answer.refusedTogether(largest(account, change), scenario);
        return account.status() == MarginStatus.NORMAL
                ? context.reject(RejectReason.INSUFFICIENT_MARGIN, answer.freeMarginAfter())
                : RejectReason.ACCOUNT_MAY_NOT_ADD_RISK;
    }

    private void begin(final Account account, final OrderProposal change, final int index) {
        rules.begin(account, change, index, change.instrument(index), Long.signum(change.signedLots(index)));
    }

    /** Whether each order can but reduce a position, or is one made smaller. */
    private boolean reduce(final Account account, final OrderProposal change) {
        for (int i = 0; i < change.count(); i++) {
            if (!change.shrinks(i)) {
                begin(account, change, i);
                if (!rules.reduces(Math.abs(change.signedLots(i)))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isCoveredByBound(final Account account, final OrderProposal change) {
        if (account.status() != MarginStatus.NORMAL || !orderMargin.bound(account, change)) {
            return false;
        }
        final long after = assessment.freeMargin() - orderMargin.boundAfter();
        if (after < 0) {
            return false;
        }
        checks.byBound();
        answer.found(OrderCheck.BOUND, assessment.freeMargin() - orderMargin.boundBefore(), after);
        return true;
    }

    private boolean isCoveredInFull(final Account account, final OrderProposal change) {
        checks.inFull();
        final long before = freeMargin(orderMargin.initialMargin(account));
        final long after = freeMargin(orderMargin.initialMarginWith(account, change));
        answer.found(OrderCheck.EXACT, before, after);
        return isCovered(account, after);
    }

    private boolean isCovered(final Account account, final long freeMarginAfter) {
        return freeMarginAfter >= answer.freeMarginBefore()
                || (freeMarginAfter >= 0 && account.status() == MarginStatus.NORMAL);
    }

    /**
     * Free margin is concave in what of each order is filled: where it is no lower with any of them filled whole, in every
     * combination, it is no lower with any parts. There are twice as many combinations with every order more; of too many none is
     * looked at.
     */
    private boolean neverLowerFreeMargin(final Account account, final OrderProposal change) {
        if (change.count() > COMBINED_MAX) {
            return false;
        }
        calculator.assess(account, assessment);
        change.fill(0);
        final long without = freeMargin(orderMargin.initialMarginWith(account, change));
        final int combinations = (1 << change.count()) - 1;
        boolean isLower = false;
        for (int i = 0; i < combinations && !isLower; i++) {
            final int filled = 1 + (lowering + i) % combinations;
            change.fill(filled);
            isLower = !calculator.assessFilled(account, change, assessment)
                    || freeMargin(orderMargin.initialMarginWith(account, change)) < without;
            if (isLower) {
                // With other sizes it is looked at first.
                lowering = filled - 1;
            }
        }
        change.rest();
        return !isLower;
    }

    /** Where some share of all orders passes, any smaller one does, whichever rule it is by: halving finds the largest. */
    private int largest(final Account account, final OrderProposal change) {
        int passes = largest(account, change, 0, false);
        change.scale(passes + 1);
        if (passes + 1 < OrderProposal.WHOLE_PPM && neverLowerFreeMargin(account, change)) {
            passes = largest(account, change, passes + 1, true);
        }
        change.scale(passes);
        final boolean isOfAll = change.hasLots();
        change.scale(OrderProposal.WHOLE_PPM);
        return isOfAll ? passes : 0;
    }

    private int largest(
            final Account account, final OrderProposal change, final int known, final boolean isByCombinations) {
        calculator.assess(account, assessment);
        int passes = known;
        int fails = OrderProposal.WHOLE_PPM;
        while (fails - passes > 1) {
            final int middle = passes + (fails - passes) / 2;
            change.scale(middle);
            final boolean middlePasses = isByCombinations
                    ? neverLowerFreeMargin(account, change)
                    : reduce(account, change)
                            || isCovered(account, freeMargin(orderMargin.initialMarginWith(account, change)));
            passes = middlePasses ? middle : passes;
            fails = middlePasses ? fails : middle;
        }
        return passes;
    }

    private long freeMargin(final long initialMargin) {
        return assessment.marginEquity() - assessment.collateralInitialMargin() - initialMargin;
    }
}
