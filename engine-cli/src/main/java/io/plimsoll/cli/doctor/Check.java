package io.plimsoll.cli.doctor;

/** One thing that should be right before an engine is run. */
public interface Check {
    /**
     * What is checked, in one or two words.
     *
     * @return the name.
     */
    String name();

    /**
     * Looks.
     *
     * @return what it found; never throws for what is wrong.
     */
    Finding look();
}
