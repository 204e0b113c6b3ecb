package io.plimsoll.core.risk;

/** The columns that stand before the scenarios of a {@link RiskRow}. All are amounts in risk units for one lot. */
public final class Column {
    /** Market value at the current mark: what an option is worth; 0 where profit and loss is counted elsewhere. */
    public static final int VALUE = 0;

    /** What the lot is about, at the current price of the underlying; never negative. */
    public static final int NOTIONAL = 1;

    /** Value change when the underlying doubles, to first order. */
    public static final int DELTA = 2;

    /** Change of {@link #DELTA} when the underlying rises by 1 %. */
    public static final int GAMMA = 3;

    /** Value change when the volatility rises by one point, 0.01. */
    public static final int VEGA = 4;

    /** Value change when a day passes. */
    public static final int THETA = 5;

    /** Value change when the interest rate rises by 0.01. */
    public static final int RHO = 6;

    /** What a haircut takes off a coin's value for both margins. */
    public static final int HAIRCUT = 7;

    /** What a haircut takes off a coin's value for the initial margin besides. */
    public static final int INITIAL_HAIRCUT = 8;

    /** By how much an option is out of the money: what the underlying has to move until exercise pays; never negative. */
    public static final int OUT_OF_THE_MONEY = 9;

    /** How many units of the underlying the lot holds, each counted as one unit of the margin currency. */
    public static final int UNITS = 10;

    /** Number of columns. */
    public static final int COUNT = 11;

    private Column() {}
}
