package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;

/** Commands that bring money in and move it within: deposit, transfer. Every movement has two sides. */
public final class MoneyCommands {
    private final EngineState state;
    private final CommandContext context;
    private final Movements movements;
    private final Remargin remargin;
    private final WithdrawalRule rule;
    private final MoneyCheck check;

    MoneyCommands(
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
        final RejectReason reason = check.outside(account, asset, amount);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (!account.balances().hasRoomFor(asset, amount)
                || !state.ledger().hasRoomFor(LedgerAccount.EXTERNAL, asset, -amount)) {
            return context.reject(RejectReason.BALANCE_LIMIT, Balances.BALANCE_MAX);
        }
        // The command is valid from here on: state is written only below this line.
        movements.move(account, asset, amount, BalanceReason.DEPOSIT, LedgerAccount.EXTERNAL);
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
        return transfer(fromId, toId, assetId, amount, false);
    }

    /**
     * Moves money between accounts of different groups.
     *
     * @param fromId account to debit.
     * @param toId account to credit.
     * @param assetId of which.
     * @param amount positive minor units.
     * @return why not, or NONE.
     */
    public RejectReason onGroupTransfer(final long fromId, final long toId, final int assetId, final long amount) {
        return transfer(fromId, toId, assetId, amount, true);
    }

    private RejectReason transfer(
            final long fromId, final long toId, final int assetId, final long amount, final boolean betweenGroups) {
        final Account from = state.accounts().account(fromId);
        final Account to = state.accounts().account(toId);
        final Asset asset = state.assets().get(assetId);
        if (to == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        RejectReason reason = check.amount(from, asset, amount);
        if (reason == RejectReason.NONE) {
            reason = checkPair(from, to, asset, amount, betweenGroups);
        }
        if (reason == RejectReason.NONE) {
            reason = rule.check(from, to, asset, amount);
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        movements.move(from, asset, -amount, BalanceReason.TRANSFER);
        movements.move(to, asset, amount, BalanceReason.TRANSFER);
        remargin.one(from);
        remargin.one(to);
        return RejectReason.NONE;
    }

    private RejectReason checkPair(
            final Account from, final Account to, final Asset asset, final long amount, final boolean betweenGroups) {
        if (from == to) {
            return RejectReason.SAME_ACCOUNT;
        }
        if (from.group() != to.group() && !betweenGroups) {
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
}
