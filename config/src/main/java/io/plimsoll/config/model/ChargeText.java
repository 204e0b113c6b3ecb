package io.plimsoll.config.model;

import java.util.List;
import java.util.Map;

/**
 * A charge as it stands in a file.
 *
 * @param type what it is.
 * @param name of the charge.
 * @param ratios its figures by key, each a list: of one, or one for each class; x 10^15.
 * @param words its words by key.
 * @param parts the charges it is made of.
 */
public record ChargeText(
        ChargeType type,
        String name,
        Map<String, List<Long>> ratios,
        Map<String, List<Enum<?>>> words,
        List<ChargeText> parts) {
    /** Copies what is given. */
    public ChargeText {
        ratios = Map.copyOf(ratios);
        words = Map.copyOf(words);
        parts = List.copyOf(parts);
    }

    /**
     * A figure.
     *
     * @param key of it.
     * @return x 10^15.
     */
    public long ratio(final String key) {
        return ratios.get(key).get(0);
    }

    /**
     * A word.
     *
     * @param key of it.
     * @param type its enum.
     * @return the word.
     * @param <E> the enum.
     */
    public <E extends Enum<E>> E word(final String key, final Class<E> type) {
        return type.cast(words.get(key).get(0));
    }
}
