package io.plimsoll.lab.demo;

import io.plimsoll.lab.text.Show;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Progress as a bar that is drawn over itself on a terminal, or as a plain line every two seconds elsewhere. */
public final class ProgressLine implements Progress {
    private static final int BAR_WIDTH = 24;
    private static final long PLAIN_EVERY_NS = TimeUnit.SECONDS.toNanos(2);
    private static final String ERASE_LINE = "\r\u001B[2K";

    private final PrintStream out;
    private final boolean terminal;
    private long lastPlainNs = System.nanoTime();
    private boolean drawn;

    /**
     * A display.
     *
     * @param out where to, usually standard error.
     * @param terminal whether it is a terminal that can draw over a line.
     */
    public ProgressLine(final PrintStream out, final boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void show(final long done, final long total, final long perSecond, final RoundTrips roundTrips) {
        final String text = String.format(
                Locale.ROOT,
                "%3d %%  %s of %s events  %s commands/s  %s",
                100 * done / total,
                Show.count(done),
                Show.count(total),
                Show.count(perSecond),
                roundTrips.sentence());
        if (terminal) {
            final int full = (int) (BAR_WIDTH * done / total);
            out.print(ERASE_LINE + "play " + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + " " + text);
            out.flush();
            drawn = true;
        } else if (System.nanoTime() - lastPlainNs > PLAIN_EVERY_NS) {
            lastPlainNs = System.nanoTime();
            out.println("play " + text);
        }
    }

    @Override
    public void clear() {
        if (drawn) {
            out.print(ERASE_LINE);
            out.flush();
            drawn = false;
        }
    }

    @Override
    public void done() {
        clear();
    }
}
