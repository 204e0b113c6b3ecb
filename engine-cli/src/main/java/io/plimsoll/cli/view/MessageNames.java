package io.plimsoll.cli.view;

import io.plimsoll.config.Nearest;
import io.plimsoll.journal.MessageCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** Names of the messages that a journal holds. */
public final class MessageNames {
    /** Stands for every command. */
    static final String COMMAND = "command";

    /** Stands for every event. */
    static final String EVENT = "event";

    private MessageNames() {}

    /**
     * The name as the schema writes it.
     *
     * @param given in any case.
     * @return the name.
     * @throws IllegalArgumentException naming the nearest one, if a journal holds no such message.
     */
    public static String canonical(final String given) {
        final List<String> names = all();
        for (final String name : names) {
            if (name.equalsIgnoreCase(given)) {
                return name;
            }
        }
        throw new IllegalArgumentException("no message is called '" + given + "'"
                + Nearest.to(given, names)
                        .map(name -> "; did you mean '" + name + "'?")
                        .orElse("; names: " + String.join(", ", names)));
    }

    private static List<String> all() {
        return Stream.concat(
                        Stream.of(COMMAND, EVENT),
                        MessageCatalogue.journaled().stream().map(MessageCatalogue.Message::name))
                .toList();
    }
}
