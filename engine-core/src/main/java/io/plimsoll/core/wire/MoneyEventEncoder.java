package io.plimsoll.core.wire;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.engine.BalanceReason;
import io.plimsoll.core.engine.MoneyEvents;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.sbe.BalanceChangedEncoder;
import io.plimsoll.sbe.CreditLineChangedEncoder;
import io.plimsoll.sbe.FeeScheduleAssignedEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.FundingPaidEncoder;
import io.plimsoll.sbe.InterestPaidEncoder;
import io.plimsoll.sbe.LedgerMovedEncoder;
import io.plimsoll.sbe.WithdrawalLimitedEncoder;
import io.plimsoll.sbe.WithdrawalReleasedEncoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettledEncoder;

/** Encodes what the engine says of money. */
final class MoneyEventEncoder implements MoneyEvents {
    private final EventFrame frame;
    private final BalanceChangedEncoder balanceChanged = new BalanceChangedEncoder();
    private final WithdrawalReleasedEncoder withdrawal = new WithdrawalReleasedEncoder();
    private final WithdrawalSettledEncoder settled = new WithdrawalSettledEncoder();
    private final WithdrawalLimitedEncoder limited = new WithdrawalLimitedEncoder();
    private final FeeScheduleAssignedEncoder feeAssigned = new FeeScheduleAssignedEncoder();
    private final CreditLineChangedEncoder creditLine = new CreditLineChangedEncoder();
    private final LedgerMovedEncoder ledgerMoved = new LedgerMovedEncoder();
    private final InterestPaidEncoder interestPaid = new InterestPaidEncoder();
    private final FundingPaidEncoder fundingPaid = new FundingPaidEncoder();

    MoneyEventEncoder(final EventFrame frame) {
        this.frame = frame;
    }

    @Override
    public void onBalanceChanged(
            final Account account,
            final Asset asset,
            final long change,
            final long balance,
            final BalanceReason reason) {
        balanceChanged
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .change(change)
                .balance(balance)
                .asset(asset.id())
                .reason(frame.enums().balanceReason(reason));
        frame.emit(balanceChanged.encodedLength(), 0);
    }

    @Override
    public void onWithdrawalReleased(
            final long id,
            final Account account,
            final Asset asset,
            final long amount,
            final int source,
            final long sourceSequence) {
        withdrawal
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .amount(amount)
                .requestSource(source)
                .asset(asset.id())
                .requestSourceSequence(sourceSequence)
                .withdrawal(id);
        frame.emit(withdrawal.encodedLength(), EventSink.DURABLE_STREAM);
    }

    @Override
    public void onWithdrawalSettled(
            final long id, final Account account, final Asset asset, final long amount, final boolean returned) {
        settled.wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .withdrawal(id)
                .account(account.id())
                .amount(amount)
                .asset(asset.id())
                .result(returned ? WithdrawalResult.RETURNED : WithdrawalResult.PAID);
        frame.emit(settled.encodedLength(), 0);
    }

    @Override
    public void onWithdrawalLimited(
            final Account account,
            final Asset asset,
            final long amount,
            final long left,
            final long limit,
            final long fromNs,
            final boolean ofAll) {
        limited.wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .amount(amount)
                .left(left)
                .dailyMax(limit)
                .fromNs(fromNs)
                .asset(asset.id())
                .ofAll(ofAll ? Flag.YES : Flag.NO);
        frame.emit(limited.encodedLength(), 0);
    }

    @Override
    public void onFeeScheduleAssigned(final long account, final long group, final int schedule, final int author) {
        feeAssigned
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account)
                .group(group)
                .schedule(schedule)
                .author(author);
        frame.emit(feeAssigned.encodedLength(), 0);
    }

    @Override
    public void onCreditLineChanged(final Account account, final long before, final int author) {
        creditLine
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .oldAmount(before)
                .amount(account.creditLine())
                .author(author);
        frame.emit(creditLine.encodedLength(), 0);
    }

    @Override
    public void onLedgerMoved(
            final Asset asset, final LedgerAccount from, final LedgerAccount to, final long amount, final int author) {
        ledgerMoved
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .amount(amount)
                .asset(asset.id())
                .author(author)
                .fromLedger(frame.enums().ledger(from))
                .toLedger(frame.enums().ledger(to));
        frame.emit(ledgerMoved.encodedLength(), 0);
    }

    @Override
    public void onInterestPaid(final Account account, final Asset asset, final long amount) {
        interestPaid
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .amount(amount)
                .debt(-account.balances().of(asset))
                .interestIndex(asset.interest().value())
                .asset(asset.id());
        frame.emit(interestPaid.encodedLength(), 0);
    }

    @Override
    public void onFundingPaid(final Account account, final Instrument instrument, final long received) {
        fundingPaid
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .account(account.id())
                .amount(received)
                .lots(account.positions().lotsOf(instrument))
                .fundingIndex(instrument.funding().value())
                .instrument(instrument.id());
        frame.emit(fundingPaid.encodedLength(), 0);
    }
}
