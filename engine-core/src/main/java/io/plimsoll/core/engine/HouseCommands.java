package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.Valuation;

/** Commands of an administrator about money that no account moves: credit lines, and moves between ledgers of the house. */
public final class HouseCommands {
    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;

    HouseCommands(final EngineState state, final CommandContext context, final Remargin remargin) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
    }

    /**
     * Grants an account unsecured credit: margin equity counts it, net asset value and what may be withdrawn do not.
     *
     * @param accountId the account, no pocket.
     * @param amount millionths of the margin currency; 0: none any more.
     * @return why not, or NONE.
     */
    public RejectReason onCreditLine(final long accountId, final long amount) {
        final Account account = state.accounts().account(accountId);
        if (account == null) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (account.isPocket()) {
            return context.reject(
                    RejectReason.NOT_FOR_A_POCKET, account.parent().id());
        }
        if (amount < 0 || amount > Valuation.USD_MAX) {
            return context.reject(RejectReason.AMOUNT_OUT_OF_RANGE, Valuation.USD_MAX);
        }
        // The command is valid from here on: state is written only below this line.
        final long before = account.creditLine();
        state.accounts().creditLine(account, amount);
        context.events().money().onCreditLineChanged(account, before, context.source());
        remargin.one(account);
        return RejectReason.NONE;
    }

    /**
     * Moves money of the house.
     *
     * @param assetId of which.
     * @param from ledger that gives; it must have the amount, unless it is the world outside.
     * @param to ledger that gets.
     * @param amount positive minor units.
     * @return why not, or NONE.
     */
    public RejectReason onLedgerMove(
            final int assetId, final LedgerAccount from, final LedgerAccount to, final long amount) {
        final Asset asset = state.assets().get(assetId);
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (amount < 1 || amount > Balances.BALANCE_MAX) {
            return context.reject(RejectReason.AMOUNT_OUT_OF_RANGE, Balances.BALANCE_MAX);
        }
        if (from == to) {
            return RejectReason.SAME_ACCOUNT;
        }
        if (!from.isMovable() || !to.isMovable()) {
            return RejectReason.NOT_ALLOWED;
        }
        final long held = state.ledger().of(from, asset);
        if (from != LedgerAccount.EXTERNAL && amount > held) {
            return context.reject(RejectReason.INSUFFICIENT_BALANCE, held);
        }
        if (!state.ledger().hasRoomFor(from, asset, -amount) || !state.ledger().hasRoomFor(to, asset, amount)) {
            return context.reject(RejectReason.BALANCE_LIMIT, Balances.BALANCE_MAX);
        }
        // The command is valid from here on: state is written only below this line.
        state.ledger().add(from, asset, -amount);
        state.ledger().add(to, asset, amount);
        context.events().money().onLedgerMoved(asset, from, to, amount, context.source());
        return RejectReason.NONE;
    }
}
