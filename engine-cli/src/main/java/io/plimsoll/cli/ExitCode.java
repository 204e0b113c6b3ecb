package io.plimsoll.cli;

/** What the process ends with. Part of the interface: never given another meaning. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    static final int DIFFERENCE = 3;
    static final int CORRUPT = 4;
    static final int GAP = 5;
    static final int ENGINE_FAULT = 6;
    static final int LOCKED = 7;

    private ExitCode() {}
}
