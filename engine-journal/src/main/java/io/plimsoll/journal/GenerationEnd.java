package io.plimsoll.journal;

/** How a generation ends. */
public enum GenerationEnd {
    /** In order, by a note. */
    CLOSED,
    /** The engine died; the next start sealed it where it was valid. */
    CUT,
    /** Not yet: an engine writes it. */
    OPEN,
    /** The engine died and was not started again since. */
    NOT_CLOSED
}
