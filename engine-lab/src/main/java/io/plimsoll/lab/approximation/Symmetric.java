package io.plimsoll.lab.approximation;

import java.util.Arrays;

/** Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi rotations. Meant for some dozens of rows. */
final class Symmetric {
    private static final int SWEEPS_MAX = 64;
    private static final double PRECISION = 1e-32;

    private final double[][] matrix;
    private final double[][] vectors;

    private Symmetric(final double[][] matrix) {
        this.matrix = matrix;
        this.vectors = identity(matrix.length);
    }

    /**
     * Diagonalises a matrix.
     *
     * @param given symmetric; its lower half is not read.
     * @return with eigenvalues and vectors.
     */
    static Symmetric of(final double[][] given) {
        final int n = given.length;
        final double[][] copy = new double[n][n];
        for (int i = 0; i < n; i++) {
            if (given[i].length != n) {
                throw new IllegalArgumentException(
                        "row " + (i + 1) + " of a matrix of " + n + " rows has " + given[i].length + " numbers");
            }
            for (int j = i; j < n; j++) {
                copy[i][j] = given[i][j];
                copy[j][i] = given[i][j];
            }
        }
        final Symmetric result = new Symmetric(copy);
        result.diagonalise();
        return result;
    }

    private static double[][] identity(final int n) {
        final double[][] identity = new double[n][n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private void diagonalise() {
        final double enough = PRECISION * squares(true);
        for (int sweep = 0; sweep < SWEEPS_MAX && squares(false) > enough; sweep++) {
            for (int p = 0; p < matrix.length; p++) {
                for (int q = p + 1; q < matrix.length; q++) {
                    if (matrix[p][q] != 0) {
                        rotate(p, q);
                    }
                }
            }
        }
    }

    private double squares(final boolean withDiagonal) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                sum += i != j || withDiagonal ? matrix[i][j] * matrix[i][j] : 0;
            }
        }
        return sum;
    }

    /** Makes the numbers at (p, q) and (q, p) zero. */
    private void rotate(final int p, final int q) {
        final double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        final double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        final double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        final double sine = tangent * cosine;
        for (final double[] row : matrix) {
            turn(row, p, q, cosine, sine);
        }
        for (int k = 0; k < matrix.length; k++) {
            final double first = matrix[p][k];
            final double second = matrix[q][k];
            matrix[p][k] = cosine * first - sine * second;
            matrix[q][k] = sine * first + cosine * second;
        }
        for (final double[] row : vectors) {
            turn(row, p, q, cosine, sine);
        }
    }

    private static void turn(final double[] row, final int p, final int q, final double cosine, final double sine) {
        final double first = row[p];
        final double second = row[q];
        row[p] = cosine * first - sine * second;
        row[q] = sine * first + cosine * second;
    }

    int size() {
        return matrix.length;
    }

    double value(final int index) {
        return matrix[index][index];
    }

    /** The vectors stand in columns. */
    double[] vector(final int index) {
        final double[] vector = new double[vectors.length];
        Arrays.setAll(vector, i -> vectors[i][index]);
        return vector;
    }

    /** The symmetric root of a covariance; what rounding made slightly negative counts as zero. */
    double[][] root() {
        final int n = size();
        final double[][] root = new double[n][n];
        for (int k = 0; k < n; k++) {
            final double scale = Math.sqrt(Math.max(0, value(k)));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    root[i][j] += scale * vectors[i][k] * vectors[j][k];
                }
            }
        }
        return root;
    }
}
