package io.plimsoll.cli.doctor;

/** Outcome of a check. */
public enum Verdict {
    /** As it should be. */
    OK,
    /** It works, but not as well or as safely as it could. */
    WARN,
    /** An engine should not be run so. */
    FAIL,
    /** Not checked here. */
    SKIP
}
