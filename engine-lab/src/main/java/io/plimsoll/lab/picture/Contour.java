package io.plimsoll.lab.picture;

import io.plimsoll.lab.picture.Surface.Move;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Lines of one height through heights at the points of a grid, by marching squares: straight within a square, where the height
 * is interpolated along its sides.
 */
final class Contour {
    private final double[] xs;
    private final double[] ys;
    private final double[][] heights;
    private final List<Move[]> pieces = new ArrayList<>();

    private Contour(final double[] xs, final double[] ys, final double[][] heights) {
        this.xs = xs;
        this.ys = ys;
        this.heights = heights;
    }

    /**
     * Finds the lines.
     *
     * @param xs where the columns are.
     * @param ys where the rows are.
     * @param heights by row and column.
     * @param level the height of the lines.
     * @return the lines, the longest first; a closed one ends where it begins.
     */
    static List<List<Move>> of(final double[] xs, final double[] ys, final double[][] heights, final double level) {
        final double[][] above = new double[ys.length][];
        for (int row = 0; row < ys.length; row++) {
            above[row] =
                    Arrays.stream(heights[row]).map(height -> height - level).toArray();
        }
        final Contour contour = new Contour(xs, ys, above);
        for (int row = 0; row + 1 < ys.length; row++) {
            for (int column = 0; column + 1 < xs.length; column++) {
                contour.square(row, column);
            }
        }
        return contour.joined();
    }

    private void square(final int row, final int column) {
        final List<Move> crossings = new ArrayList<>();
        side(row, column, row, column + 1, crossings);
        side(row, column + 1, row + 1, column + 1, crossings);
        side(row + 1, column, row + 1, column + 1, crossings);
        side(row, column, row + 1, column, crossings);
        if (crossings.size() == 2) {
            pieces.add(new Move[] {crossings.get(0), crossings.get(1)});
        } else if (crossings.size() == 4) {
            saddle(row, column, crossings);
        }
    }

    /** The height at the middle says which corners go together. */
    private void saddle(final int row, final int column, final List<Move> crossings) {
        final double middle = heights[row][column]
                + heights[row][column + 1]
                + heights[row + 1][column]
                + heights[row + 1][column + 1];
        final boolean isFirstAlone = heights[row][column] >= 0 != middle >= 0;
        pieces.add(new Move[] {crossings.get(0), crossings.get(isFirstAlone ? 3 : 1)});
        pieces.add(new Move[] {crossings.get(2), crossings.get(isFirstAlone ? 1 : 3)});
    }

    private void side(
            final int row, final int column, final int otherRow, final int otherColumn, final List<Move> crossings) {
        final double one = heights[row][column];
        final double other = heights[otherRow][otherColumn];
        if (one >= 0 != other >= 0) {
            final double share = one / (one - other);
            crossings.add(new Move(
                    xs[column] + share * (xs[otherColumn] - xs[column]), ys[row] + share * (ys[otherRow] - ys[row])));
        }
    }

    private List<List<Move>> joined() {
        final List<List<Move>> lines = new ArrayList<>();
        while (!pieces.isEmpty()) {
            final Move[] first = pieces.remove(pieces.size() - 1);
            final Deque<Move> line = new ArrayDeque<>(List.of(first[0], first[1]));
            while (addAt(line, true) || addAt(line, false)) {
                // Each adds one piece.
            }
            lines.add(List.copyOf(line));
        }
        lines.sort(Comparator.comparingInt((List<Move> line) -> line.size()).reversed());
        return lines;
    }

    private boolean addAt(final Deque<Move> line, final boolean atEnd) {
        final Move end = atEnd ? line.getLast() : line.getFirst();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            final Move[] piece = pieces.get(i);
            if (piece[0].equals(end) || piece[1].equals(end)) {
                final Move next = piece[0].equals(end) ? piece[1] : piece[0];
                pieces.remove(i);
                if (atEnd) {
                    line.addLast(next);
                } else {
                    line.addFirst(next);
                }
                return true;
            }
        }
        return false;
    }
}
