package io.plimsoll.journal;

/**
 * Where a replay stops.
 *
 * @param sequence last command to apply.
 * @param timeNs last time to apply, ns since 1970-01-01T00:00:00Z.
 */
public record Until(long sequence, long timeNs) {
    /** To the end of the journal. */
    public static final Until END = new Until(Long.MAX_VALUE, Long.MAX_VALUE);

    /**
     * After a command.
     *
     * @param sequence last one to apply.
     * @return where to stop.
     */
    public static Until sequence(final long sequence) {
        return new Until(sequence, Long.MAX_VALUE);
    }

    /**
     * After the last command of a moment.
     *
     * @param timeNs last time to apply, ns since 1970-01-01T00:00:00Z.
     * @return where to stop.
     */
    public static Until time(final long timeNs) {
        return new Until(Long.MAX_VALUE, timeNs);
    }

    boolean takes(final long atSequence, final long atTimeNs) {
        return atSequence <= sequence && atTimeNs <= timeNs;
    }
}
