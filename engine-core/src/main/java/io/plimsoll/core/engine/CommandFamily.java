package io.plimsoll.core.engine;

/** Commands by what they are about; the schema's ranges of message ids. */
public enum CommandFamily {
    /** Reference data, ids 100 to 149. */
    DEFINITIONS,
    /** Deposits, withdrawals, transfers, ids 150 to 199. */
    MONEY,
    /** Index and mark prices, ids 200 to 249. */
    PRICES,
    /** Trades and orders, ids 250 to 299. */
    TRADING,
    /** Time, parameters, control, ids 300 to 349. */
    CONTROL;

    /**
     * Family of a command.
     *
     * @param templateId message id of a command.
     * @return its family.
     */
    public static CommandFamily of(final int templateId) {
        if (templateId < 150) {
            return DEFINITIONS;
        }
        if (templateId < 200) {
            return MONEY;
        }
        if (templateId < 250) {
            return PRICES;
        }
        return templateId < 300 ? TRADING : CONTROL;
    }
}
