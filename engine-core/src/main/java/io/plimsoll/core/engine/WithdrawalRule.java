package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.OrderCash;
import io.plimsoll.core.margin.OrderMargin;

/** Whether money may leave an account, to wherever: it is there or may be borrowed, and margin equity after it covers initial margin. */
final class WithdrawalRule {
    private final EngineState state;
    private final CommandContext context;
    private final MarginCalculator calculator;
    private final OrderMargin orderMargin;
    private final PriceRule priceRule;
    private final MarginAssessment assessment = new MarginAssessment();
    private final LargestPassing search = new LargestPassing();
    private final LargestPassing.Figure left = this::left;
    private Account account;
    private Account to;
    private Asset asset;

    WithdrawalRule(
            final EngineState state,
            final CommandContext context,
            final MarginCalculator calculator,
            final OrderMargin orderMargin,
            final PriceRule priceRule) {
        this.state = state;
        this.context = context;
        this.calculator = calculator;
        this.orderMargin = orderMargin;
        this.priceRule = priceRule;
    }

    /**
     * Checks what an account would give.
     *
     * @param ofAccount that gives.
     * @param toAccount that gets; null: it leaves all accounts.
     * @param ofAsset of which.
     * @param amount minor units, positive.
     * @return why not, or NONE.
     */
    RejectReason check(final Account ofAccount, final Account toAccount, final Asset ofAsset, final long amount) {
        account = ofAccount;
        to = toAccount;
        asset = ofAsset;
        final long spendable = OrderCash.spendable(account, asset);
        if (amount > spendable) {
            return context.reject(RejectReason.INSUFFICIENT_BALANCE, Math.max(0, spendable));
        }
        final RejectReason ofPrices = restsOnPrices(amount) ? priceRule.check(account) : RejectReason.NONE;
        if (ofPrices != RejectReason.NONE) {
            return context.reject(ofPrices, priceRule.unusable().id());
        }
        state.accounts().place(account, asset);
        return left(amount) >= 0
                ? RejectReason.NONE
                : context.reject(RejectReason.INSUFFICIENT_MARGIN, search.find(left, 0, amount - 1));
    }

    /** Whoever has nothing to lose may take what is there whatever it is worth: no position, no order, no debt before or after. */
    private boolean restsOnPrices(final long amount) {
        final Balances balances = account.balances();
        boolean owes = amount > balances.of(asset);
        for (int i = 0; i < balances.count(); i++) {
            owes |= balances.amountAt(i) < 0;
        }
        return owes || account.positions().count() > 0 || account.orderCount() > 0;
    }

    /** Margin equity after, less credit line, option value and the part of unrealised profit that stay, less initial margin. */
    private long left(final long amount) {
        calculator.assessWithout(account, to, asset, amount, assessment);
        final int heldBackPpm = FixedPoint.PPM - state.parameters().unrealisedProfitCreditPpm();
        final long heldBack =
                FixedPoint.rateOfCeil(assessment.unrealisedProfit(), heldBackPpm) + assessment.positiveOptionValue();
        return assessment.freeMarginWith(orderMargin.needed(account, assessment)) - assessment.creditLine() - heldBack;
    }
}
