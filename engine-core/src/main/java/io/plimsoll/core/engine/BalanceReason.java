package io.plimsoll.core.engine;

/** Why a balance changed. Mirrored in the schema. */
public enum BalanceReason {
    /** Money came in from outside. */
    DEPOSIT(1),
    /** Money left the account; it is in flight until it is paid or returned. */
    WITHDRAWAL(2),
    /** Between two accounts of a group. */
    TRANSFER(3),
    /** A position shrank. */
    REALISED_PNL(4),
    /** Trading fee; a rebate is a negative fee. */
    FEE(5),
    /** Funding of a perpetual. */
    FUNDING(6),
    /** Interest on a debt. */
    INTEREST(7),
    /** A position was settled: at expiry, or because its instrument was delisted. */
    SETTLEMENT(8),
    /** Reserved: default waterfall. */
    LOSS_SHARING(9),
    /** Premium of an option, paid or received. */
    PREMIUM(10),
    /** One of the two assets of a spot trade. */
    SPOT_TRADE(11),
    /** The insurance fund paid what an isolated pocket lost beyond its margin. */
    POCKET_LOSS(20),
    /** A withdrawal was not paid: the money is back. */
    WITHDRAWAL_RETURNED(30);

    private final int code;

    BalanceReason(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
