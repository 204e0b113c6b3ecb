package io.plimsoll.client;

import io.plimsoll.sbe.DepositEncoder;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.PremiumSampleEncoder;
import io.plimsoll.sbe.RedemptionRateEncoder;
import io.plimsoll.sbe.TransferEncoder;
import io.plimsoll.sbe.WithdrawalRequestEncoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleEncoder;

/** Writes money movements and prices. */
final class MoneyEncoders {
    private final CommandSender sender;
    private final DepositEncoder deposit = new DepositEncoder();
    private final WithdrawalRequestEncoder withdrawal = new WithdrawalRequestEncoder();
    private final WithdrawalSettleEncoder settle = new WithdrawalSettleEncoder();
    private final TransferEncoder transfer = new TransferEncoder();
    private final IndexPriceEncoder index = new IndexPriceEncoder();
    private final MarkPriceEncoder mark = new MarkPriceEncoder();
    private final RedemptionRateEncoder redemption = new RedemptionRateEncoder();
    private final PremiumSampleEncoder premium = new PremiumSampleEncoder();

    MoneyEncoders(final CommandSender sender) {
        this.sender = sender;
    }

    Result deposit(final long account, final int asset, final long amount) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        deposit.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(asset)
                .account(account)
                .amount(amount);
        return sender.send(deposit.encodedLength());
    }

    Result withdraw(final long account, final int asset, final long amount) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        withdrawal
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(asset)
                .account(account)
                .amount(amount);
        return sender.send(withdrawal.encodedLength());
    }

    Result settleWithdrawal(final long id, final WithdrawalResult result) {
        if (result == null || result == WithdrawalResult.NULL_VAL) {
            return Result.INVALID;
        }
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        settle.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .withdrawal(id)
                .result(result);
        return sender.send(settle.encodedLength());
    }

    Result transfer(final long fromAccount, final long toAccount, final int asset, final long amount) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        transfer.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(asset)
                .fromAccount(fromAccount)
                .toAccount(toAccount)
                .amount(amount);
        return sender.send(transfer.encodedLength());
    }

    Result indexPrice(final int asset, final long price) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        index.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(asset)
                .price(price);
        return sender.send(index.encodedLength());
    }

    Result redemptionRate(final int asset, final long rate) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        redemption
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(asset)
                .rate(rate);
        return sender.send(redemption.encodedLength());
    }

    Result markPrice(final int instrument, final long priceTicks) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        mark.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .instrument(instrument)
                .price(priceTicks);
        return sender.send(mark.encodedLength());
    }

    Result premium(final int instrument, final long overIndex, final long indexTicks) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        premium.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .instrument(instrument)
                .premium(overIndex)
                .indexTicks(indexTicks);
        return sender.send(premium.encodedLength());
    }
}
