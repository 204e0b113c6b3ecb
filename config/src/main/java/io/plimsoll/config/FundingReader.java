package io.plimsoll.config;

import io.plimsoll.config.MarketsConfig.Funding;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the terms of funding that perpetuals refer to. */
final class FundingReader {
    private static final int ONE_PPM = 1_000_000;
    private static final long ONE = 1_000_000_000_000_000L;
    private static final long FIGURE_MAX = 100 * ONE;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DURATION_MAX_NS = 30L * 86_400 * SECOND_NS;

    private FundingReader() {}

    /** Terms by name; null for those that have errors. */
    static Map<String, Funding> read(final Optional<Section> section) {
        final Map<String, Funding> terms = new LinkedHashMap<>();
        section.ifPresent(given -> given.names().forEach(name -> terms.put(name, terms(given.section(name)))));
        return terms;
    }

    private static Funding terms(final Section entry) {
        final int before = entry.reading().count();
        final Funding funding = new Funding(
                interval(entry.value("interval")),
                entry.value("period").asNanos(SECOND_NS, DURATION_MAX_NS),
                figure(entry.value("interest")),
                figure(entry.value("clamp-lower")),
                figure(entry.value("clamp-upper")),
                entry.optional("factor")
                        .map(value -> value.asFemto(0, FIGURE_MAX))
                        .orElse(ONE),
                figure(entry.value("rate-lower")),
                figure(entry.value("rate-upper")),
                entry.optional("margin-factor")
                        .map(value -> value.asPpm(0, 100 * ONE_PPM))
                        .orElse(0));
        entry.close();
        checkOrder(entry, "clamp", funding.clampLower(), funding.clampUpper());
        checkOrder(entry, "rate", funding.rateLower(), funding.rateUpper());
        return entry.reading().count() == before ? funding : null;
    }

    private static long interval(final Value value) {
        final long ns = value.asNanos(0, DURATION_MAX_NS);
        if (ns > 0 && ns < SECOND_NS) {
            value.bad("is " + Units.nanosText(ns) + "; allowed: 0s, which is all the time, or at least 1s");
        }
        return ns;
    }

    private static long figure(final Value value) {
        return value.asFemtoShare(-FIGURE_MAX, FIGURE_MAX);
    }

    private static void checkOrder(final Section entry, final String what, final long lower, final long upper) {
        if (lower > upper) {
            entry.error(what + "-lower", entry.name() + ": " + what + "-lower is above " + what + "-upper");
        }
    }
}
