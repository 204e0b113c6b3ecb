package io.plimsoll.core.math;

/**
 * The loops over arrays that most time goes into. All implementations give the same bits; the one in plain Java is the reference,
 * others make use of what a processor or a Java has besides.
 */
public interface ArrayLoops {
    /** {@return a new block of options} */
    BlackBlock black();

    /** {@return a new search for the lowest numbers} */
    Lowest lowest();

    /** {@return the pass over several rows} */
    RowSums rowSums();

    /** {@return the fastest loops that this Java has} */
    static ArrayLoops fastest() {
        return FastestLoops.LOOPS;
    }

    /** {@return the loops in plain Java} */
    static ArrayLoops plain() {
        return PlainLoops.LOOPS;
    }

    /** Where an implementation comes from; looked for as a service, once. */
    interface Provider {
        /** {@return whether this Java has what the loops need} */
        boolean isUsable();

        /** {@return the loops} */
        ArrayLoops loops();
    }
}
