package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A column of positions, added up by places. */
final class SlowColumns {
    static final Set<RiskKind> OPTIONS = Set.of(RiskKind.CALL, RiskKind.PUT);
    static final Set<RiskKind> CONTRACTS = Set.of(RiskKind.PERPETUAL, RiskKind.FUTURE);
    static final Set<RiskKind> ALL = Set.of(RiskKind.values());

    /** Where a sum stands; only what has the same risk unit is added up. */
    private record Place(Object of, int exponent) {}

    /** Positions of one place. */
    record Sum(RiskInstrument sample, List<SlowPosition> positions) {
        BigInteger units(final int column) {
            return positions.stream().map(position -> position.column(column)).reduce(BigInteger.ZERO, BigInteger::add);
        }

        /** In minor units, rounded up. */
        BigInteger amount(final int column) {
            return SlowNumbers.toMinorCeil(units(column), sample.row().exponent());
        }

        /** The size of it in minor units, rounded up. */
        BigInteger size(final int column) {
            return SlowNumbers.toMinorCeil(units(column).abs(), sample.row().exponent());
        }
    }

    private final List<SlowPosition> positions;

    SlowColumns(final List<SlowPosition> positions) {
        this.positions = positions;
    }

    /** Long and short netted within a place. */
    List<Sum> net(final Set<RiskKind> kinds, final Function<RiskInstrument, Object> place) {
        final Map<Place, Sum> sums = new LinkedHashMap<>();
        for (final SlowPosition position : positions) {
            final RiskInstrument instrument = position.instrument();
            if (kinds.contains(instrument.kind())) {
                final Place at =
                        new Place(place.apply(instrument), instrument.row().exponent());
                sums.computeIfAbsent(at, of -> new Sum(instrument, new ArrayList<>()))
                        .positions()
                        .add(position);
            }
        }
        return List.copyOf(sums.values());
    }

    /** Long and short alike. */
    List<Sum> gross(final Set<RiskKind> kinds, final Function<RiskInstrument, Object> place) {
        return new SlowColumns(positions.stream().map(SlowPosition::gross).toList()).net(kinds, place);
    }

    /** Of the sums of one underlying those that the net of all is not on the side of. */
    static List<Sum> smallerSide(final List<Sum> sums, final int underlying, final int column) {
        final List<Sum> own = sums.stream()
                .filter(sum -> sum.sample().underlying() == underlying)
                .toList();
        final BigInteger net = own.stream().map(sum -> sum.units(column)).reduce(BigInteger.ZERO, BigInteger::add);
        final int side = net.signum() > 0 ? -1 : 1;
        return own.stream().filter(sum -> sum.units(column).signum() == side).toList();
    }

    /** What offsets within an underlying: all that is on the smaller side. */
    static BigInteger offset(final List<Sum> sums, final int underlying, final int column) {
        return smallerSide(sums, underlying, column).stream()
                .map(sum -> sum.size(column))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
