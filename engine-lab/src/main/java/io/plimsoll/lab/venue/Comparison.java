package io.plimsoll.lab.venue;

import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.tape.TapeEvent;
import io.plimsoll.lab.tape.VenueLiquidation;
import io.plimsoll.lab.text.Show;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares each listed liquidation with our account just before it.
 *
 * <p>The rule is fixed beforehand: a cross row is compared with the whole account, an isolated row with the position that the
 * tape shows was closed. A row that agrees only under the other rule counts as a disagreement, and its cause says so.
 */
public final class Comparison {
    private static final long NOTIONAL_TOLERANCE_DIVISOR = 20;
    private static final long EQUITY_TOLERANCE_DIVISOR = 100;
    private static final long FRESH_NS = 60_000_000_000L;

    private final Tape tape;
    private final Map<Integer, Long> refusedSinceNs;
    private final Set<Integer> depositors = new HashSet<>();

    /**
     * A comparison.
     *
     * @param tape that was played; instrument ids are coin indexes + 1.
     * @param refusedSinceNs by account index, when a withdrawal was first refused or cut.
     */
    public Comparison(final Tape tape, final Map<Integer, Long> refusedSinceNs) {
        this.tape = tape;
        this.refusedSinceNs = Map.copyOf(refusedSinceNs);
        for (final TapeEvent event : tape.events()) {
            if (event instanceof TapeEvent.Ledger ledger && ledger.amount() > 0) {
                depositors.add(ledger.account());
            }
        }
    }

    /**
     * Compares one row.
     *
     * @param point the row and what the tape shows.
     * @param ours the engine's figures just before it; null when the tape knows no such account.
     * @return both and the verdicts.
     */
    public Compared compare(final LiquidationPoint point, final AccountFigures ours) {
        final VenueLiquidation listed = point.listed();
        if (ours == null) {
            final String cause = "the tape knows no such account";
            return new Compared(listed, null, 0, false, false, null, false, cause, cause);
        }
        final List<Integer> closed = instruments(point);
        final long notional = listed.isolated() && !closed.isEmpty() ? ours.notionalOf(closed) : ours.notional();
        final boolean notionalAgrees =
                agrees(notional, listed.notional(), listed.notional() / NOTIONAL_TOLERANCE_DIVISOR);
        final long equityTolerance = listed.notional() / EQUITY_TOLERANCE_DIVISOR;
        final boolean equityAgrees = agrees(ours.equity(), listed.accountValue(), equityTolerance);
        final Long atVenueMark = equityAtVenueMark(point, ours);
        final boolean agreesAtVenueMark =
                atVenueMark != null && agrees(atVenueMark, listed.accountValue(), equityTolerance);
        return new Compared(
                listed,
                ours,
                notional,
                notionalAgrees,
                equityAgrees,
                atVenueMark,
                agreesAtVenueMark,
                notionalAgrees ? "" : notionalCause(point, ours),
                equityAgrees ? "" : equityCause(point, ours, agreesAtVenueMark));
    }

    private static boolean agrees(final long ours, final long venues, final long tolerance) {
        return Math.abs(ours - venues) <= tolerance;
    }

    private static List<Integer> instruments(final LiquidationPoint point) {
        return point.closed().stream().map(closed -> closed.coin() + 1).toList();
    }

    /** With one position, of the size that was closed, the venue's notional tells its mark; the rest follows. */
    private static Long equityAtVenueMark(final LiquidationPoint point, final AccountFigures ours) {
        if (ours.positions().size() != 1 || !closesWhatWeHold(point, ours)) {
            return null;
        }
        final long moved = point.listed().notional() - ours.notional();
        return ours.equity() + (ours.positions().get(0).lots() > 0 ? moved : -moved);
    }

    private static boolean closesWhatWeHold(final LiquidationPoint point, final AccountFigures ours) {
        for (final LiquidationPoint.Closed closed : point.closed()) {
            if (ours.lotsOf(closed.coin() + 1) != -closed.lots()) {
                return false;
            }
        }
        return !point.closed().isEmpty();
    }

    private String notionalCause(final LiquidationPoint point, final AccountFigures ours) {
        final VenueLiquidation listed = point.listed();
        if (point.closed().isEmpty()) {
            return "the tape shows no close-out of this account in that second";
        }
        if (listed.isolated()
                && agrees(ours.notional(), listed.notional(), listed.notional() / NOTIONAL_TOLERANCE_DIVISOR)) {
            return "the venue's row gives the whole account, not the isolated position: ours as a whole is "
                    + Show.usd(ours.notional()) + " (" + Show.change(ours.notional(), listed.notional()) + ")";
        }
        if (!closesWhatWeHold(point, ours)) {
            return "positions differ from what was closed: " + differences(point, ours);
        }
        return "mark: " + markAges(point);
    }

    private String differences(final LiquidationPoint point, final AccountFigures ours) {
        final List<String> parts = new ArrayList<>();
        for (final LiquidationPoint.Closed closed : point.closed()) {
            parts.add(tape.coins().get(closed.coin()).name() + " " + ours.lotsOf(closed.coin() + 1) + " lots held, "
                    + -closed.lots() + " closed");
        }
        return String.join("; ", parts);
    }

    private String markAges(final LiquidationPoint point) {
        final List<String> parts = new ArrayList<>();
        for (final LiquidationPoint.Closed closed : point.closed()) {
            final String coin = tape.coins().get(closed.coin()).name();
            if (closed.markAgeNs() < 0) {
                parts.add(coin + " had none");
            } else {
                parts.add("the last of " + coin + " on the tape was " + Show.span(closed.markAgeNs()) + " old");
            }
        }
        return String.join(", ", parts);
    }

    private String equityCause(
            final LiquidationPoint point, final AccountFigures ours, final boolean agreesAtVenueMark) {
        final VenueLiquidation listed = point.listed();
        if (agreesAtVenueMark) {
            return "mark: agrees at the venue's own mark; " + markAges(point);
        }
        if (!depositors.contains(listed.account())) {
            return "no deposit of this account on the tape";
        }
        if (listed.isolated() && ours.positions().size() > 1) {
            return "the venue's figure is of an isolated position, ours of the whole account";
        }
        final Long refused = refusedSinceNs.get(listed.account());
        if (refused != null && refused < listed.timeNs()) {
            return "a withdrawal before it could not be paid in full: money is missing on the tape";
        }
        final boolean stale = point.closed().stream().anyMatch(closed -> closed.markAgeNs() > FRESH_NS);
        return "no fees and no funding on the tape" + (stale ? "; mark: " + markAges(point) : "");
    }
}
