package io.plimsoll.lab.demo;

import java.nio.file.Path;

/**
 * How to run the demo.
 *
 * @param window commands in flight at most.
 * @param screenLines margin calls and triggers shown at most; the report has them all.
 * @param reportFolder where the report goes; made if need be.
 */
public record DemoOptions(int window, int screenLines, Path reportFolder) {
    private static final int WINDOW_DEFAULT = 256;
    private static final int WINDOW_MAX = 4_096;
    private static final int SCREEN_LINES_DEFAULT = 20;

    /** Checks the ranges. */
    public DemoOptions {
        if (window < 1 || window > WINDOW_MAX) {
            throw new DemoException("the window must be 1 to " + WINDOW_MAX + ", is " + window);
        }
        if (screenLines < 0) {
            throw new DemoException("the number of lines must not be negative, is " + screenLines);
        }
    }

    /**
     * The usual: 256 commands in flight, 20 lines on the screen.
     *
     * @param reportFolder where the report goes.
     * @return the options.
     */
    public static DemoOptions of(final Path reportFolder) {
        return new DemoOptions(WINDOW_DEFAULT, SCREEN_LINES_DEFAULT, reportFolder);
    }

    /**
     * The same with another number of lines.
     *
     * @param lines margin calls and triggers shown at most.
     * @return the options.
     */
    public DemoOptions withScreenLines(final int lines) {
        return new DemoOptions(window, lines, reportFolder);
    }
}
