package io.plimsoll.core.wire;

import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.MoneyCommands;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.WithdrawalCommands;
import io.plimsoll.sbe.DepositDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.TransferDecoder;
import io.plimsoll.sbe.WithdrawalRequestDecoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleDecoder;
import org.agrona.DirectBuffer;

/** Decodes the commands that move money. */
final class MoneyDispatcher {
    private final MoneyCommands money;
    private final WithdrawalCommands withdrawals;
    private final DepositDecoder deposit = new DepositDecoder();
    private final WithdrawalRequestDecoder withdrawal = new WithdrawalRequestDecoder();
    private final WithdrawalSettleDecoder settle = new WithdrawalSettleDecoder();
    private final TransferDecoder transfer = new TransferDecoder();

    MoneyDispatcher(final MoneyCommands money, final WithdrawalCommands withdrawals) {
        this.money = money;
        this.withdrawals = withdrawals;
    }

    RejectReason apply(
            final int template, final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        return switch (template) {
            case DepositDecoder.TEMPLATE_ID -> {
                deposit.wrapAndApplyHeader(frame, offset, header);
                yield money.onDeposit(deposit.account(), deposit.asset(), deposit.amount());
            }
            case WithdrawalRequestDecoder.TEMPLATE_ID -> {
                withdrawal.wrapAndApplyHeader(frame, offset, header);
                yield withdrawals.onRequest(withdrawal.account(), withdrawal.asset(), withdrawal.amount());
            }
            case WithdrawalSettleDecoder.TEMPLATE_ID -> {
                settle.wrapAndApplyHeader(frame, offset, header);
                yield withdrawals.onSettle(settle.withdrawal(), settle.result() == WithdrawalResult.RETURNED);
            }
            case TransferDecoder.TEMPLATE_ID -> {
                transfer.wrapAndApplyHeader(frame, offset, header);
                yield money.onTransfer(
                        transfer.fromAccount(), transfer.toAccount(), transfer.asset(), transfer.amount());
            }
            default -> throw new EngineFault("message " + template + " does not move money");
        };
    }
}
