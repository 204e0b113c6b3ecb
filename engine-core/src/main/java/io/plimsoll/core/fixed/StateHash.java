package io.plimsoll.core.fixed;

/**
 * Hash of the whole state, kept up to date on write: a wrapping sum of the hashes of its parts. The order in which parts
 * came to be plays no role, and a part costs the same to replace however large the state is.
 */
public final class StateHash {
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

    private long sum;

    /**
     * The hash of everything added and not removed.
     *
     * @return the hash.
     */
    public long value() {
        return sum;
    }

    /**
     * Takes a part's old hash out and puts the new one in.
     *
     * @param oldHash as it was added; 0 for a part that is new.
     * @param newHash to add; 0 for a part that goes away.
     */
    public void replace(final long oldHash, final long newHash) {
        sum += newHash - oldHash;
    }

    /** Forgets all parts. */
    public void clear() {
        sum = 0;
    }

    /**
     * Hash of a part of one figure.
     *
     * @param kind which kind of part, so that equal figures of different kinds differ.
     * @param id of the part.
     * @param a figure.
     * @return the hash.
     */
    public static long of(final HashKind kind, final long id, final long a) {
        return finish(mix(mix(start(kind), id), a));
    }

    /**
     * Hash of a part of two figures.
     *
     * @param kind which kind of part.
     * @param id of the part.
     * @param a figure.
     * @param b figure.
     * @return the hash.
     */
    public static long of(final HashKind kind, final long id, final long a, final long b) {
        return finish(mix(mix(mix(start(kind), id), a), b));
    }

    /**
     * Hash of a part of three figures.
     *
     * @param kind which kind of part.
     * @param id of the part.
     * @param a figure.
     * @param b figure.
     * @param c figure.
     * @return the hash.
     */
    public static long of(final HashKind kind, final long id, final long a, final long b, final long c) {
        return finish(mix(mix(mix(mix(start(kind), id), a), b), c));
    }

    /**
     * Starts a hash of many figures; to be carried on with {@link #mix} and ended with {@link #finish}.
     *
     * @param kind which kind of part.
     * @return the hash so far.
     */
    public static long start(final HashKind kind) {
        return kind.code() * MULTIPLIER;
    }

    /**
     * Takes one more figure in.
     *
     * @param hash so far.
     * @param figure next.
     * @return the hash so far.
     */
    public static long mix(final long hash, final long figure) {
        final long product = (hash ^ figure) * MULTIPLIER;
        return product ^ (product >>> 29);
    }

    /**
     * Ends a hash of many figures (the finalizer of MurmurHash3).
     *
     * @param hash so far.
     * @return the hash, never 0, so that a part always shows.
     */
    public static long finish(final long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
        h ^= h >>> 33;
        return h == 0 ? 1 : h;
    }
}
