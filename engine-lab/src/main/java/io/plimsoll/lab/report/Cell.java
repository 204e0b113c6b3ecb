package io.plimsoll.lab.report;

/**
 * A cell of a table.
 *
 * @param text what it says.
 * @param look how it looks.
 */
public record Cell(String text, Look look) {
    /** How a cell looks. The judging ones carry a mark besides their colour. */
    public enum Look {
        /** Text, to the left. */
        TEXT,
        /** A number, to the right. */
        NUMBER,
        /** As it should be. */
        GOOD,
        /** Not as it should be. */
        BAD,
        /** Cannot be told. */
        UNSURE;

        String cssClass() {
            return switch (this) {
                case TEXT -> "text";
                case NUMBER -> "number";
                case GOOD -> "good";
                case BAD -> "bad";
                case UNSURE -> "unsure";
            };
        }
    }

    /**
     * Text.
     *
     * @param text what it says.
     * @return the cell.
     */
    public static Cell text(final String text) {
        return new Cell(text, Look.TEXT);
    }

    /**
     * A number.
     *
     * @param text its digits.
     * @return the cell.
     */
    public static Cell number(final String text) {
        return new Cell(text, Look.NUMBER);
    }
}
