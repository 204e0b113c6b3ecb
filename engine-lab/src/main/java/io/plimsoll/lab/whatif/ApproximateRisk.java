package io.plimsoll.lab.whatif;

import io.plimsoll.config.scenario.JointBlock;
import io.plimsoll.core.risk.Column;
import io.plimsoll.lab.approximation.DeltaGamma;
import io.plimsoll.lab.margin.Scenarios;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Value at risk by delta, gamma and vega with the expansion of Cornish and Fisher, in the margin currency: an approximation, to
 * stand beside the full revaluation. Its factors are the relative moves of each underlying's price and of its volatilities, normal
 * with the covariance that they have over the joint block; theta of the block's time comes in as it is. A coin counts with its
 * whole delta; the revaluation counts its fall only beyond the haircut.
 *
 * @param valueAtRisk975 at 97.5 %, rounded up to a millionth.
 * @param valueAtRisk99 at 99 %, rounded up to a millionth.
 */
public record ApproximateRisk(BigDecimal valueAtRisk975, BigDecimal valueAtRisk99) {
    /** How it is computed, for people and programs. */
    public static final String METHOD = "delta-gamma-vega with Cornish-Fisher";

    private static final double DAY_HOURS = 24;
    private static final double LEVEL_975 = 0.975;
    private static final double LEVEL_99 = 0.99;
    private static final double PER_CENT = 100;
    private static final int MINOR = 6;

    static ApproximateRisk of(final Book book, final Portfolio portfolio, final Market market) {
        final int factors = 2 * book.underlyings().size();
        final double[] delta = new double[factors];
        final double[][] gamma = new double[factors][factors];
        double theta = 0;
        for (int i = 0; i < book.count(); i++) {
            final int price = 2 * book.instrument(i).underlying();
            final double toFirstOrder = column(book, i, Column.DELTA);
            delta[price] += toFirstOrder;
            theta += column(book, i, Column.THETA);
            final InstrumentName instrument = portfolio.positions().get(i).instrument();
            if (instrument.kind().isOption()) {
                // The column is the change of delta in money, which grows with the price at a constant delta too.
                gamma[price][price] += PER_CENT * column(book, i, Column.GAMMA) - toFirstOrder;
                delta[price + 1] +=
                        PER_CENT * column(book, i, Column.VEGA) * moveOfVolatility(book, instrument, market);
            }
        }
        final DeltaGamma law = DeltaGamma.of(delta, gamma, covariance(moves(book, market)));
        final double days = block(book).horizonHours() / DAY_HOURS;
        return new ApproximateRisk(loss(law, LEVEL_975, theta * days), loss(law, LEVEL_99, theta * days));
    }

    private static double column(final Book book, final int position, final int column) {
        return book.column(position, column).doubleValue();
    }

    /** How far the volatility of an option moves, in units of 1, when those at 30 days move by 100 %. */
    private static double moveOfVolatility(final Book book, final InstrumentName instrument, final Market market) {
        final UnderlyingMarket underlying = market.underlying(instrument.underlying());
        final Expiry expiry = underlying.expiry(instrument.expiry().orElseThrow());
        return market.volatility(expiry, instrument.strike().orElseThrow().doubleValue())
                * book.scenarios().rules(underlying.name()).term(market.years(expiry));
    }

    private static JointBlock block(final Book book) {
        return book.scenarios().set().joint().orElseThrow();
    }

    /** Of each factor, its moves by scenario: price and volatility of each underlying in turn. */
    private static double[][] moves(final Book book, final Market market) {
        final List<String> names = book.underlyings();
        final Scenarios scenarios = book.scenarios();
        final double[][] moves = new double[2 * names.size()][];
        for (int u = 0; u < names.size(); u++) {
            final String name = names.get(u);
            moves[2 * u] =
                    scenarios.jointPriceMoves(name, market.underlying(name).sigma());
            moves[2 * u + 1] = scenarios.jointVolatilityMoves(name);
        }
        return moves;
    }

    private static double[][] covariance(final double[][] moves) {
        final int n = moves.length;
        final double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = covariance(moves[i], moves[j]);
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private static double covariance(final double[] a, final double[] b) {
        final double meanOfA = mean(a);
        final double meanOfB = mean(b);
        double sum = 0;
        for (int s = 0; s < a.length; s++) {
            sum += (a[s] - meanOfA) * (b[s] - meanOfB);
        }
        return sum / a.length;
    }

    private static double mean(final double[] values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static BigDecimal loss(final DeltaGamma law, final double level, final double theta) {
        return BigDecimal.valueOf(-law.cornishFisher(1 - level) - theta).setScale(MINOR, RoundingMode.CEILING);
    }
}
