package io.plimsoll.core.margin.model;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.FeeSchedule;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import java.math.BigInteger;

/** The slow twin of what filling an order at its limit loses at once, by the text of docs/MARGIN.md, in millionths of the margin currency. */
final class SlowOrderLoss {
    private static final BigInteger PPM = BigInteger.valueOf(FixedPoint.PPM);

    private final EngineState state;
    private final Account account;

    SlowOrderLoss(final EngineState state, final Account account) {
        this.state = state;
        this.account = account;
    }

    BigInteger of(final Instrument instrument, final long lots, final long limit) {
        return instrument.kind() == InstrumentKind.SPOT
                ? fee(instrument, lots, limit).add(ofSpot(instrument, lots, limit))
                : ofContract(instrument, lots, limit);
    }

    /** The loss against the mark and the fee, which may be owed, and what does not count of a premium that comes. */
    private BigInteger ofContract(final Instrument instrument, final long lots, final long limit) {
        final Asset money = instrument.settlement();
        final long mark = state.prices().markTicks(instrument);
        final long worse = Math.max(0, instrument.value(lots, limit) - instrument.value(lots, mark));
        final BigInteger atOnce = usdCeil(money, worse).add(fee(instrument, lots, limit));
        final BigInteger loss = atOnce.add(share(atOnce, money.haircuts().liabilityPpm()));
        if (!instrument.isPremiumStyle() || lots > 0) {
            return loss;
        }
        final BigInteger premium = usdFloor(money, instrument.value(-lots, limit));
        return loss.add(premium).subtract(counts(money, premium));
    }

    /** What is paid less what counts of what comes. */
    private BigInteger ofSpot(final Instrument instrument, final long lots, final long limit) {
        final long coins = Math.abs(lots) * instrument.terms().contract().lotSize();
        final long money = instrument.value(Math.abs(lots), limit);
        final boolean buys = lots > 0;
        final Asset given = buys ? instrument.settlement() : instrument.underlying();
        final Asset got = buys ? instrument.underlying() : instrument.settlement();
        final BigInteger paid = usdCeil(given, buys ? money : coins);
        final BigInteger value = usdFloor(got, buys ? coins : money);
        return SlowNumbers.notBelowZero(paid.subtract(counts(got, value)));
    }

    /** Less the highest tier of haircuts for both margins and for the initial one, and less what the cap takes of that. */
    private static BigInteger counts(final Asset asset, final BigInteger value) {
        final BigInteger left = value.subtract(share(value, asset.haircuts().highestCreditPpm()))
                .subtract(share(value, asset.haircuts().highestInitialPpm()));
        final BigInteger cap = BigInteger.valueOf(asset.rules().get(AssetRule.COLLATERAL_CAP));
        final BigInteger all = BigInteger.valueOf(asset.totals().credit());
        final BigInteger above = SlowNumbers.notBelowZero(all.subtract(cap));
        return above.signum() == 0 ? left : left.subtract(SlowNumbers.ceilDiv(left.multiply(above), all));
    }

    private BigInteger fee(final Instrument instrument, final long lots, final long limit) {
        return usdCeil(instrument.settlement(), feeAmount(instrument, lots, limit));
    }

    /** At the worse rate, never below 0, in the settlement asset. */
    long feeAmount(final Instrument instrument, final long lots, final long limit) {
        final FeeSchedule fees = account.feeSchedule();
        if (fees == null) {
            return 0;
        }
        final long worse = Math.max(0, Math.max(fees.makerPpm(), fees.takerPpm()));
        final BigInteger value = BigInteger.valueOf(Math.abs(instrument.value(lots, limit)));
        return share(value, worse).longValueExact();
    }

    /** At the better rate, where that is a rebate, else 0; in the settlement asset. */
    long rebateAmount(final Instrument instrument, final long lots, final long limit) {
        final FeeSchedule fees = account.feeSchedule();
        if (fees == null) {
            return 0;
        }
        final long rebate = Math.max(0, -Math.min(fees.makerPpm(), fees.takerPpm()));
        final BigInteger value = BigInteger.valueOf(Math.abs(instrument.value(lots, limit)));
        return value.multiply(BigInteger.valueOf(rebate)).divide(PPM).longValueExact();
    }

    /** The surcharge on what would be owed of an asset when so much of it is paid beyond what there is. */
    BigInteger surcharge(final Asset asset, final long owed) {
        return share(usdCeil(asset, Math.max(0, owed)), asset.haircuts().liabilityPpm());
    }

    private static BigInteger share(final BigInteger value, final long ppm) {
        return SlowNumbers.ceilDiv(value.multiply(BigInteger.valueOf(ppm)), PPM);
    }

    private BigInteger usdCeil(final Asset asset, final long amount) {
        return SlowNumbers.ceilDiv(
                BigInteger.valueOf(amount).multiply(price(asset)), BigInteger.valueOf(asset.usdDivisor()));
    }

    private BigInteger usdFloor(final Asset asset, final long amount) {
        return BigInteger.valueOf(amount).multiply(price(asset)).divide(BigInteger.valueOf(asset.usdDivisor()));
    }

    /** A stable asset is worth 1 at most. */
    private BigInteger price(final Asset asset) {
        final long index = state.prices().indexPrice(asset);
        return BigInteger.valueOf(asset.stable() ? Math.min(Asset.INDEX_PRICE_ONE, index) : index);
    }
}
