package io.plimsoll.config.scenario;

import java.time.LocalDate;
import java.util.List;

/**
 * Scenarios that move everything together: standardised residuals, a row a day. The shock of an underlying is
 * exp(z x sigma x sqrt(h)) - 1 with the sigma per day that its user has; its volatilities are multiplied by
 * exp(v x sqrt(h)) and the price of a dated forward with T years left by exp(b x T x sqrt(h)) besides, h in days.
 *
 * @param horizonHours hours that the shocks are for.
 * @param lambdaFemto decay per day of the sigma that the residuals were divided by, x 10^15.
 * @param calendar the days that have a row.
 * @param rows in order of time.
 */
public record JointBlock(int horizonHours, long lambdaFemto, Calendar calendar, List<Row> rows) {
    /** Integer weights of all rows sum to this. */
    public static final int WEIGHT_TOTAL = 1_000_000_000;

    /** Copies the list. */
    public JointBlock {
        rows = List.copyOf(rows);
    }

    /**
     * One day.
     *
     * @param date of the day.
     * @param weight of the scenario, in parts of {@link #WEIGHT_TOTAL}.
     * @param residuals one an underlying, in the order of the set.
     */
    public record Row(LocalDate date, int weight, List<Residual> residuals) {
        /** Copies the list. */
        public Row {
            residuals = List.copyOf(residuals);
        }
    }

    /**
     * What an underlying did on one day.
     *
     * @param zFemto log return over the sigma of the day before, x 10^15.
     * @param volatilityFemto log change of its implied volatility, x 10^15.
     * @param basisFemto change of the basis of its dated futures, continuously compounded, per year, x 10^15.
     */
    public record Residual(long zFemto, long volatilityFemto, long basisFemto) {
        /**
         * On a day on which the basis stays, or is not known.
         *
         * @param zFemto log return over the sigma of the day before, x 10^15.
         * @param volatilityFemto log change of its implied volatility, x 10^15.
         */
        public Residual(final long zFemto, final long volatilityFemto) {
            this(zFemto, volatilityFemto, 0);
        }
    }
}
