package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** The slow twins of charges on what positions are about: their notional, what closing them costs, what a haircut takes. */
final class SlowPositionCharges {
    private final RiskFrame frame;
    private final List<SlowPosition> positions;
    private final SlowColumns columns;

    SlowPositionCharges(final RiskFrame frame, final List<SlowPosition> positions) {
        this.frame = frame;
        this.positions = positions;
        this.columns = new SlowColumns(positions);
    }

    BigInteger notional(final NotionalCharge charge) {
        return columns.gross(charge.kinds(), RiskInstrument::classOf).stream()
                .map(sum -> SlowNumbers.timesCeil(
                        sum.amount(Column.NOTIONAL),
                        charge.rates().of(sum.sample().classOf())))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** A fee on the notional, and the spread: points of volatility times vega. */
    BigInteger optionCloseOut(final OptionCloseOutCharge charge) {
        BigInteger total = BigInteger.ZERO;
        for (final SlowColumns.Sum sum : columns.gross(SlowColumns.OPTIONS, RiskInstrument::underlying)) {
            final long fee = charge.fees().of(sum.sample().classOf());
            total = total.add(SlowNumbers.timesCeil(sum.amount(Column.NOTIONAL), fee))
                    .add(SlowNumbers.timesCeil(sum.amount(Column.VEGA), charge.vegaPoints()));
        }
        return total;
    }

    /** Calls and puts of a strike net, short by all that orders sell. */
    BigInteger shortOptions(final ShortOptionCharge charge) {
        BigInteger total = BigInteger.ZERO;
        for (final SlowColumns.Sum sum : columns.net(SlowColumns.OPTIONS, RiskInstrument::strike)) {
            total = total.add(sum.size(Column.NOTIONAL, -1));
        }
        return SlowNumbers.timesCeil(total, charge.rate());
    }

    BigInteger haircut(final HaircutCharge charge) {
        final int column = charge.initial() ? Column.INITIAL_HAIRCUT : Column.HAIRCUT;
        return columns.held(Set.of(RiskKind.COIN), RiskInstrument::underlying).stream()
                .map(sum -> sum.amount(column))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What the confidence lacks of one, times the factor, of the notional of each position that is below the threshold. */
    BigInteger confidence(final ConfidenceCharge charge) {
        BigInteger total = BigInteger.ZERO;
        for (final SlowPosition position : positions) {
            final long sure = confidenceIn(position.instrument());
            if (sure < charge.threshold()) {
                final long rate = SlowNumbers.rateCeil(Rate.ONE - sure, charge.factor());
                final BigInteger notional = SlowNumbers.toMinorCeil(
                        position.largest().column(Column.NOTIONAL),
                        position.instrument().row().exponent());
                total = total.add(SlowNumbers.timesCeil(notional, rate));
            }
        }
        return total;
    }

    /** The least of what is said of it, its underlying and its expiry; an option is no surer than a perpetual held beside it. */
    private long confidenceIn(final RiskInstrument instrument) {
        long least = Math.min(
                frame.figures(instrument.underlying()).confidence(),
                frame.expiry(instrument.expiry()).confidence());
        for (final SlowPosition position : positions) {
            final RiskInstrument other = position.instrument();
            final boolean isItself = other.id() == instrument.id();
            final boolean isPerpetualBeside = instrument.kind().isOption()
                    && other.kind() == RiskKind.PERPETUAL
                    && other.underlying() == instrument.underlying();
            least = isItself || isPerpetualBeside ? Math.min(least, other.confidence()) : least;
        }
        return least;
    }
}
