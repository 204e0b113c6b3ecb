package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Exposure;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.lab.margin.PortfolioBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What the other accounts of a portfolio's owner hold, beside what it holds itself: without netting between accounts. */
final class OtherAccounts {
    private final List<List<Position>> others;

    OtherAccounts(final List<List<Position>> others) {
        this.others = others;
    }

    /** Tells a portfolio that was priced. */
    void standBeside(final Book own, final List<Position> positions, final Market market, final Preset preset) {
        final Exposure deltas = new Exposure(own.underlyings().size());
        for (final List<Position> other : others) {
            addDeltas(deltas, own.underlyings(), other, market, preset);
        }
        final long[] lots = new long[positions.size()];
        final long[] coins = new long[positions.size()];
        for (int i = 0; i < lots.length; i++) {
            final InstrumentName name = positions.get(i).instrument();
            final int scale = own.quantity(i).scale();
            if (name.kind() == RiskKind.COIN) {
                coins[i] = held(name)
                        .movePointRight(scale)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact();
            } else {
                lots[i] = held(name)
                        .movePointRight(scale)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
            }
        }
        own.priced().beside(deltas, lots, coins);
    }

    private static void addDeltas(
            final Exposure to,
            final List<String> underlyings,
            final List<Position> other,
            final Market market,
            final Preset preset) {
        final List<Position> contracts = other.stream()
                .filter(position -> position.instrument().kind() != RiskKind.COIN)
                .toList();
        final Book book = Pricing.price(new Portfolio(BigDecimal.ZERO, contracts), market, preset);
        for (int u = 0; u < underlyings.size(); u++) {
            BigDecimal delta = BigDecimal.ZERO;
            for (int i = 0; i < contracts.size(); i++) {
                if (contracts.get(i).instrument().underlying().equals(underlyings.get(u))) {
                    delta = delta.add(book.column(i, Column.DELTA));
                }
            }
            to.addOther(u, PortfolioBuilder.minorUnits(delta));
        }
    }

    private BigDecimal held(final InstrumentName name) {
        return others.stream()
                .flatMap(List::stream)
                .filter(position -> position.instrument().equals(name))
                .map(position -> position.quantity().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
