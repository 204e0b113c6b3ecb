package io.plimsoll.core.market;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractLimits;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import java.math.BigInteger;

/**
 * What one lot is worth when it is settled, in 2^-fractionBits minor units of the settlement asset: a future at the settlement
 * price, an option its intrinsic value. Prices are in the margin currency; an asset that is not the underlying is counted at its
 * index price, a stable one at one at most. Done once for an instrument, so exact numbers of any size are used.
 */
final class LotSettlement {
    private LotSettlement() {}

    /** Bits behind the point with which the value of a lot at any legal price fits. */
    static int fractionBits(final Instrument instrument) {
        return ContractLimits.fractionBits(instrument.positionLotsLimit());
    }

    /** At a price in ticks; inverse: rounded to nearest. */
    static long atTicks(final Instrument instrument, final long ticks) {
        final int bits = fractionBits(instrument);
        return instrument.kind().isInverse()
                ? -FixedPoint.mulDivNearest(instrument.terms().tickValue(), 1L << bits, ticks)
                : (ticks * instrument.terms().tickValue()) << bits;
    }

    /**
     * At a settlement price of the underlying, rounded to nearest, half away from zero.
     *
     * @param price positive.
     */
    static BigInteger atIndex(final Instrument instrument, final long price, final PriceBook prices) {
        final ContractTerms contract = instrument.terms().contract();
        final Asset settlement = instrument.settlement();
        final BigInteger paidAt =
                settlement == instrument.underlying() ? BigInteger.valueOf(price) : counted(settlement, prices);
        final BigInteger scale = power(settlement.scale()).shiftLeft(fractionBits(instrument));
        if (contract.kind().isInverse()) {
            return nearest(inCurrency(contract, instrument, prices).multiply(scale), paidAt)
                    .negate();
        }
        final long perUnit = contract.kind() == InstrumentKind.OPTION ? intrinsic(instrument, price) : price;
        final BigInteger worth = BigInteger.valueOf(contract.lotSize()).multiply(BigInteger.valueOf(perUnit));
        return nearest(
                worth.multiply(scale),
                paidAt.multiply(power(instrument.underlying().scale())));
    }

    private static long intrinsic(final Instrument instrument, final long price) {
        final long strike = instrument.terms().contract().option().strike();
        return Math.max(0, instrument.isCall() ? price - strike : strike - price);
    }

    /** The contract value in units of 10^-10 of the margin currency, to nearest. */
    private static BigInteger inCurrency(
            final ContractTerms contract, final Instrument instrument, final PriceBook prices) {
        final BigInteger amount = BigInteger.valueOf(contract.contractValue());
        final Asset quote = instrument.notionalAsset();
        return quote == null
                ? amount.multiply(power(Asset.INDEX_PRICE_SCALE - Asset.USD_SCALE))
                : nearest(amount.multiply(counted(quote, prices)), power(quote.scale()));
    }

    private static BigInteger counted(final Asset asset, final PriceBook prices) {
        return BigInteger.valueOf(asset.priceToCount(prices.indexPrice(asset)));
    }

    private static BigInteger power(final int exponent) {
        return BigInteger.TEN.pow(exponent);
    }

    private static BigInteger nearest(final BigInteger dividend, final BigInteger divisor) {
        return dividend.shiftLeft(1).add(divisor).divide(divisor.shiftLeft(1));
    }
}
