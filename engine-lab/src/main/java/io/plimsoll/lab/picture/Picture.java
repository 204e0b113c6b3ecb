package io.plimsoll.lab.picture;

/**
 * A picture that is drawn.
 *
 * @param file name of its file, such as {@code surface-pnl.svg}.
 * @param heading what it is.
 * @param caption how to read it.
 * @param svg the picture, 760 units wide.
 * @param narrow the same for a narrow screen, 340 units wide.
 */
public record Picture(String file, String heading, String caption, String svg, String narrow) {}
