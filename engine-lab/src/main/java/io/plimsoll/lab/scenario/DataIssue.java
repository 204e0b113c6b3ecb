package io.plimsoll.lab.scenario;

/**
 * Something that is wrong with a price history.
 *
 * @param file name.
 * @param line from 1.
 * @param kind of the trouble.
 * @param text what is there, and what is made of it.
 */
public record DataIssue(String file, long line, IssueKind kind, String text) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + kind + ": " + text;
    }
}
