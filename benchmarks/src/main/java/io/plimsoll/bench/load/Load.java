package io.plimsoll.bench;

/** An endless stream of accepted commands that leaves the engine about as it was. */
interface Load {
    /**
     * Applies the next command.
     *
     * @return events so far, so that nothing can be optimised away.
     */
    long next();
}
