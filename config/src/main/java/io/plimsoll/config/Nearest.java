package io.plimsoll.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant: for errors that help. */
public final class Nearest {
    private Nearest() {}

    /**
     * The candidate with the fewest edits, if those are at most a third of its length, or two. Case does not count.
     *
     * @param given what was written.
     * @param candidates what is allowed.
     * @return the nearest; empty when none is near.
     */
    public static Optional<String> to(final String given, final Collection<String> candidates) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (final String candidate : candidates) {
            final int distance = distance(given.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        if (best == null || bestDistance > Math.max(2, best.length() / 3) || bestDistance >= best.length()) {
            return Optional.empty();
        }
        return Optional.of(best);
    }

    /**
     * The question to append to an error.
     *
     * @param given what was written.
     * @param candidates what is allowed.
     * @return the question; empty when nothing is near.
     */
    public static String question(final String given, final Collection<String> candidates) {
        return to(given, candidates)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    private static int distance(final String a, final String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            final int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                final int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
