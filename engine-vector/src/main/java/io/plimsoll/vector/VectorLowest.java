package io.plimsoll.vector;

import io.plimsoll.core.math.ArrayLoops;
import io.plimsoll.core.math.Lowest;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The next low number: the lowest of eight vectors is looked at first; where it is low enough, vector by vector.
 *
 * <p>The lowest numbers, in three loops: the places of numbers that are not above the bound; how many of these few each of them is above;
 * each to its place. None of them branches on a number. Where the few are many, or two of them are equal, plain Java does it.
 */
final class VectorLowest implements Lowest {
    private static final VectorSpecies<Long> N = Lanes.BITS;
    private static final int L = Lanes.COUNT;
    private static final int MOST = 128;

    /** So many places of a word are written without asking whether there are as many. */
    private static final int AT_ONCE = 4;

    private final Lowest plain = ArrayLoops.plain().lowest();
    private final int[] places = new int[MOST + Long.SIZE + AT_ONCE];
    private final long[] few = new long[MOST + Long.SIZE];
    private final long[] ranks = new long[MOST + Long.SIZE];

    @Override
    public int next(final long[] numbers, final int from, final int to, final long bound) {
        int at = from;
        while (at + 8 * L <= to && !hasLow(lowestOfEight(numbers, at), bound)) {
            at += 8 * L;
        }
        while (at + L <= to) {
            final VectorMask<Long> low = LongVector.fromArray(N, numbers, at).compare(VectorOperators.LE, bound);
            if (low.anyTrue()) {
                return at + low.firstTrue();
            }
            at += L;
        }
        return plain.next(numbers, at, to, bound);
    }

    private static boolean hasLow(final LongVector numbers, final long bound) {
        return numbers.compare(VectorOperators.LE, bound).anyTrue();
    }

    private static LongVector lowestOfEight(final long[] numbers, final int at) {
        return lowestOfFour(numbers, at).min(lowestOfFour(numbers, at + 4 * L));
    }

    private static LongVector lowestOfFour(final long[] numbers, final int at) {
        return LongVector.fromArray(N, numbers, at)
                .min(LongVector.fromArray(N, numbers, at + L))
                .min(LongVector.fromArray(N, numbers, at + 2 * L).min(LongVector.fromArray(N, numbers, at + 3 * L)));
    }

    @Override
    public void find(
            final long[] numbers,
            final int from,
            final int to,
            final int count,
            final long bound,
            final long[] values,
            final int[] indexes) {
        final int found = bound == Long.MAX_VALUE ? MOST + 1 : places(numbers, from, to, bound);
        if (found > MOST || !rank(numbers, found)) {
            plain.find(numbers, from, to, count, bound, values, indexes);
            return;
        }
        for (int i = 0; i < found; i++) {
            final int rank = Math.min((int) ranks[i], count);
            values[rank] = few[i];
            indexes[rank] = places[i];
        }
    }

    /** Finds the places of numbers that are not above the bound; returns how many, or more than fit. */
    private int places(final long[] numbers, final int from, final int to, final long bound) {
        int found = 0;
        int at = from;
        for (; at + Long.SIZE <= to && found <= MOST; at += Long.SIZE) {
            found = write(word(numbers, at, bound), at, found);
        }
        if (at < to && found <= MOST) {
            long word = 0;
            for (int i = at; i < to; i++) {
                word |= (numbers[i] <= bound ? 1L : 0) << (i - at);
            }
            found = write(word, at, found);
        }
        return found;
    }

    /** The places among 64 numbers, as bits. */
    private static long word(final long[] numbers, final int at, final long bound) {
        long word = 0;
        for (int i = 0; i < Long.SIZE; i += L) {
            word |= LongVector.fromArray(N, numbers, at + i)
                            .compare(VectorOperators.LE, bound)
                            .toLong()
                    << i;
        }
        return word;
    }

    private int write(final long word, final int at, final int found) {
        final int end = found + Long.bitCount(word);
        long rest = word;
        int next = found;
        do {
            for (int i = 0; i < AT_ONCE; i++) {
                places[next + i] = at + Long.numberOfTrailingZeros(rest);
                rest &= rest - 1;
            }
            next += AT_ONCE;
        } while (next < end);
        return end;
    }

    /** How many of the few each of them is above; false where two are equal, which the sum of the ranks says. */
    private boolean rank(final long[] numbers, final int found) {
        for (int i = 0; i < found; i++) {
            few[i] = numbers[places[i]];
        }
        for (int i = 0; i < found; i += 4 * L) {
            final LongVector own0 = LongVector.fromArray(N, few, i);
            final LongVector own1 = LongVector.fromArray(N, few, i + L);
            final LongVector own2 = LongVector.fromArray(N, few, i + 2 * L);
            final LongVector own3 = LongVector.fromArray(N, few, i + 3 * L);
            LongVector above0 = LongVector.zero(N);
            LongVector above1 = above0;
            LongVector above2 = above0;
            LongVector above3 = above0;
            for (int j = 0; j < found; j++) {
                final LongVector other = LongVector.broadcast(N, few[j]);
                above0 = above0.add(1, own0.compare(VectorOperators.GT, other));
                above1 = above1.add(1, own1.compare(VectorOperators.GT, other));
                above2 = above2.add(1, own2.compare(VectorOperators.GT, other));
                above3 = above3.add(1, own3.compare(VectorOperators.GT, other));
            }
            above0.intoArray(ranks, i);
            above1.intoArray(ranks, i + L);
            above2.intoArray(ranks, i + 2 * L);
            above3.intoArray(ranks, i + 3 * L);
        }
        int sum = 0;
        for (int i = 0; i < found; i++) {
            sum += (int) ranks[i];
        }
        return sum == found * (found - 1) / 2;
    }
}
