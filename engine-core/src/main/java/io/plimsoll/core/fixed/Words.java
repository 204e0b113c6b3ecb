package io.plimsoll.core.fixed;

import java.util.Arrays;

/**
 * A document as 64-bit words: how scenario sets, margin models and surfaces come into the engine, and what their hash is made
 * from. Grows as it is written; is read from the front.
 */
public final class Words {
    private long[] words;
    private int count;
    private int next;

    /**
     * Has no words yet.
     *
     * @param capacity room before it grows.
     */
    public Words(final int capacity) {
        this.words = new long[capacity];
    }

    /** Takes all words away. */
    public void clear() {
        count = 0;
        next = 0;
    }

    /**
     * Adds a word.
     *
     * @param word to add.
     */
    public void add(final long word) {
        if (count == words.length) {
            words = Arrays.copyOf(words, 2 * count + 1);
        }
        words[count++] = word;
    }

    /**
     * Adds all words of another document.
     *
     * @param other to copy from.
     */
    public void addAll(final Words other) {
        for (int i = 0; i < other.count; i++) {
            add(other.words[i]);
        }
    }

    /** {@return number of words} */
    public int count() {
        return count;
    }

    /**
     * A word.
     *
     * @param index from 0.
     * @return the word.
     */
    public long at(final int index) {
        return words[index];
    }

    /** Starts to read from the front. */
    public void rewind() {
        next = 0;
    }

    /** {@return index of the word that is read next} */
    public int position() {
        return next;
    }

    /** {@return number of words that are not read yet} */
    public int rest() {
        return count - next;
    }

    /**
     * Reads the next word.
     *
     * @return the word.
     * @throws IllegalArgumentException at the end.
     */
    public long read() {
        if (next == count) {
            throw new IllegalArgumentException("the document ends after " + count + " words");
        }
        return words[next++];
    }

    /**
     * Hash of the words in their order.
     *
     * @return the hash, never 0.
     */
    public long hash() {
        long h = StateHash.start(HashKind.DOCUMENT);
        for (int i = 0; i < count; i++) {
            h = StateHash.mix(h, words[i]);
        }
        return StateHash.finish(h);
    }
}
