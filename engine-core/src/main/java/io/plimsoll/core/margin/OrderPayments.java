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
    private final AssetSums paid;

    OrderPayments(final MarginCalculator calculator, final Valuation valuation) {
        this.calculator = calculator;
        this.valuation = valuation;
        this.paid = new AssetSums(calculator.assets(), OrderMargin.SUM_MAX);
    }

    /** Forgets everything. */
    void begin() {
        paid.begin();
    }

    /** What was counted so far stays; what comes from now on can be taken back. */
    void settle() {
        paid.settle();
    }

    /** Counts what an order pays: coins or money of a spot order, of a buy with its fee; the premium of an option that is bought. */
    void order(final Account of, final Instrument in, final long signedLots, final long limit) {
        final Asset asset = OrderCash.assetOf(in, signedLots);
        if (asset == null) {
            return;
        }
        final long amount = OrderCash.amountOf(in, signedLots, limit);
        final boolean paysFee = in.kind() == InstrumentKind.SPOT && signedLots > 0;
        paid.add(asset, amount + (paysFee ? OrderFill.fee(of, amount) : 0));
    }

    /** Takes back what was counted since {@link #settle}. */
    void takeBack() {
        paid.takeBack();
    }

    /**
     * The surcharge on what would be owed, for the account assessed last.
     *
     * @param account that account.
     * @return millionths of the margin currency, rounded up; 0 for a pocket, where debts bear none.
     */
    long surcharge(final Account account) {
        long sum = 0;
        for (int i = 0; i < paid.count() && !account.isPocket(); i++) {
            final Asset asset = paid.assetAt(i);
            final long has = Math.max(0, calculator.netOf(account, asset));
            final long owed = Math.max(0, paid.of(asset) - has);
            sum += FixedPoint.rateOfCeil(
                    valuation.usdCeil(asset, owed), asset.haircuts().liabilityPpm());
        }
        return sum;
    }
}
