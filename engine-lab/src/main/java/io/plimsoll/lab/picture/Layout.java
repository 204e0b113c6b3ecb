package io.plimsoll.lab.picture;

/** How much room a picture has. */
enum Layout {
    /** A page, a screen. */
    WIDE(760, 62, 330, 11),
    /** A telephone. */
    NARROW(340, 46, 250, 5);

    private final double width;
    private final double left;
    private final double plotHeight;
    private final int ticks;

    Layout(final double width, final double left, final double plotHeight, final int ticks) {
        this.width = width;
        this.left = left;
        this.plotHeight = plotHeight;
        this.ticks = ticks;
    }

    double width() {
        return width;
    }

    /** {@return room for the numbers of the vertical axis} */
    double left() {
        return left;
    }

    double plotHeight() {
        return plotHeight;
    }

    /** {@return most numbers along the horizontal axis} */
    int ticks() {
        return ticks;
    }
}
