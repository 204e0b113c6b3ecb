package io.plimsoll.lab.venue;

import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.lab.tape.VenueLiquidation;
import java.util.ArrayList;
import java.util.List;

/**
 * All comparisons of a run, counted.
 *
 * @param rows one a listed liquidation.
 * @param triggers ours, in order, each with its verdict.
 */
public record VenueReport(List<Compared> rows, List<JudgedTrigger> triggers) {
    /** Share of liquidations whose notional must agree, in per cent. */
    public static final int AGREEMENT_MIN_PERCENT = 85;

    /** Copies the lists. */
    public VenueReport {
        rows = List.copyOf(rows);
        triggers = List.copyOf(triggers);
    }

    /** {@return number of rows whose notional agrees} */
    public int notionalAgrees() {
        return (int) rows.stream().filter(Compared::notionalAgrees).count();
    }

    /** {@return whether the notional agrees at enough rows} */
    public boolean agrees() {
        return 100 * notionalAgrees() >= AGREEMENT_MIN_PERCENT * rows.size();
    }

    /** {@return number of rows whose equity agrees} */
    public int equityAgrees() {
        return (int) rows.stream().filter(Compared::equityAgrees).count();
    }

    /** {@return number of rows where the venue's mark follows from its notional: our account has that one position} */
    public int knownVenueMarks() {
        return (int)
                rows.stream().filter(row -> row.equityAtVenueMark() != null).count();
    }

    /** {@return number of those whose equity agrees at that mark} */
    public int equityAgreesAtVenueMark() {
        return (int) rows.stream().filter(Compared::equityAgreesAtVenueMark).count();
    }

    /** {@return our status just before each close-out, counted, {@code NORMAL 29, MARGIN_CALL 6}; best first} */
    public String statusesBefore() {
        final List<String> parts = new ArrayList<>();
        for (final MarginStatus status : MarginStatus.values()) {
            final int number = statusBefore(status);
            if (number > 0) {
                parts.add(status + " " + number);
            }
        }
        return parts.isEmpty() ? "unknown" : String.join(", ", parts);
    }

    /**
     * Number of rows at which our account had a status just before the venue's close-out.
     *
     * @param status the status.
     * @return how many.
     */
    public int statusBefore(final MarginStatus status) {
        return (int) rows.stream()
                .filter(row -> row.ours() != null && row.ours().status() == status)
                .count();
    }

    /** {@return number of rows with a trigger of ours for the same account within six hours, before or after} */
    public int rowsWithTrigger() {
        int number = 0;
        for (final Compared row : rows) {
            number += triggers.stream().anyMatch(judged -> isNear(judged, row.listed())) ? 1 : 0;
        }
        return number;
    }

    private static boolean isNear(final JudgedTrigger judged, final VenueLiquidation listed) {
        return JudgedTrigger.isNear(judged.trigger(), listed);
    }

    /**
     * Number of triggers of a kind.
     *
     * @param verdict the kind.
     * @return how many.
     */
    public int triggersThatAre(final JudgedTrigger.Verdict verdict) {
        return (int)
                triggers.stream().filter(judged -> judged.verdict() == verdict).count();
    }
}
