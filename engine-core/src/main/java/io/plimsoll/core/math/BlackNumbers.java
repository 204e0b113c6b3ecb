package io.plimsoll.core.math;

import java.util.List;

/** What {@link Black76} is made of, for whoever takes the same steps over arrays. */
public final class BlackNumbers {
    /** The least price of which a block of options may be priced at once; zero goes by itself too. */
    public static final double LEAST_PRICE = Logarithm.SMALLEST_ORDINARY;

    /** The highest price and deviation of such a block. */
    public static final double MOST = Logarithm.LARGEST_ORDINARY;

    /** A smaller deviation, unless it is zero, could make a product that is rounded twice. */
    public static final double LEAST_DEVIATION = 0x1p-500;

    /** Keeps a deviation of zero out of a division. */
    public static final double SMALLEST_DEVIATION = NormalisedBlack.SMALLEST_DEVIATION;

    /** The high part of ln 2. */
    public static final double LN2_HIGH = Exponential.LN2_HIGH;

    /** The low part of ln 2. */
    public static final double LN2_LOW = Exponential.LN2_LOW;

    /** 1 / ln 2. */
    public static final double LOG2_E = Exponential.LOG2_E;

    /** A number in whose last bits an integer may be added, so that it becomes a number without a conversion. */
    public static final double SHIFT = Exponential.SHIFT;

    /** What is left of a product with an enlarged power of two. */
    public static final double ENLARGED = Exponential.ENLARGED;

    /** What the exponent of an enlarged power of two is put up by. */
    public static final int ENLARGED_EXPONENT = Exponential.ENLARGED_EXPONENT;

    /** Where v = (z - 4) / (z + 4) changes sign. */
    public static final double CENTRE = MillsRatio.CENTRE;

    /** Up to here t / (z + 4) may go for the difference to be a sum. */
    public static final double LARGEST_STEP = MillsDifference.LARGEST_STEP;

    /** Beyond it the density is zero. */
    public static final double NO_DENSITY = Normal.NO_DENSITY;

    /** 1 / sqrt(2 pi). */
    public static final double INVERSE_SQRT_2PI = Normal.INVERSE_SQRT_2PI;

    private BlackNumbers() {}

    /** {@return coefficients of the logarithm's polynomial, that of the highest power first} */
    public static double[] logarithm() {
        return Logarithm.ATANH_TAIL.coefficients();
    }

    /** {@return coefficients of the exponential function's polynomial, that of the highest power first} */
    public static double[] exponential() {
        return Exponential.TAIL.coefficients();
    }

    /** {@return coefficients of Mills' ratio times z + 4, that of the highest power first} */
    public static double[] millsRatio() {
        return MillsRatio.SCALED.coefficients();
    }

    /** {@return coefficients of the moments 17, 15 and so on to 1, each with that of the highest power first} */
    public static List<double[]> moments() {
        return MillsDifference.MOMENTS.stream().map(Polynomial::coefficients).toList();
    }
}
