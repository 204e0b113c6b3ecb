package io.plimsoll.bench.load;

import java.util.function.Consumer;

/** An endless stream of commands that a {@link Venue} accepts and that leaves it about as it was. */
public interface Scenario {
    /** {@return what it sends, for tables} */
    String name();

    /** {@return accounts that must be there, funded, from {@link Venue#FIRST_ACCOUNT} on} */
    int accounts();

    /**
     * Opens the positions it needs.
     *
     * @param send applies a command; the frame is used again afterwards.
     */
    void open(Consumer<CommandFrame> send);

    /**
     * The next command.
     *
     * @return a frame that is used again by a later call; source and source sequence are not its own.
     */
    CommandFrame next();
}
