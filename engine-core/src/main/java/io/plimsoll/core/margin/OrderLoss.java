package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;

/** What filling an order costs at once, whatever prices do then. */
final class OrderLoss {
    private final PriceBook prices;
    private final Valuation valuation;

    OrderLoss(final PriceBook prices, final Valuation valuation) {
        this.prices = prices;
        this.valuation = valuation;
    }

    /**
     * What filling an order loses against the mark, of a spot order against what counts of what it gets, of a premium that is got what
     * haircuts and a cap leave out, and in fees at the worse rate; not negative. What it pays may have to be owed besides:
     * {@link OrderPayments}.
     */
    long of(final Account of, final Instrument in, final long signedLots, final long limit) {
        final long fee = feeOf(of, in, signedLots, limit);
        if (in.kind() == InstrumentKind.SPOT) {
            return fee + spotLoss(in, signedLots, limit);
        }
        final long loss = in.value(signedLots, limit) - in.value(signedLots, prices.markTicks(in));
        final long atOnce = fee + (loss <= 0 ? 0 : valuation.usdCeil(in.settlement(), loss));
        // What is lost may be owed.
        return atOnce + surcharge(of, in, atOnce) + (of.isPocket() ? 0 : uncounted(in, signedLots, limit));
    }

    /** What does not count of a premium that is got: the option that goes for it counted in full. */
    private long uncounted(final Instrument in, final long signedLots, final long limit) {
        final Asset got = OrderCash.assetGot(in, signedLots);
        if (got == null) {
            return 0;
        }
        final long premium = valuation.usdFloor(got, OrderCash.amountGot(in, signedLots, limit));
        return premium - counts(got, premium);
    }

    /** What filling an order in an option that is paid takes from money alone: the premium of a buy, fees; a premium that is got is no gain. */
    long paidFor(final Account of, final Instrument in, final long signedLots, final long limit) {
        final Asset asset = in.settlement();
        final long fee = feeOf(of, in, signedLots, limit);
        final long paid = fee + surcharge(of, in, fee);
        return signedLots < 0 ? paid : paid + valuation.usdCeil(asset, in.value(signedLots, limit));
    }

    private long feeOf(final Account of, final Instrument in, final long signedLots, final long limit) {
        final long fee = OrderFill.fee(of, in.value(signedLots, limit));
        return fee == 0 ? 0 : valuation.usdCeil(in.settlement(), fee);
    }

    /** Of a debt; in a pocket nothing is haircut. */
    private static long surcharge(final Account of, final Instrument in, final long lost) {
        return of.isPocket()
                ? 0
                : FixedPoint.rateOfCeil(lost, in.settlement().haircuts().liabilityPpm());
    }

    private long spotLoss(final Instrument of, final long signedLots, final long limit) {
        final Asset given = OrderCash.assetOf(of, signedLots);
        final Asset got = OrderCash.assetGot(of, signedLots);
        final long value = valuation.usdFloor(got, OrderCash.amountGot(of, signedLots, limit));
        final long paid = valuation.usdCeil(given, OrderCash.amountOf(of, signedLots, limit));
        return Math.max(0, paid - counts(got, value));
    }

    /** What counts of an asset that comes, in the highest tier. */
    private static long counts(final Asset got, final long value) {
        final long afterHaircuts = value
                - FixedPoint.rateOfCeil(value, got.haircuts().highestCreditPpm())
                - FixedPoint.rateOfCeil(value, got.haircuts().highestInitialPpm());
        return afterHaircuts - CollateralCap.takenCeil(got, afterHaircuts);
    }
}
