package io.plimsoll.core.risk;

/** How an amount of an {@link AmountTree} comes about. */
public enum NodeKind {
    /** The sum of its children. */
    SUM,
    /** The largest of its children; the first of equals binds. */
    MAX,
    /** The smallest of its children; the first of equals binds. */
    MIN,
    /** Its child times a rate, rounded up. */
    SCALE,
    /** Measured or given. */
    LEAF,
    /** The amount of another node, which stands elsewhere. */
    SAME
}
