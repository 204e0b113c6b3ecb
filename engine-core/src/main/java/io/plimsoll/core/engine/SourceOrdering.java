package io.plimsoll.core.engine;

/** How a source's own sequence is checked. */
public enum SourceOrdering {
    /** n+1 applies; n and below repeats the answer; a gap is refused. */
    STRICT(1),
    /** Gaps are legal, older is dropped and counted. */
    MONOTONE(2);

    private final int code;

    SourceOrdering(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
