package io.plimsoll.core.account;

/**
 * The ladder, best first. E is margin equity, IM and MM the requirements of positions, NAV the equity without haircut or
 * credit. The thresholds are compared as amounts, never as ratios.
 */
public enum MarginStatus {
    /** E at or above IM. */
    NORMAL(1),
    /** E below IM: only what reduces is allowed. */
    NO_NEW_RISK(2),
    /** E below a point between MM and IM: the owner is asked for collateral. */
    MARGIN_CALL(3),
    /** E below MM: to be closed out; left at E at or above 1.1 MM. */
    LIQUIDATION(4),
    /** E below 2/3 MM: the backstop takes over. */
    BACKSTOP(5),
    /** NAV below zero. */
    BANKRUPT(6);

    private final int code;

    MarginStatus(final int code) {
        this.code = code;
    }

    /** {@return value in the schema; higher is worse} */
    public int code() {
        return code;
    }

    /**
     * Whether this status is worse than another.
     *
     * @param other to compare with.
     * @return true when further down the ladder.
     */
    public boolean isWorseThan(final MarginStatus other) {
        return code > other.code;
    }

    /** {@return whether the account is being closed out} */
    public boolean isLiquidating() {
        return code >= LIQUIDATION.code;
    }
}
