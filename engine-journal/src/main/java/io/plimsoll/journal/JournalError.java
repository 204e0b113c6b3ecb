package io.plimsoll.journal;

/** What is wrong with a journal. */
public enum JournalError {
    /** A sequence is missing: the record found is not the one that must come next. */
    GAP,
    /** The checksum of an envelope or of a payload does not match. */
    BAD_CRC,
    /** A record is whole but does not follow the one before it: spliced, swapped or from another journal. */
    BROKEN_CHAIN,
    /** A format, schema or rules version that this build does not read. */
    UNKNOWN_VERSION,
    /** A record or manifest carries another generation's epoch. */
    WRONG_GENERATION,
    /** The queue ends before the last record that is known to exist. */
    TRUNCATED,
    /** A file that must exist does not, or is empty. */
    MISSING_FILE,
    /** A manifest or a closing note cannot be read. */
    BAD_MANIFEST,
    /** The journal was written by an engine with other limits. */
    LIMITS_DIFFER,
    /** The journal was opened anew and cut before what this reader had delivered. */
    ROLLED_BACK,
    /** Replay made another event or another state hash than the journal holds. */
    DIFFERENCE
}
