package io.plimsoll.lab.picture;

/**
 * What a picture shows, for those who see it alone.
 *
 * @param heading what it is.
 * @param of whose, when, under which model.
 */
record Title(String heading, String of) {
    /** Height of a drawn title. */
    static final double HEIGHT = 56;

    private static final double LEFT = 10;

    void draw(final Svg svg, final String unit) {
        svg.text(LEFT, 19, heading, Svg.Anchor.START, Type.TITLE);
        svg.text(LEFT, 35, of, Svg.Anchor.START, Type.SOFT);
        svg.text(LEFT, 50, unit, Svg.Anchor.START, Type.SOFT);
    }
}
