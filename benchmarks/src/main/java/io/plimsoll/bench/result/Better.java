package io.plimsoll.bench.result;

/** Which way a figure improves. */
public enum Better {
    /** Less is better: times, bytes. */
    LOWER,
    /** More is better: rates. */
    HIGHER
}
