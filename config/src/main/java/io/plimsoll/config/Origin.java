package io.plimsoll.config;

/**
 * Where a value comes from.
 *
 * @param kind which layer of the configuration.
 * @param name of the file, of the environment variable, or {@code --set KEY}.
 * @param line in the file, from 1; 0 for what is not in a file.
 */
public record Origin(Kind kind, String name, int line) {
    /** The layers of a configuration, the weakest first. */
    public enum Kind {
        /** The file that ships with Plimsoll. */
        DEFAULT,
        /** A file of the user's. */
        FILE,
        /** An environment variable. */
        ENVIRONMENT,
        /** {@code --set} on the command line. */
        OPTION
    }

    /**
     * The origin for people.
     *
     * @return {@code default}, {@code file:line}, the variable's name, or {@code --set KEY}.
     */
    @Override
    public String toString() {
        return switch (kind) {
            case DEFAULT -> "default";
            case FILE -> name + ":" + line;
            case ENVIRONMENT, OPTION -> name;
        };
    }
}
