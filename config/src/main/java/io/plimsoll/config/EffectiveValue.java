package io.plimsoll.config;

/**
 * One value of a configuration.
 *
 * @param path of its key, such as {@code journal.folder}; entries of lists are counted from 1, as in {@code rates[1]}.
 * @param text as it was given.
 * @param origin where it was given.
 */
public record EffectiveValue(String path, String text, Origin origin) {}
