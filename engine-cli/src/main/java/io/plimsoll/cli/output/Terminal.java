package io.plimsoll.cli.output;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** Where a command writes to. */
public final class Terminal {
    private final PrintStream outStream;
    private final PrintStream errStream;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean errIsTerminal;
    private final boolean colour;
    private final LongSupplier nanoTime;

    /**
     * A terminal, or what stands for one.
     *
     * @param outStream for answers.
     * @param errStream for errors and progress.
     * @param errIsTerminal whether a person watches the errors.
     * @param colour whether colours are wanted.
     * @param nanoTime a clock for progress.
     */
    public Terminal(
            final PrintStream outStream,
            final PrintStream errStream,
            final boolean errIsTerminal,
            final boolean colour,
            final LongSupplier nanoTime) {
        this.outStream = outStream;
        this.errStream = errStream;
        this.out = new PrintWriter(outStream, false, StandardCharsets.UTF_8);
        this.err = new PrintWriter(errStream, true, StandardCharsets.UTF_8);
        this.errIsTerminal = errIsTerminal;
        this.colour = colour;
        this.nanoTime = nanoTime;
    }

    /** {@return for answers; to be flushed} */
    public PrintWriter out() {
        return out;
    }

    /** {@return for errors and progress; flushed with every line} */
    public PrintWriter err() {
        return err;
    }

    /** {@return the stream below {@link #out}} */
    public PrintStream outStream() {
        return outStream;
    }

    /** {@return the stream below {@link #err}} */
    public PrintStream errStream() {
        return errStream;
    }

    /** {@return whether a person watches the errors} */
    public boolean errIsTerminal() {
        return errIsTerminal;
    }

    /** {@return whether colours are wanted} */
    public boolean colour() {
        return colour;
    }

    /** {@return a clock for progress, in ns} */
    public LongSupplier nanoTime() {
        return nanoTime;
    }
}
