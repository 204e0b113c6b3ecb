package io.plimsoll.journal;

/** Answer to a subscriber that wants to go on where it stopped. */
public enum Resume {
    /** The journal holds what the subscriber has seen; the reader stands right after it. */
    OK,
    /** It does not: the reader stands after the last sequence that both share. */
    ROLLED_BACK
}
