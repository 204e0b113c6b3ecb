package io.plimsoll.cli.view;

import io.plimsoll.journal.RecordView;

/** Prints records one by one, so that a dump of any length takes no memory. */
public interface RecordPrinter {
    /** Prints what stands before all records. */
    default void begin() {}

    /**
     * Prints a record.
     *
     * @param dumped valid until this returns.
     */
    void print(RecordView dumped);
}
