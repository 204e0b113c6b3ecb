package io.plimsoll.cli.output;

import java.util.Locale;

/** Says on stderr how far a long command is: a bar where a person watches, else a plain line every 5 s. */
public final class Progress implements AutoCloseable {
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final long BAR_EVERY_NS = 100 * MILLISECOND_NS;
    private static final long LINE_EVERY_NS = 5_000 * MILLISECOND_NS;
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_S = 60;
    private static final int BAR_WIDTH = 30;

    private final Terminal terminal;
    private final String what;
    private final String unit;
    private final boolean silent;
    private final boolean bar;
    private final long startNs;
    private long lastNs;
    private int shown;

    /** How progress is shown. */
    public enum Mode {
        /** A bar on a terminal, else plain lines. */
        AUTO,
        /** Plain lines. */
        PLAIN,
        /** Not at all. */
        NONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Begins.
     *
     * @param mode how it is shown.
     * @param terminal where.
     * @param what is done, in one word.
     * @param unit of what is counted, in the plural.
     */
    public Progress(final Mode mode, final Terminal terminal, final String what, final String unit) {
        this.terminal = terminal;
        this.what = what;
        this.unit = unit;
        this.silent = mode == Mode.NONE;
        this.bar = mode == Mode.AUTO && terminal.errIsTerminal();
        this.startNs = terminal.nanoTime().getAsLong();
        this.lastNs = startNs;
    }

    /**
     * Tells how far it is. Costs a look at the clock; shows something only now and then.
     *
     * @param done so far.
     * @param total of all; 0: unknown.
     */
    public void at(final long done, final long total) {
        final long nowNs = terminal.nanoTime().getAsLong();
        if (silent || nowNs - lastNs < (bar ? BAR_EVERY_NS : LINE_EVERY_NS)) {
            return;
        }
        lastNs = nowNs;
        final String text = text(done, total, (nowNs - startNs) / MILLISECOND_NS);
        if (bar) {
            final String rest = " ".repeat(Math.max(0, shown - text.length()));
            terminal.err().print("\r" + text + rest);
            shown = text.length();
        } else {
            terminal.err().println(text);
        }
        terminal.err().flush();
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (shown > 0) {
            terminal.err().print("\r" + " ".repeat(shown) + "\r");
            terminal.err().flush();
            shown = 0;
        }
    }

    private String text(final long done, final long total, final long elapsedMs) {
        final StringBuilder text = new StringBuilder(what);
        if (total > 0) {
            final int percent = (int) Math.min(100, done * 100 / total);
            if (bar) {
                final int full = percent * BAR_WIDTH / 100;
                text.append(" [")
                        .append("#".repeat(full))
                        .append(".".repeat(BAR_WIDTH - full))
                        .append(']');
            }
            text.append(' ').append(percent).append(" %");
        }
        text.append(": ").append(Texts.count(done));
        if (total > 0) {
            text.append(" of ").append(Texts.count(total));
        }
        text.append(' ').append(unit);
        text.append(", ")
                .append(Texts.count(done * SECOND_MS / Math.max(1, elapsedMs)))
                .append("/s");
        if (total > done && done > 0) {
            text.append(", ")
                    .append(timeLeft(elapsedMs * (total - done) / done))
                    .append(" left");
        }
        return text.toString();
    }

    private static String timeLeft(final long millis) {
        final long seconds = (millis + SECOND_MS - 1) / SECOND_MS;
        final String text = seconds % MINUTE_S + " s";
        return seconds < MINUTE_S ? text : seconds / MINUTE_S + " min " + text;
    }
}
