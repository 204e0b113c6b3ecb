package io.plimsoll.client;

/**
 * How far a client has seen the event stream. Keep it, and a later process goes on right after it.
 *
 * <p>Events that wait for the disk come in an order of their own, so there are two marks: the last completion seen, which
 * proves that both sides speak of the same history, and a completion before which nothing is missing in either order.
 *
 * @param epoch epoch of the last completion seen; 0 in {@link #NOW}, -1 in {@link #START}.
 * @param sequence sequence of that completion.
 * @param chain chain of that completion's record.
 * @param durableSequence every event of the durable kind up to this sequence was seen.
 * @param baseEpoch epoch of a completion at or before both sequences; 0: none.
 * @param baseSequence sequence of that completion.
 * @param baseChain chain of that completion's record.
 */
public record ResumePoint(
        long epoch,
        long sequence,
        long chain,
        long durableSequence,
        long baseEpoch,
        long baseSequence,
        long baseChain) {
    /** From what happens from now on. */
    public static final ResumePoint NOW = new ResumePoint(0, 0, 0, 0, 0, 0, 0);

    /** From the first event of the journal. */
    public static final ResumePoint START = new ResumePoint(-1, 0, 0, 0, 0, 0, 0);
}
