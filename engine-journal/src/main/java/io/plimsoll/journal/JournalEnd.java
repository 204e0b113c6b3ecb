package io.plimsoll.journal;

/**
 * A point between two commands: up to where both queues of a journal are valid. Events may lag behind commands, never
 * the reverse.
 *
 * @param lastSequence last command; 0: none.
 * @param lastTimeNs its time, ns since 1970-01-01T00:00:00Z.
 * @param commandChain chain of its record.
 * @param eventsSequence last command whose events are all there.
 * @param eventChain chain of its completion.
 */
public record JournalEnd(long lastSequence, long lastTimeNs, long commandChain, long eventsSequence, long eventChain) {
    /** Before the first command. */
    public static final JournalEnd NONE = new JournalEnd(0, 0, 0, 0, 0);
}
