package io.plimsoll.core.engine;

/**
 * How much the engine has room for. Set once at start; part of every journal's identity.
 *
 * @param sources senders of commands.
 * @param assets assets.
 * @param tierTables tables of margin tiers.
 * @param instruments instruments.
 * @param groups owners of accounts.
 * @param accounts margin accounts.
 * @param positionsPerAccount open positions of one account.
 * @param openOrders resting orders of all accounts.
 * @param openOrdersPerAccount resting orders of one account.
 * @param tradeIds trade ids that are remembered, so that a repeat gets the same answer.
 */
public record Limits(
        int sources,
        int assets,
        int tierTables,
        int instruments,
        int groups,
        int accounts,
        int positionsPerAccount,
        int openOrders,
        int openOrdersPerAccount,
        int tradeIds) {

    /** Room for a small venue: 100,000 accounts, 256 instruments, 64 assets. */
    public static final Limits DEFAULT = new Limits(64, 64, 64, 256, 100_000, 100_000, 128, 1 << 18, 1_000, 1 << 16);

    /** Most assets: their values and those of the positions of an account must sum below 2^63. */
    public static final int ASSETS_MAX = 64;

    /** Most positions of one account, for the same reason. */
    public static final int POSITIONS_PER_ACCOUNT_MAX = 128;

    /**
     * Checks that every limit is positive and that sums fit.
     *
     * @throws IllegalArgumentException naming the limit that does not hold.
     */
    public Limits {
        check("sources", sources, 10_000);
        check("assets", assets, ASSETS_MAX);
        check("tierTables", tierTables, 10_000);
        check("instruments", instruments, 10_000);
        check("groups", groups, 10_000_000);
        check("accounts", accounts, 10_000_000);
        check("positionsPerAccount", positionsPerAccount, POSITIONS_PER_ACCOUNT_MAX);
        check("openOrders", openOrders, 1 << 26);
        check("openOrdersPerAccount", openOrdersPerAccount, 10_000);
        check("tradeIds", tradeIds, 1 << 26);
    }

    private static void check(final String name, final int value, final int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("limit " + name + " is " + value + ", must be 1 to " + max);
        }
    }
}
