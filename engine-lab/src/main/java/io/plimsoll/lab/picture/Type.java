package io.plimsoll.lab.picture;

/**
 * How letters look.
 *
 * @param size in units of the picture.
 * @param colour of the letters.
 * @param isBold whether they are bold.
 */
record Type(double size, String colour, boolean isBold) {
    static final Type TITLE = new Type(15, Svg.INK, true);
    static final Type TEXT = new Type(12, Svg.INK, false);
    static final Type BOLD = new Type(12, Svg.INK, true);
    static final Type SOFT = new Type(11, Svg.SOFT, false);

    private static final double WIDTH_OF_LETTER = 0.56;
    private static final double WIDTH_OF_BOLD = 0.62;

    /** The letters of a label on a line of that colour. */
    static Type label(final String colour) {
        return new Type(11, colour, true);
    }

    /** {@return how wide words are, about} */
    double width(final String words) {
        return words.length() * size * (isBold ? WIDTH_OF_BOLD : WIDTH_OF_LETTER);
    }
}
