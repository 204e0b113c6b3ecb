package io.plimsoll.core.engine;

/** How many checks of orders were decided in which way since the engine began; no part of the state. */
final class OrderChecks {
    private long byBound;
    private long inFull;

    void byBound() {
        byBound++;
    }

    void inFull() {
        inFull++;
    }

    long checkedByBound() {
        return byBound;
    }

    long checkedInFull() {
        return inFull;
    }
}
