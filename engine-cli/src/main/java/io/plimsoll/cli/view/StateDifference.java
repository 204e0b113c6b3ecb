package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What differs between two states. */
public final class StateDifference {
    private final EngineAt a;
    private final EngineAt b;
    private final List<Line> lines = new ArrayList<>();

    private StateDifference(final EngineAt a, final EngineAt b) {
        this.a = a;
        this.b = b;
    }

    /**
     * Compares two states.
     *
     * @param a one.
     * @param b the other.
     * @return what differs.
     */
    public static StateDifference of(final EngineAt a, final EngineAt b) {
        final StateDifference difference = new StateDifference(a, b);
        difference.compare(
                StateWalk.of(a.engine().state()), StateWalk.of(b.engine().state()));
        return difference;
    }

    private void compare(
            final Map<StateWalk.Part, Map<String, String>> left, final Map<StateWalk.Part, Map<String, String>> right) {
        for (final StateWalk.Part part : union(left, right)) {
            final Map<String, String> from = left.get(part);
            final Map<String, String> to = right.get(part);
            if (from == null) {
                lines.add(new Line(part, "added", Texts.NONE, Texts.NONE, inOneLine(to)));
            } else if (to == null) {
                lines.add(new Line(part, "gone", Texts.NONE, inOneLine(from), Texts.NONE));
            } else {
                compareFields(part, from, to);
            }
        }
    }

    private void compareFields(
            final StateWalk.Part part, final Map<String, String> from, final Map<String, String> to) {
        for (final String field : union(from, to)) {
            if (!Objects.equals(from.get(field), to.get(field))) {
                final String before = from.getOrDefault(field, Texts.NONE);
                lines.add(new Line(part, "changed", field, before, to.getOrDefault(field, Texts.NONE)));
            }
        }
    }

    private static <K> Set<K> union(final Map<K, ?> left, final Map<K, ?> right) {
        final Set<K> keys = new LinkedHashSet<>(left.keySet());
        keys.addAll(right.keySet());
        return keys;
    }

    private static String inOneLine(final Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    /** {@return whether both states are the same, by their hashes} */
    public boolean isEqual() {
        return a.engine().stateHash() == b.engine().stateHash();
    }

    /** {@return how many fields differ, as far as they are shown} */
    public int count() {
        return lines.size();
    }

    /**
     * What differs, as a report.
     *
     * @param limit at most so many lines.
     * @return the report.
     */
    public Report report(final int limit) {
        final Report report = new Report();
        describe(report, "a_", a);
        describe(report, "b_", b);
        report.field("equal", isEqual())
                .field("same_limits", a.engine().limits().equals(b.engine().limits()))
                .field("differences", lines.size());
        final Rows rows = new Rows("differences_shown", "part", "id", "change", "field", "a", "b");
        lines.stream()
                .limit(limit)
                .forEach(line -> rows.add(
                        line.part.section(), line.part.key(), line.change, line.field, line.before, line.after));
        return report.table(rows);
    }

    private static void describe(final Report report, final String prefix, final EngineAt state) {
        report.field(prefix + "sequence", state.result().lastSequence())
                .field(prefix + "time", Texts.time(state.result().lastTimeNs()))
                .field(prefix + "state_hash", Texts.hash(state.engine().stateHash()));
    }

    private record Line(StateWalk.Part part, String change, String field, String before, String after) {}
}
