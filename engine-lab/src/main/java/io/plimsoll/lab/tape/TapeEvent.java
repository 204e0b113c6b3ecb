package io.plimsoll.lab.tape;

/** Something that happened on the venue, at a time. */
public sealed interface TapeEvent {
    /** {@return ns since 1970-01-01T00:00:00Z} */
    long timeNs();

    /**
     * Money that came in or went out.
     *
     * @param timeNs when.
     * @param account index of the account in {@link Tape#accounts()}.
     * @param amount signed, millionths of a dollar; never 0.
     */
    record Ledger(long timeNs, int account, long amount) implements TapeEvent {}

    /**
     * A mark price from outside the tape's own fills.
     *
     * @param timeNs when it became known.
     * @param coin index of the coin in {@link Tape#coins()}.
     * @param ticks price.
     */
    record Mark(long timeNs, int coin, long ticks) implements TapeEvent {}

    /**
     * One account's side of a trade.
     *
     * @param timeNs when.
     * @param account index of the account in {@link Tape#accounts()}.
     * @param coin index of the coin in {@link Tape#coins()}.
     * @param ticks price.
     * @param lots signed, positive bought; never 0.
     * @param taker whether the account took.
     * @param closeOut whether this is a venue's forced close-out, whose price is that of the account's bankruptcy and no
     *     market price.
     */
    record Fill(long timeNs, int account, int coin, long ticks, long lots, boolean taker, boolean closeOut)
            implements TapeEvent {}
}
