package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.cli.view.AccountEventText.Text;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.CreditLineChangedDecoder;
import io.plimsoll.sbe.FeeScheduleAssignedDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.InterestPaidDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.WithdrawalLimitedDecoder;
import io.plimsoll.sbe.WithdrawalReleasedDecoder;
import io.plimsoll.sbe.WithdrawalSettledDecoder;

/** Says in a few words what an event about money did to an account. */
final class MoneyEventText {
    private final Definitions definitions;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    MoneyEventText(final Definitions definitions) {
        this.definitions = definitions;
    }

    /** The event in words; null: it tells nothing of the money of an account. */
    Text of(final RecordView event) {
        return switch (event.templateId()) {
            case WithdrawalReleasedDecoder.TEMPLATE_ID -> released(event);
            case WithdrawalSettledDecoder.TEMPLATE_ID -> settled(event);
            case WithdrawalLimitedDecoder.TEMPLATE_ID -> limited(event);
            case InterestPaidDecoder.TEMPLATE_ID -> interest(event);
            case FeeScheduleAssignedDecoder.TEMPLATE_ID -> fees(event);
            case CreditLineChangedDecoder.TEMPLATE_ID -> credit(event);
            default -> null;
        };
    }

    private Text released(final RecordView event) {
        final WithdrawalReleasedDecoder released =
                new WithdrawalReleasedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "WITHDRAWAL_RELEASED",
                definitions.amount(released.asset(), released.amount()) + ", withdrawal " + released.withdrawal());
    }

    private Text settled(final RecordView event) {
        final WithdrawalSettledDecoder settled =
                new WithdrawalSettledDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "WITHDRAWAL_" + settled.result(),
                definitions.amount(settled.asset(), settled.amount()) + ", withdrawal " + settled.withdrawal());
    }

    private Text interest(final RecordView event) {
        final InterestPaidDecoder paid =
                new InterestPaidDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "INTEREST_PAID",
                definitions.amount(paid.asset(), paid.amount()) + " on a debt of "
                        + definitions.amount(paid.asset(), paid.debt()));
    }

    private Text fees(final RecordView event) {
        final FeeScheduleAssignedDecoder fees =
                new FeeScheduleAssignedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "FEES_ASSIGNED", fees.schedule() == 0 ? "no schedule of its own" : "schedule " + fees.schedule());
    }

    private Text credit(final RecordView event) {
        final CreditLineChangedDecoder credit =
                new CreditLineChangedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of("CREDIT_LINE", Texts.usd(credit.oldAmount()) + " to " + Texts.usd(credit.amount()) + " USD");
    }

    private Text limited(final RecordView event) {
        final WithdrawalLimitedDecoder limited =
                new WithdrawalLimitedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "WITHDRAWAL_LIMITED",
                definitions.amount(limited.asset(), limited.left()) + " left of "
                        + definitions.amount(limited.asset(), limited.dailyMax()) + " in 24 hours"
                        + (limited.ofAll() == Flag.YES ? " for all accounts" : "") + "; "
                        + definitions.amount(limited.asset(), limited.amount())
                        + (limited.fromNs() == 0 ? " never" : " from " + Texts.time(limited.fromNs())));
    }
}
