package io.plimsoll.journal;

import java.nio.file.Path;

/** The journal cannot be read any further: says what is wrong and exactly where. Nothing was changed. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final JournalError error;
    private final int generation;
    private final String file;
    private final long sequence;

    /**
     * Says what is wrong and where.
     *
     * @param error what kind.
     * @param generation number of the generation.
     * @param file concerned.
     * @param sequence of the record concerned; for a gap the sequence that was expected.
     * @param detail in words, with the figures found and expected.
     */
    public JournalException(
            final JournalError error, final int generation, final Path file, final long sequence, final String detail) {
        super(error + " in generation " + generation + ", file " + file + ", sequence " + sequence + ": " + detail);
        this.error = error;
        this.generation = generation;
        this.file = file.toString();
        this.sequence = sequence;
    }

    /**
     * Kind of the error.
     *
     * @return the kind.
     */
    public JournalError error() {
        return error;
    }

    /**
     * Generation in which it was found.
     *
     * @return number of the generation.
     */
    public int generation() {
        return generation;
    }

    /**
     * File in which it was found.
     *
     * @return path of the file.
     */
    public String file() {
        return file;
    }

    /**
     * Sequence of the command concerned; for a gap the one that was expected.
     *
     * @return sequence.
     */
    public long sequence() {
        return sequence;
    }
}
