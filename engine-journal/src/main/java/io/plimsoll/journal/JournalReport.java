package io.plimsoll.journal;

import java.util.List;
import java.util.Optional;

/**
 * What a check of all records found.
 *
 * @param generations number of generations.
 * @param files what each segment file holds, in order.
 * @param commands number of valid commands.
 * @param events number of valid events.
 * @param lastSequence last valid command.
 * @param lastTimeNs its time, ns since 1970-01-01T00:00:00Z.
 * @param errors what is wrong, at most one a queue; empty: nothing.
 */
public record JournalReport(
        int generations,
        List<FileReport> files,
        long commands,
        long events,
        long lastSequence,
        long lastTimeNs,
        List<JournalException> errors) {
    /** {@return where the journal is first damaged, if it is} */
    public Optional<JournalException> firstError() {
        return errors.stream().findFirst();
    }
}
