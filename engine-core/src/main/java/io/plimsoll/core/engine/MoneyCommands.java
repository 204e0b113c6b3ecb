package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.OrderMargin;

/** Commands that move money: deposit, withdrawal, transfer. Every movement has two sides. */
public final class MoneyCommands {
    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final MarginCalculator calculator;
    private final OrderMargin orderMargin;
    private final MarginAssessment assessment = new MarginAssessment();

    MoneyCommands(
            final EngineState state,
            final CommandContext context,
            final Remargin remargin,
            final MarginCalculator calculator,
            final OrderMargin orderMargin) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.calculator = calculator;
        this.orderMargin = orderMargin;
    }

    /**
     * Money came in.
     *
     * @param accountId to credit.
     * @param assetId of which.
     * @param amount positive minor units.
     * @return why not, or NONE.
     */
    public RejectReason onDeposit(final long accountId, final int assetId, final long amount) {
        final Account account = state.accounts().account(accountId);
        final Asset asset = state.assets().get(assetId);
        final RejectReason reason = checkFromOutside(account, asset, amount);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (!account.balances().hasRoomFor(asset, amount)) {
            return context.reject(RejectReason.BALANCE_LIMIT, Balances.BALANCE_MAX);
        }
        // The command is valid from here on: state is written only below this line.
        state.ledger().add(LedgerAccount.EXTERNAL, asset, -amount);
        move(account, asset, amount, BalanceReason.DEPOSIT);
        remargin.one(account);
        return RejectReason.NONE;
    }

    /**
     * Asks to take money out.
     *
     * @param accountId to debit.
     * @param assetId of which.
     * @param amount positive minor units.
     * @return why not, or NONE.
     */
    public RejectReason onWithdrawalRequest(final long accountId, final int assetId, final long amount) {
        final Account account = state.accounts().account(accountId);
        final Asset asset = state.assets().get(assetId);
        RejectReason reason = checkFromOutside(account, asset, amount);
        if (reason == RejectReason.NONE) {
            reason = checkWithdrawable(account, asset, amount);
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        move(account, asset, -amount, BalanceReason.WITHDRAWAL);
        state.ledger().add(LedgerAccount.EXTERNAL, asset, amount);
        context.events()
                .money()
                .onWithdrawalReleased(account, asset, amount, context.source(), context.sourceSequence());
        remargin.one(account);
        return RejectReason.NONE;
    }

    /**
     * Moves money within a group.
     *
     * @param fromId account to debit.
     * @param toId account to credit.
     * @param assetId of which.
     * @param amount positive minor units.
     * @return why not, or NONE.
     */
    public RejectReason onTransfer(final long fromId, final long toId, final int assetId, final long amount) {
        final Account from = state.accounts().account(fromId);
        final Account to = state.accounts().account(toId);
        final Asset asset = state.assets().get(assetId);
        if (to == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        RejectReason reason = check(from, asset, amount);
        if (reason == RejectReason.NONE) {
            reason = checkPair(from, to, asset, amount);
        }
        if (reason == RejectReason.NONE) {
            reason = checkWithdrawable(from, asset, amount);
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        move(from, asset, -amount, BalanceReason.TRANSFER);
        move(to, asset, amount, BalanceReason.TRANSFER);
        remargin.one(from);
        remargin.one(to);
        return RejectReason.NONE;
    }

    private RejectReason check(final Account account, final Asset asset, final long amount) {
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (account == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (amount < 1 || amount > Balances.BALANCE_MAX) {
            return context.reject(RejectReason.AMOUNT_OUT_OF_RANGE, Balances.BALANCE_MAX);
        }
        return RejectReason.NONE;
    }

    private RejectReason checkFromOutside(final Account account, final Asset asset, final long amount) {
        final RejectReason reason = check(account, asset, amount);
        return reason == RejectReason.NONE && account.isPocket()
                ? context.reject(RejectReason.NOT_FOR_A_POCKET, account.parent().id())
                : reason;
    }

    private RejectReason checkPair(final Account from, final Account to, final Asset asset, final long amount) {
        if (from == to) {
            return RejectReason.SAME_ACCOUNT;
        }
        if (from.group() != to.group()) {
            return RejectReason.OTHER_GROUP;
        }
        if (!isForPocket(from, to, asset) || !isForPocket(to, from, asset)) {
            final Account pocket = from.isPocket() ? from : to;
            return context.reject(RejectReason.NOT_FOR_A_POCKET, pocket.parent().id());
        }
        return to.balances().hasRoomFor(asset, amount)
                ? RejectReason.NONE
                : context.reject(RejectReason.BALANCE_LIMIT, Balances.BALANCE_MAX);
    }

    private static boolean isForPocket(final Account pocket, final Account other, final Asset asset) {
        return !pocket.isPocket() || (pocket.parent() == other && pocket.only().settlement() == asset);
    }

    private RejectReason checkWithdrawable(final Account account, final Asset asset, final long amount) {
        final long balance = account.balances().of(asset);
        if (amount > balance) {
            return context.reject(RejectReason.INSUFFICIENT_BALANCE, balance);
        }
        return leavesEnough(account, asset, amount)
                ? RejectReason.NONE
                : context.reject(RejectReason.INSUFFICIENT_MARGIN, largestThatLeavesEnough(account, asset, amount));
    }

    /** Margin equity after, less option value and the part of unrealised profit that stay, covers initial margin. */
    private boolean leavesEnough(final Account account, final Asset asset, final long amount) {
        calculator.assess(account, asset, -amount, assessment);
        final int heldBackPpm = FixedPoint.PPM - state.parameters().unrealisedProfitCreditPpm();
        final long heldBack =
                FixedPoint.rateOfCeil(assessment.unrealisedProfit(), heldBackPpm) + assessment.positiveOptionValue();
        final long initialMargin = assessment.collateralInitialMargin() + orderMargin.initialMargin(account);
        return assessment.marginEquity() - heldBack >= initialMargin;
    }

    /** The rule is monotone in the amount, so halving finds the largest amount that passes; below {@code refused}. */
    private long largestThatLeavesEnough(final Account account, final Asset asset, final long refused) {
        long passes = 0;
        long fails = refused;
        while (fails - passes > 1) {
            final long middle = passes + (fails - passes) / 2;
            if (leavesEnough(account, asset, middle)) {
                passes = middle;
            } else {
                fails = middle;
            }
        }
        return passes;
    }

    private void move(final Account account, final Asset asset, final long change, final BalanceReason reason) {
        final long balance = state.accounts().addBalance(account, asset, change);
        context.events().money().onBalanceChanged(account, asset, change, balance, reason);
    }
}
