package io.plimsoll.cli.view;

import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.DepositDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.TransferDecoder;
import io.plimsoll.sbe.WithdrawalRequestDecoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleDecoder;

/** Says in a few words what a command about money is. */
final class MoneyCommandText {
    private final Definitions definitions;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    MoneyCommandText(final Definitions definitions) {
        this.definitions = definitions;
    }

    /** A command in words; what has no words of its own is named. */
    String of(final RecordView command) {
        return switch (command.templateId()) {
            case DepositDecoder.TEMPLATE_ID -> deposit(command);
            case WithdrawalRequestDecoder.TEMPLATE_ID -> withdrawal(command);
            case WithdrawalSettleDecoder.TEMPLATE_ID -> settle(command);
            case TransferDecoder.TEMPLATE_ID -> transfer(command);
            default -> RecordDump.messageName(command) + " of source " + command.source();
        };
    }

    private String deposit(final RecordView command) {
        final DepositDecoder deposit =
                new DepositDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "deposit of " + definitions.amount(deposit.asset(), deposit.amount());
    }

    private String withdrawal(final RecordView command) {
        final WithdrawalRequestDecoder request =
                new WithdrawalRequestDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "request to withdraw " + definitions.amount(request.asset(), request.amount());
    }

    private String transfer(final RecordView command) {
        final TransferDecoder transfer =
                new TransferDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "transfer of " + definitions.amount(transfer.asset(), transfer.amount()) + " from account "
                + transfer.fromAccount() + " to account " + transfer.toAccount();
    }

    private String settle(final RecordView command) {
        final WithdrawalSettleDecoder settle =
                new WithdrawalSettleDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return (settle.result() == WithdrawalResult.PAID ? "payment" : "return") + " of withdrawal "
                + settle.withdrawal();
    }
}
