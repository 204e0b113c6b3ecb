package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;

/**
 * What orders pay at once beyond what an account has of an asset, profit and loss included: it would be owed, and bears the surcharge
 * of a debt, whether it may be borrowed or not. What is paid is lost or has its value elsewhere, and is no matter of this class.
 */
final class OrderPayments {
    private final MarginCalculator calculator;
    private final Valuation valuation;
    private final long[] paid;
    private final long[] paidTried;
    private final Asset[] paying;
    private int count;
    private boolean isTrying;

    OrderPayments(final MarginCalculator calculator, final Valuation valuation) {
        this.calculator = calculator;
        this.valuation = valuation;
        this.paid = new long[calculator.assets()];
        this.paidTried = new long[calculator.assets()];
        this.paying = new Asset[calculator.assets()];
    }

    /** Forgets everything. */
    void begin() {
        for (int i = 0; i < count; i++) {
            paid[paying[i].ordinal()] = 0;
            paidTried[paying[i].ordinal()] = 0;
        }
        count = 0;
        isTrying = false;
    }

    /** What was counted so far stays; what comes from now on can be taken back. */
    void settle() {
        isTrying = true;
    }

    /** Counts what an order pays: coins or money of a spot order, of a buy with its fee; the premium of an option that is bought. */
    void order(final Account of, final Instrument in, final long signedLots, final long limit) {
        final Asset asset = OrderCash.assetOf(in, signedLots);
        if (asset == null) {
            return;
        }
        note(asset);
        final long amount = OrderCash.amountOf(in, signedLots, limit);
        final boolean paysFee = in.kind() == InstrumentKind.SPOT && signedLots > 0;
        final long[] sums = isTrying ? paidTried : paid;
        sums[asset.ordinal()] = FixedPoint.addSaturated(
                sums[asset.ordinal()], amount + (paysFee ? OrderFill.fee(of, amount) : 0), OrderMargin.SUM_MAX);
    }

    private void note(final Asset asset) {
        for (int i = 0; i < count; i++) {
            if (paying[i] == asset) {
                return;
            }
        }
        paying[count++] = asset;
    }

    /** Takes back what was counted since {@link #settle} of all that pays with assets of an instrument. */
    void takeBack(final Instrument of) {
        paidTried[of.underlying().ordinal()] = 0;
        paidTried[of.settlement().ordinal()] = 0;
    }

    /**
     * The surcharge on what would be owed, for the account assessed last.
     *
     * @param account that account.
     * @return millionths of the margin currency, rounded up; 0 for a pocket, where debts bear none.
     */
    long surcharge(final Account account) {
        long sum = 0;
        for (int i = 0; i < count && !account.isPocket(); i++) {
            final Asset asset = paying[i];
            final long has = Math.max(0, calculator.netOf(account, asset));
            final long owed = Math.max(0, paid[asset.ordinal()] + paidTried[asset.ordinal()] - has);
            sum += FixedPoint.rateOfCeil(
                    valuation.usdCeil(asset, owed), asset.haircuts().liabilityPpm());
        }
        return sum;
    }
}
