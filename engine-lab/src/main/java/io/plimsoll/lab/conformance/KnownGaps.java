package io.plimsoll.lab.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known not to be run, by suite and case or group, with the reason: the file {@code known-gaps.txt}. */
final class KnownGaps {
    private static final String FILE = "known-gaps.txt";
    private static final Map<String, String> REASONS = read();

    private KnownGaps() {}

    private static Map<String, String> read() {
        final Map<String, String> reasons = new HashMap<>();
        try (InputStream in = KnownGaps.class.getResourceAsStream(FILE)) {
            final List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (final String line : lines) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    final String[] parts = line.split("\\s+", 3);
                    reasons.put(parts[0] + " " + parts[1], parts[2]);
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        return reasons;
    }

    static boolean has(final String suite, final String id) {
        return REASONS.containsKey(suite + " " + id);
    }

    /** Why a case or a group is not run. */
    static String reason(final String suite, final String id) {
        return REASONS.getOrDefault(suite + " " + id, "no group of the suite has this name");
    }
}
