package io.plimsoll.config.portfolio;

/** How an option is paid for. */
public enum OptionStyle {
    /** When it is bought: its market value counts as the holder's. */
    PREMIUM,
    /** As its price moves: profit and loss since the entry counts. */
    FUTURES
}
