package io.plimsoll.core.instrument;

/**
 * When an instrument expires.
 *
 * @param timeNs ns since 1970; 0: never.
 * @param settlementWindowNs length of the time before it whose average price settles the instrument, in ns; 0: it never
 *     expires.
 */
public record Expiry(long timeNs, long settlementWindowNs) {
    /** Never. */
    public static final Expiry NONE = new Expiry(0, 0);

    /** Settlement window where nothing else is agreed: 30 minutes. */
    public static final long SETTLEMENT_WINDOW_DEFAULT_NS = 1_800_000_000_000L;

    /** Longest settlement window: a day. */
    public static final long SETTLEMENT_WINDOW_MAX_NS = 86_400_000_000_000L;
}
