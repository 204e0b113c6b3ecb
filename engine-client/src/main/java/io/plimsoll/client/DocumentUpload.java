package io.plimsoll.client;

import io.plimsoll.sbe.DocumentKind;

/**
 * A document on its way to the engine, in parts of {@value #PART_WORDS} words. {@link PlimsollClient#load} sends as many parts
 * as the window takes and goes on with the rest when it is called again. One upload belongs to one client.
 */
public final class DocumentUpload {
    /** Most words of a part. */
    public static final int PART_WORDS = 48;

    private static final int THE_ONE = 1;

    private final DocumentKind kind;
    private final int id;
    private final int version;
    private final long[] words;
    private int sent;

    private DocumentUpload(final DocumentKind kind, final int id, final int version, final long[] words) {
        if (words.length == 0) {
            throw new IllegalArgumentException("a document without words");
        }
        this.kind = kind;
        this.id = id;
        this.version = version;
        this.words = words.clone();
    }

    /**
     * A scenario set; one is in force.
     *
     * @param version above that in force.
     * @param words of the set, at least one; copied.
     * @return the upload.
     * @throws IllegalArgumentException there are no words.
     */
    public static DocumentUpload scenarioSet(final int version, final long[] words) {
        return new DocumentUpload(DocumentKind.SCENARIO_SET, THE_ONE, version, words);
    }

    /**
     * The margin model of new accounts, for the scenario set in force.
     *
     * @param version above that in force.
     * @param words of the model, at least one; copied.
     * @return the upload.
     * @throws IllegalArgumentException there are no words.
     */
    public static DocumentUpload marginModel(final int version, final long[] words) {
        return marginModel(THE_ONE, version, words);
    }

    /**
     * A margin model, for the scenario set in force; accounts are given it by {@link PlimsollClient#changeModel}.
     *
     * @param model its id, 1 to 8; 1 is that of new accounts.
     * @param version above that in force of this id.
     * @param words of the model, at least one; copied.
     * @return the upload.
     * @throws IllegalArgumentException there are no words.
     */
    public static DocumentUpload marginModel(final int model, final int version, final long[] words) {
        return new DocumentUpload(DocumentKind.MARGIN_MODEL, model, version, words);
    }

    /**
     * Volatilities of one expiry of an underlying. Sources of prices may send it.
     *
     * @param asset the underlying.
     * @param words of the surface, at least one; copied.
     * @return the upload.
     * @throws IllegalArgumentException there are no words.
     */
    public static DocumentUpload surface(final int asset, final long[] words) {
        return new DocumentUpload(DocumentKind.SURFACE, asset, THE_ONE, words);
    }

    DocumentKind kind() {
        return kind;
    }

    int id() {
        return id;
    }

    int version() {
        return version;
    }

    /** {@return words of the whole document} */
    public int total() {
        return words.length;
    }

    /** {@return words that were sent so far} */
    public int sent() {
        return sent;
    }

    /** {@return whether every part was sent} */
    public boolean isComplete() {
        return sent == words.length;
    }

    /**
     * Begins again with the first part: after a rollback, or when a part was refused, the engine wants the document whole.
     */
    public void restart() {
        sent = 0;
    }

    /** Words of the next part. */
    int partWords() {
        return Math.min(PART_WORDS, words.length - sent);
    }

    long word(final int indexInPart) {
        return words[sent + indexInPart];
    }

    /** The next part was sent. */
    void partSent() {
        sent += partWords();
    }
}
