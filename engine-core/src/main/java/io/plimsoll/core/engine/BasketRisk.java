package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.OrderBound;
import io.plimsoll.core.margin.OrderMargin;
import java.util.function.LongUnaryOperator;

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

    /** How often combinations may take turns until they agree on a share. */
    private static final int ROUNDS_MAX = 8;

    private final CommandContext context;
    private final MarginCalculator calculator;
    private final OrderMargin orderMargin;
    private final OrderBound bound;
    private final OrderRules rules;
    private final OrderChecks checks;
    private final MarginAssessment assessment = new MarginAssessment();
    private final MarginAssessment filled = new MarginAssessment();
    private final OrderAnswer answer = new OrderAnswer();
    private final LargestPassing search = new LargestPassing();
    private final Share sharesResting = new Share(this::leftResting);
    private final Share sharesFilled = new Share(this::leftFilled);
    private Account account;
    private OrderProposal change;
    private int broken;
    private int combination;
    private long least;
    private long without;

    BasketRisk(
            final CommandContext context,
            final MarginCalculator calculator,
            final OrderMargin orderMargin,
            final OrderRules rules,
            final OrderChecks checks) {
        this.context = context;
        this.calculator = calculator;
        this.orderMargin = orderMargin;
        this.bound = orderMargin.bound();
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
        combination = 1;
    }

    RejectReason check(final Account ofAccount, final OrderProposal ofChange) {
        account = ofAccount;
        change = ofChange;
        for (int i = 0; i < change.count(); i++) {
            if (change.shrinks(i)) {
                continue;
            }
            beginRules(i);
            final RejectReason reason =
                    rules.broken(Math.abs(change.signedLots(i)), change.limit(i), change.isReduceOnly(i));
            if (reason != RejectReason.NONE) {
                broken = i;
                return context.reject(reason, rules.detail());
            }
        }
        calculator.assess(account, assessment);
        if (isCoveredByBound() || isCoveredInFull()) {
            return context.accept(answer.freeMarginAfter());
        }
        return account.status() == MarginStatus.NORMAL
                ? context.reject(RejectReason.INSUFFICIENT_MARGIN, answer.freeMarginAfter())
                : RejectReason.ACCOUNT_MAY_NOT_ADD_RISK;
    }

    private void beginRules(final int index) {
        rules.begin(account, change, index, change.instrument(index), Long.signum(change.signedLots(index)));
    }

    private boolean isCoveredByBound() {
        if (account.status() != MarginStatus.NORMAL || !bound.measure(account, change)) {
            return false;
        }
        final long after = assessment.freeMarginForOrders() - bound.after();
        if (after < 0) {
            return false;
        }
        checks.byBound();
        answer.found(OrderCheck.BOUND, assessment.freeMarginForOrders() - bound.before(), after);
        return true;
    }

    /** Looks at all orders together; where they do not pass, the answer says what would. */
    private boolean isCoveredInFull() {
        checks.inFull();
        final long before = assessment.freeMarginWith(orderMargin.initialMargin(account, assessment));
        // An account that cannot owe may be below zero here and NORMAL: its orders are to be covered all the same.
        final long normal = assessment.isSpared() ? 0 : Math.min(0, before);
        least = account.status() == MarginStatus.NORMAL ? normal : before;
        orderMargin.begin(account, change);
        change.fill(0);
        without = assessment.freeMarginWith(orderMargin.required(assessment));
        final long left = leftResting(OrderProposal.WHOLE_PPM);
        final int scenario = orderMargin.bindingScenario();
        answer.found(OrderCheck.EXACT, before, least + left);
        final boolean passes = left >= 0 || reduce(OrderProposal.WHOLE_PPM) || neverLower(OrderProposal.WHOLE_PPM);
        if (!passes) {
            answer.refusedTogether(largest(), scenario);
        }
        change.scale(OrderProposal.WHOLE_PPM);
        change.rest();
        orderMargin.end();
        return passes;
    }

    /** Whether with a share of its lots each order can but reduce a position, or is one made smaller. */
    private boolean reduce(final long share) {
        change.scale((int) share);
        for (int i = 0; i < change.count(); i++) {
            if (!change.shrinks(i)) {
                beginRules(i);
                if (!rules.reduces(Math.abs(change.signedLots(i)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By how much free margin is above what it has to be, with a share of the lots of every order resting. */
    private long leftResting(final long share) {
        change.scale((int) share);
        change.rest();
        return assessment.freeMarginWith(orderMargin.required(assessment)) - least;
    }

    /** By how much free margin is higher with a share of the lots of some orders filled than without any. */
    private long leftFilled(final long share) {
        change.scale((int) share);
        change.fill(combination);
        final boolean isPossible = calculator.assessFilled(account, change, filled);
        final boolean isUnasked = without < 0 && assessment.isSpared() && filled.canOwe();
        return isPossible && !isUnasked
                ? filled.freeMarginWith(orderMargin.required(filled)) - without
                : Long.MIN_VALUE;
    }

    /**
     * Free margin is concave in what of each order is filled: where it is no lower with any of them filled whole, in every
     * combination, it is no lower with any parts. There are twice as many combinations with every order more; of too many none is
     * looked at. The one that was lower last is looked at first.
     */
    private boolean neverLower(final long share) {
        if (change.count() > COMBINED_MAX) {
            return false;
        }
        final int combinations = (1 << change.count()) - 1;
        for (int i = 0; i < combinations; i++) {
            if (leftFilled(share) < 0) {
                return false;
            }
            combination = 1 + combination % combinations;
        }
        return true;
    }

    /** The largest share that would pass, by whichever rule. */
    private int largest() {
        final int most = OrderProposal.WHOLE_PPM - 1;
        long passes = largestThatReduces();
        calculator.assess(account, assessment);
        passes = search.find(sharesResting, passes, most);
        if (passes < most && neverLower(passes + 1)) {
            passes = largestThatNeverLowers(passes + 1, most);
        }
        change.scale((int) passes);
        return change.hasLots() ? (int) passes : 0;
    }

    private long largestThatReduces() {
        long passes = 0;
        long fails = OrderProposal.WHOLE_PPM;
        while (fails - passes > 1) {
            final long middle = passes + (fails - passes) / 2;
            if (reduce(middle)) {
                passes = middle;
            } else {
                fails = middle;
            }
        }
        return passes;
    }

    /** Every combination in turn takes off what it must; then they must all agree, for shares are of whole lots. */
    private long largestThatNeverLowers(final long known, final long below) {
        long share = below;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            if (neverLower(share)) {
                return share;
            }
            share = search.find(sharesFilled, known, share);
        }
        return neverLower(share) ? share : known;
    }

    /** A figure of a share of all lots: it changes only where one of the orders has a lot more. */
    private final class Share implements LargestPassing.Figure {
        private final LongUnaryOperator left;

        Share(final LongUnaryOperator left) {
            this.left = left;
        }

        @Override
        public long at(final long size) {
            return left.applyAsLong(size);
        }

        @Override
        public long firstLike(final long size) {
            return change.firstShareAlike();
        }

        @Override
        public long lastLike(final long size) {
            return change.lastShareAlike();
        }
    }
}
