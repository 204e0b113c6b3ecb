package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** The slow twins of charges on what nets within an underlying, and on what the market says of it. */
final class SlowUnderlyingCharges {
    private static final BigInteger ONE = BigInteger.valueOf(Rate.ONE);

    private final RiskFrame frame;
    private final SlowColumns columns;

    SlowUnderlyingCharges(final RiskFrame frame, final List<SlowPosition> positions) {
        this.frame = frame;
        this.columns = new SlowColumns(positions);
    }

    BigInteger roll(final RollCharge charge) {
        return charge.netting() == RollCharge.Netting.GROSS ? rollOfAll(charge) : rollOfOffsets(charge);
    }

    private BigInteger rollOfAll(final RollCharge charge) {
        return columns.gross(SlowColumns.CONTRACTS, RiskInstrument::expiry).stream()
                .map(sum -> SlowNumbers.timesCeil(sum.amount(Column.NOTIONAL), rollRate(charge, sum.sample())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** At the largest rate of the expiries that have a delta, or could have one with orders. */
    private BigInteger rollOfOffsets(final RollCharge charge) {
        final List<SlowColumns.Sum> sums = columns.net(SlowColumns.ALL, RiskInstrument::expiry);
        BigInteger total = BigInteger.ZERO;
        for (int u = 0; u < frame.underlyings(); u++) {
            long rate = 0;
            for (final SlowColumns.Sum sum : sums) {
                if (sum.sample().underlying() == u && sum.size(Column.DELTA).signum() != 0) {
                    rate = Math.max(rate, rollRate(charge, sum.sample()));
                }
            }
            total = total.add(SlowNumbers.timesCeil(SlowColumns.offset(sums, u, Column.DELTA), rate));
        }
        return total;
    }

    private long rollRate(final RollCharge charge, final RiskInstrument of) {
        final long years = frame.expiry(of.expiry()).years();
        return Math.max(
                charge.least().of(of.classOf()),
                SlowNumbers.rateCeil(years, charge.perYear().of(of.classOf())));
    }

    BigInteger vegaOffset(final VegaOffsetCharge charge) {
        final List<SlowColumns.Sum> sums = columns.net(SlowColumns.OPTIONS, RiskInstrument::expiry);
        return SlowNumbers.timesCeil(offsets(sums, Column.VEGA), SlowNumbers.rateCeil(charge.share(), charge.points()));
    }

    BigInteger quoteHedge(final QuoteHedgeCharge charge) {
        final List<SlowColumns.Sum> sums = columns.net(SlowColumns.ALL, of -> List.of(of.underlying(), of.quote()));
        return SlowNumbers.timesCeil(offsets(sums, Column.DELTA), charge.rate());
    }

    private BigInteger offsets(final List<SlowColumns.Sum> sums, final int column) {
        BigInteger total = BigInteger.ZERO;
        for (int u = 0; u < frame.underlyings(); u++) {
            total = total.add(SlowColumns.offset(sums, u, column));
        }
        return total;
    }

    BigInteger interest(final InterestCharge charge) {
        final BigInteger rho = columns.net(SlowColumns.OPTIONS, RiskInstrument::underlying).stream()
                .map(sum -> sum.size(Column.RHO))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return SlowNumbers.timesCeil(rho, charge.points());
    }

    /** Where the perpetuals of an underlying pay. */
    BigInteger funding(final FundingCharge charge) {
        BigInteger total = BigInteger.ZERO;
        for (final SlowColumns.Sum sum : columns.net(Set.of(RiskKind.PERPETUAL), RiskInstrument::underlying)) {
            final long rate = frame.figures(sum.sample().underlying()).fundingRate();
            final long periods = SlowNumbers.rateCeil(Math.abs(rate), charge.periods());
            total = total.add(SlowNumbers.timesCeil(sum.size(Column.NOTIONAL, Long.signum(rate)), periods));
        }
        return total;
    }

    BigInteger openInterest(final OpenInterestCharge charge) {
        BigInteger total = BigInteger.ZERO;
        for (final SlowColumns.Sum sum : columns.net(SlowColumns.ALL, RiskInstrument::underlying)) {
            final int underlying = sum.sample().underlying();
            final int last = charge.caps().size() - 1;
            final OpenInterestCharge.Caps caps = charge.caps()
                    .get(Math.min(last, frame.underlying(underlying).classOf()));
            total = total.add(SlowNumbers.timesCeil(
                    sum.size(Column.DELTA),
                    openInterestRate(caps, frame.figures(underlying).openInterest())));
        }
        return total;
    }

    private static long openInterestRate(final OpenInterestCharge.Caps caps, final long openInterest) {
        if (caps.upper() == 0) {
            return 0;
        }
        final BigInteger above = BigInteger.valueOf(openInterest - caps.lower());
        final BigInteger share = SlowNumbers.ceilDiv(
                        above.multiply(ONE), BigInteger.valueOf(caps.upper() - caps.lower()))
                .max(BigInteger.ZERO)
                .min(ONE);
        return SlowNumbers.timesCeil(share, caps.most()).longValueExact();
    }
}
