package io.plimsoll.core.math;

/** What a scenario does to the volatility of an option. */
public enum VolatilityMove {
    /** Nothing. */
    NONE(0),
    /** Raises it by the range, more at short expiries; never below a floor. */
    UP(1),
    /** Lowers it by the range, more at short expiries. */
    DOWN(2),
    /** Tilts the smile: in proportion to log-moneyness, up to a cap. */
    LINEAR(3),
    /** Bends the smile: in proportion to the size of log-moneyness, up to a cap. */
    ABSOLUTE(4),
    /** Moves it by the scenario's own share, more at short expiries. */
    SHARE(5);

    private static final VolatilityMove[] MOVES = values();

    private final int code;

    VolatilityMove(final int code) {
        this.code = code;
    }

    /** {@return number in a scenario set, which does not change} */
    public int code() {
        return code;
    }

    /** {@return whether it is another one for each strike} */
    boolean isByStrike() {
        return this == LINEAR || this == ABSOLUTE;
    }

    /** {@return number of moves; their codes are from 0} */
    public static int count() {
        return MOVES.length;
    }

    /**
     * Looks a code up.
     *
     * @param code from 0, below {@link #count}.
     * @return the move.
     */
    public static VolatilityMove of(final int code) {
        return MOVES[code];
    }
}
