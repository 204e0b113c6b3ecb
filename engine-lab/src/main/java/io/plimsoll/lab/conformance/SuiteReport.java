package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What became of the cases of one file. A case passes when every number of it does. */
public final class SuiteReport {
    private static final String PLAIN = "cases";
    private static final String NOT_ENFORCED = "not enforced";

    /**
     * A number that is not as expected, or a case that cannot be run.
     *
     * @param file name of the file.
     * @param id of the case.
     * @param quantity what the number is.
     * @param expected the published number.
     * @param actual ours, or why there is none.
     */
    public record Failure(String file, String id, String quantity, String expected, String actual) {}

    /**
     * Cases that are not run.
     *
     * @param file name of the file.
     * @param what a case, a group, or all of the file.
     * @param cases how many.
     * @param reason why.
     */
    public record Unsupported(String file, String what, int cases, String reason) {}

    private final String file;
    private final String suite;
    private final List<Failure> failures = new ArrayList<>();
    private final List<Unsupported> unsupported = new ArrayList<>();
    private final Tally all = new Tally();
    private final Map<String, Tally> groups = new LinkedHashMap<>();
    private String group = "";

    SuiteReport(final String file, final String suite) {
        this.file = file;
        this.suite = suite;
    }

    /** The checks of one case. */
    final class Case {
        private final String id;
        private boolean isGood = true;
        private int checks;
        private String notSupported = "";

        private Case(final String id) {
            this.id = id;
        }

        /** Name of the case. */
        String id() {
            return id;
        }

        void expect(
                final String quantity, final BigDecimal expected, final BigDecimal actual, final Tolerance tolerance) {
            checks++;
            final double error = tolerance.errorOf(expected, actual);
            count(tally -> tally.error(error));
            if (!tolerance.allows(expected, actual)) {
                fail(quantity, Fields.plain(expected), Fields.plain(actual));
            }
        }

        /** Compares what stands under a key, if anything does. */
        void expect(
                final JsonNode expected,
                final String key,
                final Supplier<BigDecimal> actual,
                final Tolerance tolerance) {
            if (!Fields.optional(expected, key).isMissingNode()) {
                expect(key, Fields.decimal(expected, key), actual.get(), tolerance);
            }
        }

        /** Compares a list of numbers, one by one. */
        void expectAll(
                final String quantity,
                final List<BigDecimal> expected,
                final List<BigDecimal> actual,
                final Tolerance tolerance) {
            if (expected.size() != actual.size()) {
                fail(quantity, expected.size() + " numbers", actual.size() + " numbers");
            }
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                expect(quantity + "[" + i + "]", expected.get(i), actual.get(i), tolerance);
            }
        }

        void fail(final String quantity, final String expected, final String actual) {
            isGood = false;
            failures.add(new Failure(file, id, quantity, expected, actual));
        }

        /** The case asks for something that cannot be checked; it does not pass. */
        void unsupported(final String reason) {
            notSupported = reason;
        }

        private void close() {
            if (isGood && notSupported.isEmpty() && checks == 0) {
                fail("case", "a number to compare", "the case expects nothing that is known");
            }
            if (!isGood) {
                count(tally -> tally.failed(1));
            } else if (notSupported.isEmpty()) {
                count(tally -> tally.passed(1));
            } else {
                SuiteReport.this.unsupported(id, 1, notSupported);
            }
        }
    }

    /** What comes now is of a group; without a name: each list of the file is a group of its own. */
    void begin(final String name) {
        group = name;
    }

    private void count(final Consumer<Tally> what) {
        what.accept(all);
        if (!group.isEmpty()) {
            what.accept(groups.computeIfAbsent(group, name -> new Tally()));
        }
    }

    /**
     * Runs the cases of a list, where there is one. A case that cannot be read or computed fails, with the reason.
     *
     * @param owner what has the list.
     * @param key of the list.
     * @param check of one case.
     */
    void each(final JsonNode owner, final String key, final CaseCheck check) {
        final String within = group;
        group = within.isEmpty() ? key : within;
        int index = 0;
        for (final JsonNode each : Fields.list(owner, key)) {
            one(each, key + "[" + index++ + "]", check);
        }
        group = within;
    }

    /**
     * Runs one case.
     *
     * @param each the case.
     * @param otherwise its name, if it has no id.
     * @param check of it.
     */
    void one(final JsonNode each, final String otherwise, final CaseCheck check) {
        final String id = each.path("id").asText(otherwise);
        if (!isEnforced(each)) {
            unsupported(id, 1, NOT_ENFORCED);
            return;
        }
        final Case checks = new Case(id);
        try {
            check.check(each, checks);
        } catch (final RuntimeException e) {
            // Whatever a case gets the engine to refuse, the other cases still run.
            checks.fail("case", "a case that can be run", why(e));
        }
        checks.close();
    }

    /** Whether a case or group is to be run. */
    static boolean isEnforced(final JsonNode node) {
        return node.path("enforced").asBoolean(true);
    }

    private static String why(final RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    void unsupported(final String what, final int cases, final String reason) {
        count(tally -> tally.unsupported(cases));
        unsupported.add(new Unsupported(file, what, cases, reason));
    }

    /** {@return name of the file} */
    public String file() {
        return file;
    }

    /** {@return name of the suite} */
    public String suite() {
        return suite;
    }

    /** {@return what became of all cases} */
    public Tally all() {
        return all;
    }

    /**
     * What became of the cases of each group. Where a file has no groups, its lists are groups; cases beside any list have none.
     *
     * @return by name of the group, in the order of the file.
     */
    public Map<String, Tally> groups() {
        return Collections.unmodifiableMap(groups);
    }

    /** {@return whether there is more than one plain list of cases} */
    public boolean hasGroups() {
        return groups.keySet().stream().anyMatch(name -> !name.equals(PLAIN));
    }

    /** {@return what was not run, and why} */
    public List<Unsupported> unsupported() {
        return Collections.unmodifiableList(unsupported);
    }

    /** {@return numbers that are not as expected} */
    public List<Failure> failures() {
        return Collections.unmodifiableList(failures);
    }
}
