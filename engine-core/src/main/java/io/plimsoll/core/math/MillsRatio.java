package io.plimsoll.core.math;

/**
 * The tail of the normal distribution over its density, Y(z) = N(-z) / n(z), for z &gt;= 0. It falls slowly, from
 * 1.2533 at zero as 1 / z, so that products with it keep their relative precision as far as the density has one. The
 * product (z + 4) Y(z) is a polynomial in v = (z - 4) / (z + 4), the form of M. M. Shepherd and J. G. Laframboise
 * (<i>Mathematics of Computation</i> 36, 1981); the coefficients are our own, from moments to 60 digits.
 */
final class MillsRatio {
    /** Where v changes sign. */
    static final double CENTRE = 4;

    /** Y(z) is 1 / z here, and v is 1. */
    private static final double FAR = 0x1p60;

    /** (z + 4) Y(z), with an error of the fit below 2^-57, for v from -1 to 1; Y(0) n(0) is exactly 1/2. */
    static final Polynomial SCALED = new Polynomial(
            2.946488876280441e-10,
            8.53083886026053e-10,
            -2.142295344399263e-09,
            -9.35134044482434e-09,
            3.5919778637323777e-09,
            5.3711037651589576e-08,
            3.66737949934239e-08,
            -2.1774195022039326e-07,
            -3.922932522029295e-07,
            6.829633831673466e-07,
            2.563178850836918e-06,
            -1.5787665654677373e-06,
            -1.484070957232045e-05,
            1.7963971214040778e-06,
            8.809493632053581e-05,
            -4.783264259417208e-06,
            -0.0005792691439164002,
            0.0003342446162328441,
            0.004087855661108637,
            -0.008722295274260125,
            -0.018900450860304858,
            0.15139176231244347,
            -0.4675409629983781,
            0.9704095548675882,
            -1.5237709108199828,
            1.8932190633084853);

    private MillsRatio() {}

    /**
     * The ratio.
     *
     * @param z from 0 to 2^60; further out the caller takes 1 / z.
     * @return Y(z) with an error below 3 ulp.
     */
    static double of(final double z) {
        final double reciprocal = reciprocal(z);
        return SCALED.at(place(z, reciprocal)) * reciprocal;
    }

    /** 1 / (z + 4). What the sum lost in rounding is put back: near zero it is the largest error of all. */
    static double reciprocal(final double z) {
        final double sum = z + CENTRE;
        final double lost = z - (sum - CENTRE);
        final double reciprocal = 1 / sum;
        return Math.fma(-(lost * reciprocal), reciprocal, reciprocal);
    }

    /** v, with one step of correction. */
    static double place(final double z, final double reciprocal) {
        final double v = (z - CENTRE) * reciprocal;
        final double residual = Math.fma(-v, z, Math.fma(-CENTRE, v + 1, z));
        return Math.fma(reciprocal, residual, v);
    }

    /**
     * The ratio anywhere.
     *
     * @param z not negative, infinity included.
     * @return Y(z), zero at infinity, NaN for NaN.
     */
    static double anywhere(final double z) {
        return z > FAR ? 1 / z : of(z);
    }
}
