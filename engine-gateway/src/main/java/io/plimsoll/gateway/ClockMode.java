package io.plimsoll.gateway;

/** Where the sequencer's time comes from. */
public enum ClockMode {
    /** The machine's clock, strictly increasing; a tick is sequenced after a time of silence. */
    WALL,
    /** Only the command AdvanceTime moves time: demo, simulation, backtest. */
    COMMANDS
}
