package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.Withdrawals;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;

/**
 * Commands that take money out, in two steps: a request moves it from the account to what is in flight, and once that is durable
 * somebody pays it; then the withdrawal is settled, paid or returned.
 */
public final class WithdrawalCommands {
    private final EngineState state;
    private final CommandContext context;
    private final Movements movements;
    private final Remargin remargin;
    private final WithdrawalRule rule;
    private final MoneyCheck check;

    WithdrawalCommands(
            final EngineState state,
            final CommandContext context,
            final Movements movements,
            final Remargin remargin,
            final WithdrawalRule rule) {
        this.state = state;
        this.context = context;
        this.movements = movements;
        this.remargin = remargin;
        this.rule = rule;
        this.check = new MoneyCheck(context);
    }

    /**
     * Asks to take money out.
     *
     * @param accountId to debit.
     * @param assetId of which.
     * @param amount positive minor units.
     * @return why not, or NONE.
     */
    public RejectReason onRequest(final long accountId, final int assetId, final long amount) {
        final Account account = state.accounts().account(accountId);
        final Asset asset = state.assets().get(assetId);
        final RejectReason reason = check(account, asset, amount);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        final long id = state.withdrawals().add(account, asset, amount, context.timeNs());
        movements.move(account, asset, -amount, BalanceReason.WITHDRAWAL, LedgerAccount.IN_FLIGHT);
        context.events()
                .money()
                .onWithdrawalReleased(id, account, asset, amount, context.source(), context.sourceSequence());
        remargin.one(account);
        return RejectReason.NONE;
    }

    private RejectReason check(final Account account, final Asset asset, final long amount) {
        final RejectReason basic = check.outside(account, asset, amount);
        if (basic != RejectReason.NONE) {
            return basic;
        }
        if (state.withdrawals().isFull()) {
            return context.reject(RejectReason.LIMIT_REACHED, Withdrawals.IN_FLIGHT_MAX);
        }
        final RejectReason reason = rule.check(account, null, asset, amount);
        return reason == RejectReason.NONE ? checkLimits(account, asset, amount) : reason;
    }

    private RejectReason checkLimits(final Account account, final Asset asset, final long amount) {
        final Withdrawals withdrawals = state.withdrawals();
        final long timeNs = context.timeNs();
        final long limit = asset.rules().get(AssetRule.WITHDRAWAL_ACCOUNT_MAX);
        final long left = Math.max(0, limit - withdrawals.counted(account, asset, timeNs));
        if (amount > left) {
            final long fromNs = withdrawals.fitsFrom(account, asset, timeNs, amount);
            context.events().money().onWithdrawalLimited(account, asset, amount, left, limit, fromNs, false);
            return context.reject(RejectReason.WITHDRAWAL_ACCOUNT_LIMIT, left);
        }
        final long totalLimit = asset.rules().get(AssetRule.WITHDRAWAL_TOTAL_MAX);
        final long totalLeft = Math.max(0, totalLimit - withdrawals.counted(asset, timeNs));
        if (amount > totalLeft) {
            final long fromNs = withdrawals.fitsFrom(asset, timeNs, amount);
            context.events().money().onWithdrawalLimited(account, asset, amount, totalLeft, totalLimit, fromNs, true);
            return context.reject(RejectReason.WITHDRAWAL_TOTAL_LIMIT, totalLeft);
        }
        return RejectReason.NONE;
    }

    /**
     * Says what became of money in flight.
     *
     * @param id number of the withdrawal.
     * @param returned whether it comes back to the account; else it was paid.
     * @return why not, or NONE.
     */
    public RejectReason onSettle(final long id, final boolean returned) {
        final Withdrawals withdrawals = state.withdrawals();
        final int slot = withdrawals.slotOf(id);
        if (slot == Withdrawals.NONE) {
            return context.reject(RejectReason.WITHDRAWAL_NOT_IN_FLIGHT, withdrawals.last());
        }
        final Account account = withdrawals.account(slot);
        final Asset asset = withdrawals.asset(slot);
        final long amount = withdrawals.amount(slot);
        if (returned && !account.balances().hasRoomFor(asset, amount)) {
            return context.reject(RejectReason.BALANCE_LIMIT, Balances.BALANCE_MAX);
        }
        // The command is valid from here on: state is written only below this line.
        withdrawals.settle(slot, returned);
        if (returned) {
            movements.move(account, asset, amount, BalanceReason.WITHDRAWAL_RETURNED, LedgerAccount.IN_FLIGHT);
        } else {
            state.ledger().add(LedgerAccount.IN_FLIGHT, asset, -amount);
            state.ledger().add(LedgerAccount.EXTERNAL, asset, amount);
        }
        context.events().money().onWithdrawalSettled(id, account, asset, amount, returned);
        if (returned) {
            remargin.one(account);
        }
        return RejectReason.NONE;
    }
}
