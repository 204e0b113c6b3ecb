package io.plimsoll.core.instrument;

/**
 * A name of up to 16 printable ASCII characters, held in two words so that the engine never makes a string.
 *
 * @param first the first eight bytes, little endian.
 * @param second the last eight bytes, little endian.
 */
public record Symbol(long first, long second) {
    /** Most characters a name may have. */
    public static final int LENGTH_MAX = 16;

    /**
     * Whether two words hold a name: at least one character, printable, no bytes after its end.
     *
     * @param first the first eight bytes.
     * @param second the last eight bytes.
     * @return true when they do.
     */
    public static boolean isValid(final long first, final long second) {
        boolean ended = false;
        for (int i = 0; i < LENGTH_MAX; i++) {
            final int c = byteAt(first, second, i);
            if (c == 0) {
                ended = true;
            } else if (ended || c <= ' ' || c > '~') {
                return false;
            }
        }
        return byteAt(first, second, 0) != 0;
    }

    private static int byteAt(final long first, final long second, final int i) {
        return (int) ((i < 8 ? first : second) >>> (8 * (i & 7))) & 0xFF;
    }

    /** The name as text. */
    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder(LENGTH_MAX);
        for (int i = 0; i < LENGTH_MAX; i++) {
            final int c = byteAt(first, second, i);
            if (c != 0) {
                text.append((char) c);
            }
        }
        return text.toString();
    }
}
