package io.plimsoll.core.fixed;

/** Names within {@link Words}: the length, then eight characters a word, the first in the lowest byte. */
public final class WordText {
    /** Longest name. */
    public static final int LENGTH_MAX = 128;

    private static final int BYTES = 8;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7E;

    private WordText() {}

    /**
     * Adds a name.
     *
     * @param words to add to.
     * @param text printable ASCII, at most {@link #LENGTH_MAX} characters.
     */
    public static void add(final Words words, final String text) {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("the name '" + text + "' is longer than " + LENGTH_MAX + " characters");
        }
        words.add(text.length());
        for (int from = 0; from < text.length(); from += BYTES) {
            long word = 0;
            for (int i = 0; i < BYTES && from + i < text.length(); i++) {
                word |= (long) printable(text.charAt(from + i)) << (BYTES * i);
            }
            words.add(word);
        }
    }

    /**
     * Reads a name.
     *
     * @param words to read from.
     * @return the name.
     * @throws IllegalArgumentException when it is too long or has other bytes than printable ASCII.
     */
    public static String read(final Words words) {
        final long length = words.read();
        if (length < 0 || length > LENGTH_MAX) {
            throw new IllegalArgumentException("a name of " + length + " characters");
        }
        final StringBuilder text = new StringBuilder((int) length);
        long word = 0;
        for (int i = 0; i < length; i++) {
            word = i % BYTES == 0 ? words.read() : word;
            text.append(printable((int) (word >>> (BYTES * (i % BYTES))) & 0xFF));
        }
        return text.toString();
    }

    private static char printable(final int character) {
        if (character < FIRST_PRINTABLE || character > LAST_PRINTABLE) {
            throw new IllegalArgumentException("a name with the character " + character);
        }
        return (char) character;
    }
}
