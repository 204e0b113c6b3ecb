package io.plimsoll.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * One mapping of a configuration file. The keys it allows are those that were asked for: {@link #close} reports every
 * other one, so that no second list of keys can go stale. A key that the file leaves out is looked up in the same
 * section of the defaults, if there are any.
 */
final class Section {
    private final ErrorList errors;
    private final String path;
    private final Optional<Mark> mark;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Section defaults;

    private final boolean isMapping;

    private Section(final ErrorList errors, final String path, final Node node, final Section defaults) {
        this.errors = errors;
        this.path = path;
        this.mark = node == null ? Optional.empty() : node.getStartMark();
        this.isMapping = node instanceof MappingNode;
        this.defaults = defaults;
    }

    /** A section of a file; {@code node} null stands for one that the file leaves out. */
    static Section of(final ErrorList errors, final String path, final Node node, final Section defaults) {
        final Section section = new Section(errors, path, node, defaults);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(section::put);
        } else if (node != null) {
            errors.add(node.getStartMark(), section.name() + " must be a mapping of 'key: value' lines");
        }
        return section;
    }

    private void put(final NodeTuple tuple) {
        final Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            errors.add(keyNode.getStartMark(), "a key in " + name() + " must be a plain word");
            return;
        }
        final String key = scalar.getValue();
        final Node first = keys.putIfAbsent(key, keyNode);
        if (first != null) {
            final int line = first.getStartMark().map(at -> at.getLine() + 1).orElse(0);
            errors.add(
                    keyNode.getStartMark(),
                    "duplicate key '" + key + "' in " + name() + "; it is already given on line " + line);
            return;
        }
        values.put(key, tuple.getValueNode());
    }

    /** The value of a required key; its absence is reported and gives a value that answers with placeholders. */
    Value value(final String key) {
        asked.add(key);
        final Node node = values.get(key);
        if (node != null) {
            return new Value(errors, pathOf(key), node);
        }
        if (defaults != null && defaults.values.containsKey(key)) {
            return defaults.value(key);
        }
        missing(key);
        return new Value(errors, pathOf(key), null);
    }

    /** The value of an optional key. */
    Optional<Value> optional(final String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(key)).map(node -> new Value(errors, pathOf(key), node));
    }

    /** A section below this one; one that neither the file nor the defaults have is reported. */
    Section section(final String key) {
        asked.add(key);
        final Node node = values.get(key);
        final Section below = defaults == null || !defaults.values.containsKey(key) ? null : defaults.section(key);
        if (node == null && below == null) {
            missing(key);
        }
        return of(errors, pathOf(key), node, below);
    }

    /** A section that replaces its default as a whole. */
    Section wholeSection(final String key) {
        if (!values.containsKey(key) && defaults != null) {
            asked.add(key);
            return defaults.wholeSection(key);
        }
        final Value value = value(key);
        return of(errors, pathOf(key), value.node(), null);
    }

    /** The names that this section's author gave, in the order of the file; all of them count as asked for. */
    Set<String> names() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    /** Where a name of this section stands. */
    Optional<Mark> markOf(final String key) {
        return keys.containsKey(key) ? keys.get(key).getStartMark() : mark;
    }

    /** Reports the keys nobody asked for. To be called when all is read. */
    void close() {
        for (final Map.Entry<String, Node> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                errors.add(
                        key.getValue().getStartMark(),
                        "unknown key '" + key.getKey() + "' in " + name() + "; keys here: " + String.join(", ", asked)
                                + Nearest.question(key.getKey(), asked));
            }
        }
    }

    /** A section that is no mapping, or is itself missing, has been reported already. */
    private void missing(final String key) {
        if (isMapping) {
            errors.add(mark, "missing key '" + key + "' in " + name());
        }
    }

    void error(final String problem) {
        errors.add(mark, problem);
    }

    void error(final String key, final String problem) {
        errors.add(markOf(key), problem);
    }

    ErrorList errors() {
        return errors;
    }

    String name() {
        return path.isEmpty() ? "the file" : path;
    }

    String pathOf(final String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
