package io.plimsoll.config;

/**
 * One thing that is wrong in a configuration file, and where.
 *
 * @param file name of the file as the user gave it.
 * @param line from 1; 0 when the file as a whole is meant.
 * @param column from 1; 0 when the file as a whole is meant.
 * @param problem what is wrong, what is allowed, and the nearest valid key where there is one. One line.
 */
public record ConfigError(String file, int line, int column, String problem) {
    /**
     * The error as {@code file:line:column: problem}, the form that editors and terminals turn into a link.
     *
     * @return one line.
     */
    @Override
    public String toString() {
        return line == 0 ? file + ": " + problem : file + ":" + line + ":" + column + ": " + problem;
    }
}
