package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.RecordDump;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.CreditLineDecoder;
import io.plimsoll.sbe.DefineClaimDecoder;
import io.plimsoll.sbe.DefineFeeScheduleDecoder;
import io.plimsoll.sbe.DefineHaircutsDecoder;
import io.plimsoll.sbe.DepositDecoder;
import io.plimsoll.sbe.FeeScheduleAssignDecoder;
import io.plimsoll.sbe.GroupTransferDecoder;
import io.plimsoll.sbe.LedgerMoveDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RedemptionRateDecoder;
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
            case DefineHaircutsDecoder.TEMPLATE_ID -> haircuts(command);
            case DefineClaimDecoder.TEMPLATE_ID -> claim(command);
            case RedemptionRateDecoder.TEMPLATE_ID -> redemption(command);
            case DefineFeeScheduleDecoder.TEMPLATE_ID -> fees(command);
            case FeeScheduleAssignDecoder.TEMPLATE_ID -> assignment(command);
            case CreditLineDecoder.TEMPLATE_ID -> credit(command);
            case LedgerMoveDecoder.TEMPLATE_ID -> ledgerMove(command);
            case GroupTransferDecoder.TEMPLATE_ID -> groupTransfer(command);
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

    private String haircuts(final RecordView command) {
        final DefineHaircutsDecoder haircuts =
                new DefineHaircutsDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "haircuts of " + definitions.asset(haircuts.asset()) + " by source " + command.source();
    }

    private String claim(final RecordView command) {
        final DefineClaimDecoder claim =
                new DefineClaimDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return definitions.asset(claim.asset()) + " a claim on " + definitions.asset(claim.underlying()) + ", step "
                + Texts.percent(claim.stepPpm()) + ", by source " + command.source();
    }

    private String redemption(final RecordView command) {
        final RedemptionRateDecoder redemption =
                new RedemptionRateDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "redemption rate of " + definitions.asset(redemption.asset()) + ' ' + Texts.rate(redemption.rate());
    }

    private String fees(final RecordView command) {
        final DefineFeeScheduleDecoder fees =
                new DefineFeeScheduleDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "fee schedule " + fees.schedule() + ": maker " + Texts.percent(fees.makerPpm()) + ", taker "
                + Texts.percent(fees.takerPpm()) + ", by source " + command.source();
    }

    private String assignment(final RecordView command) {
        final FeeScheduleAssignDecoder assign =
                new FeeScheduleAssignDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "fee schedule " + assign.schedule() + " for "
                + CommandText.accountOrGroup(assign.account(), assign.group()) + " by source " + command.source();
    }

    private String credit(final RecordView command) {
        final CreditLineDecoder credit =
                new CreditLineDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "credit line of " + Texts.usd(credit.amount()) + " USD by source " + command.source();
    }

    private String ledgerMove(final RecordView command) {
        final LedgerMoveDecoder move =
                new LedgerMoveDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "move of " + definitions.amount(move.asset(), move.amount()) + " from ledger " + move.fromLedger()
                + " to " + move.toLedger() + " by source " + command.source();
    }

    private String groupTransfer(final RecordView command) {
        final GroupTransferDecoder transfer =
                new GroupTransferDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "transfer of " + definitions.amount(transfer.asset(), transfer.amount()) + " from account "
                + transfer.fromAccount() + " to account " + transfer.toAccount() + " by source " + command.source();
    }

    private String settle(final RecordView command) {
        final WithdrawalSettleDecoder settle =
                new WithdrawalSettleDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return (settle.result() == WithdrawalResult.PAID ? "payment" : "return") + " of withdrawal "
                + settle.withdrawal();
    }
}
