package io.plimsoll.lab.picture;

/** Places in a picture; y counts downwards. */
final class Shape {
    private Shape() {}

    /**
     * A place.
     *
     * @param x from the left.
     * @param y from the top.
     */
    record Point(double x, double y) {}

    /**
     * A rectangle.
     *
     * @param left its left side.
     * @param top its upper side.
     * @param width to the right.
     * @param height downwards.
     */
    record Box(double left, double top, double width, double height) {
        /** A box around a point. */
        static Box around(final Point middle, final double width, final double height) {
            return new Box(middle.x() - width / 2, middle.y() - height / 2, width, height);
        }

        double right() {
            return left + width;
        }

        double bottom() {
            return top + height;
        }

        boolean overlaps(final Box other) {
            return left < other.right() && other.left < right() && top < other.bottom() && other.top < bottom();
        }

        /** The same with more room on each side. */
        Box wider(final double by) {
            return new Box(left - by, top - by, width + 2 * by, height + 2 * by);
        }

        /** The same moved into another, which is larger. */
        Box within(final Box other) {
            return new Box(
                    Math.max(other.left, Math.min(other.right() - width, left)),
                    Math.max(other.top, Math.min(other.bottom() - height, top)),
                    width,
                    height);
        }
    }
}
