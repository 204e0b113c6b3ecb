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
        /** With the orders filled that bring the most. */
        BigInteger most(final int column) {
            return positions.stream().map(position -> position.most(column)).reduce(BigInteger.ZERO, BigInteger::add);
        }

        /** With the orders filled that leave the least. */
        BigInteger least(final int column) {
            return positions.stream().map(position -> position.least(column)).reduce(BigInteger.ZERO, BigInteger::add);
        }

        /** In minor units, rounded up. */
        BigInteger amount(final int column) {
            return inMinor(most(column));
        }

        /** The larger size of both ends in minor units, rounded up. */
        BigInteger size(final int column) {
            return inMinor(most(column).abs().max(least(column).abs()));
        }

        /** How far it can be long, or short, in minor units, rounded up; 0 on the other side. */
        BigInteger size(final int column, final int side) {
            return inMinor(units(column, side));
        }

        /** How far it can be long, or short. */
        BigInteger units(final int column, final int side) {
            return SlowNumbers.notBelowZero(
                    side > 0 ? most(column) : least(column).negate());
        }

        private BigInteger inMinor(final BigInteger units) {
            return SlowNumbers.toMinorCeil(units, sample.row().exponent());
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

    /** Long and short alike, each position as large as orders can make it. */
    List<Sum> gross(final Set<RiskKind> kinds, final Function<RiskInstrument, Object> place) {
        return new SlowColumns(positions.stream().map(SlowPosition::largest).toList()).net(kinds, place);
    }

    /** Long and short alike, without orders. */
    List<Sum> held(final Set<RiskKind> kinds, final Function<RiskInstrument, Object> place) {
        return new SlowColumns(positions.stream().map(SlowPosition::heldLong).toList()).net(kinds, place);
    }

    /**
     * What offsets within an underlying: the smaller of all that orders can make long and all that they can make short, of equals what
     * is long.
     */
    static BigInteger offset(final List<Sum> sums, final int underlying, final int column) {
        final List<Sum> own = sums.stream()
                .filter(sum -> sum.sample().underlying() == underlying)
                .toList();
        final int smaller = units(own, column, 1).compareTo(units(own, column, -1)) > 0 ? -1 : 1;
        return own.stream().map(sum -> sum.size(column, smaller)).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger units(final List<Sum> sums, final int column, final int side) {
        return sums.stream().map(sum -> sum.units(column, side)).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
