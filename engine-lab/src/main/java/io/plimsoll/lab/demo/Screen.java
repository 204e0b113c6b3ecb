package io.plimsoll.lab.demo;

import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.tape.VenueLiquidation;
import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.venue.JudgedTrigger;
import io.plimsoll.lab.venue.Trigger;
import io.plimsoll.lab.venue.TriggerJudge;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Shows margin calls and liquidation triggers as they happen, up to a number of lines, and for one account at most one of
 * each kind in an hour of the tape's time. The report has them all.
 */
final class Screen {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private final Tape tape;
    private final TriggerJudge judge;
    private final PrintStream out;
    private final Progress progress;
    private final int linesMax;
    private final Map<Long, Long> lastCallNs = new HashMap<>();
    private final Map<Long, Long> lastTriggerNs = new HashMap<>();
    private int lines;

    Screen(final Tape tape, final PrintStream out, final Progress progress, final int linesMax) {
        this.tape = tape;
        this.judge = new TriggerJudge(tape);
        this.out = out;
        this.progress = progress;
        this.linesMax = linesMax;
    }

    void marginCall(final MarginCall call) {
        if (isNews(lastCallNs, call.account(), call.timeNs()) && hasRoom()) {
            line(head(call.timeNs(), call.account()) + "MARGIN CALL  " + Show.usd(call.toLiquidation())
                    + " above maintenance, " + Show.usd(call.shortfall()) + " short of initial margin");
        }
    }

    void trigger(final Trigger trigger) {
        if (isNews(lastTriggerNs, trigger.account(), trigger.timeNs()) && hasRoom()) {
            line(head(trigger.timeNs(), trigger.account()) + trigger.status() + "  equity " + Show.usd(trigger.equity())
                    + " < maintenance " + Show.usd(trigger.maintenanceMargin()) + "  notional "
                    + Show.usd(trigger.notional()) + venue(trigger));
        }
    }

    private String head(final long timeNs, final long account) {
        return Show.time(timeNs) + "  " + Ids.name(tape, account) + "  ";
    }

    private String venue(final Trigger trigger) {
        if (trigger.notional() == 0) {
            return "  flat, and owes";
        }
        if (!tape.hasVenueList()) {
            return "";
        }
        final JudgedTrigger judged = judge.judge(trigger);
        return "  venue: " + (judged.nearest() == null ? "none" : distance(trigger, judged.nearest()));
    }

    private static String distance(final Trigger trigger, final VenueLiquidation listed) {
        final long later = listed.timeNs() - trigger.timeNs();
        return later == 0 ? "same second" : Show.span(Math.abs(later)) + (later > 0 ? " later" : " before");
    }

    private static boolean isNews(final Map<Long, Long> lastNs, final long account, final long timeNs) {
        final Long last = lastNs.get(account);
        if (last != null && timeNs - last < HOUR_NS) {
            return false;
        }
        lastNs.put(account, timeNs);
        return true;
    }

    private boolean hasRoom() {
        lines++;
        if (lines == linesMax + 1) {
            line("... further margin calls and triggers are counted below and listed in the report");
        }
        return lines <= linesMax;
    }

    private void line(final String text) {
        progress.clear();
        out.println(text);
    }
}
