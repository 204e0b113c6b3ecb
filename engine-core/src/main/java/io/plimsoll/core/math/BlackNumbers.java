package io.plimsoll.core.math;

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

    /** Least argument of a Mills ratio in a difference. */
    public static final double LEAST_ARGUMENT = MillsDifference.LEAST;

    /** c of the place 1 - h / (z + c) in the polynomial of Mills' ratio. */
    public static final double CENTRE = MillsDifference.CENTRE;

    /** h of that place. */
    public static final double SPAN = MillsDifference.SPAN;

    /** Where that place is zero. */
    public static final double ZERO = MillsDifference.ZERO;

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

    /** {@return coefficients of Mills' ratio times z + c, that of the highest power first} */
    public static double[] millsRatio() {
        return MillsDifference.SCALED.coefficients();
    }
}
