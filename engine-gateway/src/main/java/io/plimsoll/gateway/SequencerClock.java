package io.plimsoll.gateway;

/** Time of commands. Never goes back. One thread. */
interface SequencerClock {
    /** Time for the next command, ns since 1970. */
    long next();

    /** A command asks to move time; only a clock of commands obeys, and never backwards. */
    void advanceTo(long timeNs);

    /** Whether ticks are due after silence. */
    boolean ticks();

    /** Whether the clock can be trusted; once false it stays false. */
    boolean isSound();
}
