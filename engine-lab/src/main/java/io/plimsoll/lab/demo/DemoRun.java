package io.plimsoll.lab.demo;

import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.venue.AccountFigures;
import io.plimsoll.lab.venue.Compared;
import io.plimsoll.lab.venue.Comparison;
import io.plimsoll.lab.venue.JudgedTrigger;
import io.plimsoll.lab.venue.LiquidationPoint;
import io.plimsoll.lab.venue.LiquidationPoints;
import io.plimsoll.lab.venue.TriggerJudge;
import io.plimsoll.lab.venue.VenueReport;
import io.plimsoll.sbe.RejectReason;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole demo: plays a tape through an engine as its client, ends the engine, looks into its journal, compares with the
 * venue, has the journal replayed in a fresh process, and reports.
 */
public final class DemoRun {
    private final Tape tape;
    private final DemoOptions options;
    private final EngineHost host;
    private final PrintStream out;
    private final Progress progress;

    /**
     * A demo.
     *
     * @param tape to play.
     * @param options how.
     * @param host starts the engine and reads its journal.
     * @param out for the user, usually standard output.
     * @param progress shows how far it is.
     */
    public DemoRun(
            final Tape tape,
            final DemoOptions options,
            final EngineHost host,
            final PrintStream out,
            final Progress progress) {
        this.tape = tape;
        this.options = options;
        this.host = host;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Does it all.
     *
     * @return what was done; already shown and reported.
     * @throws DemoException when it cannot go on.
     */
    public DemoResult run() {
        Summary.head(tape).forEach(out::println);
        final List<LiquidationPoint> points = LiquidationPoints.of(tape);
        final TapeSteps steps = new TapeSteps(tape, points);
        final TapePlayer player = new TapePlayer(tape, steps, options.window(), progress);
        final DemoNews news = new DemoNews(new Screen(tape, out, progress, options.screenLines()));
        play(player, news);
        final VenueReport venue = tape.hasVenueList() ? compare(points, steps, news) : null;
        final DemoResult result = new DemoResult(
                tape,
                player.commands(),
                player.elapsedNs(),
                options.window(),
                player.roundTrips(),
                List.copyOf(news.marginCalls()),
                List.copyOf(news.triggers()),
                List.copyOf(steps.withdrawals()),
                Map.copyOf(steps.rejections()),
                news.alarms(),
                venue,
                news.lastSequence(),
                news.stateHash(),
                host.verify(news.lastSequence(), news.stateHash()));
        new ReportFiles(result, options.reportFolder()).write();
        Summary.tail(result, options.reportFolder()).forEach(out::println);
        return result;
    }

    private void play(final TapePlayer player, final DemoNews news) {
        try (CommandPort port = host.start(news)) {
            player.play(port, news);
        } catch (final RuntimeException failure) {
            try {
                host.stop();
            } catch (final RuntimeException later) {
                failure.addSuppressed(later);
            }
            throw failure;
        }
        host.stop();
    }

    private VenueReport compare(final List<LiquidationPoint> points, final TapeSteps steps, final DemoNews news) {
        final AccountFigures[] ours = figures(points, steps.commandOfPoint());
        final Comparison comparison = new Comparison(tape, refusedSince(steps.withdrawals()));
        final List<Compared> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            rows.add(comparison.compare(points.get(i), ours[i]));
        }
        final TriggerJudge judge = new TriggerJudge(tape);
        final List<JudgedTrigger> judged =
                news.triggers().stream().map(judge::judge).toList();
        return new VenueReport(rows, judged);
    }

    /** Our side comes from the engine itself: its journal, replayed up to the command before each close-out. */
    private AccountFigures[] figures(final List<LiquidationPoint> points, final long[] commandOfPoint) {
        final Map<Long, List<Integer>> pointsByCommand = new HashMap<>();
        for (int i = 0; i < commandOfPoint.length; i++) {
            pointsByCommand
                    .computeIfAbsent(commandOfPoint[i], c -> new ArrayList<>())
                    .add(i);
        }
        final AccountFigures[] figures = new AccountFigures[points.size()];
        host.replay((sequence, engine) -> {
            for (final int point : pointsByCommand.getOrDefault(sequence, List.of())) {
                final int account = points.get(point).listed().account();
                figures[point] = account < 0 ? null : AccountFigures.of(engine, Ids.account(account));
            }
        });
        return figures;
    }

    private static Map<Integer, Long> refusedSince(final List<Withdrawal> withdrawals) {
        final Map<Integer, Long> since = new HashMap<>();
        for (final Withdrawal withdrawal : withdrawals) {
            if (withdrawal.firstReason() != RejectReason.NONE) {
                since.putIfAbsent(withdrawal.account(), withdrawal.timeNs());
            }
        }
        return since;
    }
}
