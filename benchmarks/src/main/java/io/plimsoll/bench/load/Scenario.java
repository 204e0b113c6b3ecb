package io.plimsoll.bench.load;

import io.plimsoll.core.engine.Limits;
import java.util.List;
import java.util.function.Consumer;

/** An endless stream of commands that a {@link Venue} accepts and that leaves it about as it was. */
public interface Scenario {
    /** {@return what it sends, for tables} */
    String name();

    /** {@return accounts that must be there, funded, from {@link Venue#FIRST_ACCOUNT} on} */
    int accounts();

    /** {@return how much the engine has room for} */
    default Limits limits() {
        return Venue.LIMITS;
    }

    /** {@return what is defined before anything else, accounts included} */
    default List<CommandFrame> definitions() {
        return Venue.definitions(accounts());
    }

    /** {@return what is paid in next} */
    default List<CommandFrame> deposits() {
        return Venue.deposits(accounts());
    }

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

    /** {@return what makes {@link #next} possible again, and is not measured; null: nothing is needed} */
    default CommandFrame undo() {
        return null;
    }
}
