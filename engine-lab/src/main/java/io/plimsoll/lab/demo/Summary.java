package io.plimsoll.lab.demo;

import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.venue.Compared;
import io.plimsoll.lab.venue.JudgedTrigger.Verdict;
import io.plimsoll.lab.venue.VenueReport;
import io.plimsoll.sbe.RejectReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What the demo tells on the screen before and after it plays. */
final class Summary {
    private Summary() {}

    /** Lines before the tape is played. */
    static List<String> head(final Tape tape) {
        return List.of(
                "tape     " + tape.name() + ": " + tape.source(),
                "         " + Show.count(tape.accounts().size()) + " accounts, " + Show.count(tape.fills()) + " fills, "
                        + Show.count(tape.transfers()) + " transfers, "
                        + (tape.hasVenueList()
                                ? Show.count(tape.liquidations().size()) + " liquidations listed by the venue, "
                                : "")
                        + Show.day(tape.startNs()) + " to " + Show.day(tape.endNs()),
                "marks    " + tape.marks());
    }

    /** Lines after it was played. */
    static List<String> tail(final DemoResult result, final Path reportFolder) {
        final List<String> lines = new ArrayList<>();
        lines.add("played   " + Show.count(result.commands()) + " commands in " + seconds(result.elapsedNs()) + " s, "
                + Show.count(perSecond(result)) + " a second; client round trip with " + result.window()
                + " in flight: " + result.roundTrips().sentence());
        lines.add("engine   margin calls " + Show.count(result.marginCalls().size()) + ", liquidation triggers "
                + Show.count(result.triggers().size()) + ", withdrawals " + withdrawals(result) + others(result));
        if (result.venue() == null) {
            lines.add("venue    this tape has no list of real liquidations, so there is nothing to compare with");
        } else {
            venue(result.venue(), lines);
        }
        lines.add("state    " + Show.hash(result.stateHash()) + " after sequence " + Show.count(result.lastSequence()));
        lines.add("replay   " + result.replay().sentence());
        lines.add("report   " + reportFolder.resolve(ReportFiles.REPORT));
        return lines;
    }

    private static long perSecond(final DemoResult result) {
        return result.commands() * TimeUnit.SECONDS.toNanos(1) / Math.max(1, result.elapsedNs());
    }

    static String seconds(final long ns) {
        return String.format(Locale.ROOT, "%.1f", ns / 1e9);
    }

    static String withdrawals(final DemoResult result) {
        int whole = 0;
        int part = 0;
        for (final Withdrawal withdrawal : result.withdrawals()) {
            whole += withdrawal.paid() == withdrawal.asked() ? 1 : 0;
            part += withdrawal.paid() > 0 && withdrawal.paid() < withdrawal.asked() ? 1 : 0;
        }
        return result.withdrawals().size() + " (" + whole + " paid, " + part + " in part, "
                + (result.withdrawals().size() - whole - part) + " refused)";
    }

    private static String others(final DemoResult result) {
        final StringBuilder text = new StringBuilder();
        result.rejections().entrySet().stream()
                .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
                .forEach(entry -> text.append(", rejected ").append(rejection(entry.getKey(), entry.getValue())));
        return text + (result.alarms() == 0 ? "" : ", alarms " + result.alarms());
    }

    private static String rejection(final RejectReason reason, final int number) {
        return reason + " " + number;
    }

    private static void venue(final VenueReport venue, final List<String> lines) {
        final int total = venue.rows().size();
        lines.add("venue    notional agrees at " + venue.notionalAgrees() + " of " + total + " (within 5 %)");
        lines.add("         equity agrees at " + venue.equityAgrees() + " of " + total
                + " (within 1 % of notional); at the venue's own mark, where its notional tells it, at "
                + venue.equityAgreesAtVenueMark() + " of " + venue.knownVenueMarks());
        lines.add("         our status just before: " + venue.statusesBefore() + "; a trigger of ours within 6 h at "
                + venue.rowsWithTrigger() + " of " + total);
        for (final Compared row : venue.rows()) {
            if (!row.notionalAgrees()) {
                lines.add("         differs  " + Show.time(row.listed().timeNs()) + "  "
                        + row.listed().accountName() + "  venue "
                        + Show.usd(row.listed().notional()) + "  ours "
                        + Show.usd(row.notional()) + "  " + row.notionalCause());
            }
        }
        triggers(venue, lines);
        lines.add("         agreement of notional is a check of positions, not of triggers: the tape has no fees, no"
                + " funding and no oracle marks");
    }

    private static void triggers(final VenueReport venue, final List<String> lines) {
        lines.add("         our " + venue.triggers().size() + " triggers: the venue listed "
                + venue.triggersThatAre(Verdict.LISTED) + " within 6 h; it has none for "
                + venue.triggersThatAre(Verdict.VENUE_HAS_NONE) + "; "
                + (venue.triggersThatAre(Verdict.CLOSED_OUT_ON_TAPE) + venue.triggersThatAre(Verdict.AFTER_LIST))
                + " cannot be judged, most after the end of its list; "
                + (venue.triggersThatAre(Verdict.NO_DEPOSIT) + venue.triggersThatAre(Verdict.LIQUIDATOR))
                + " of accounts whose money is not on the tape; " + venue.triggersThatAre(Verdict.FLAT)
                + " of accounts already flat");
    }
}
