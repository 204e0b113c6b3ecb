package io.plimsoll.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a configuration file. The keys it allows are those that were asked for: {@link #close} reports every
 * other one, so that no second list of keys can go stale. A key that the file leaves out is looked up in the same
 * section of the defaults, if there are any.
 */
public final class Section {
    private final Reading reading;
    private final String path;
    private final Optional<Mark> mark;
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Section defaults;

    private final boolean isMapping;

    private Section(final Reading reading, final String path, final Node node, final Section defaults) {
        this.reading = reading;
        this.path = path;
        this.mark = node == null ? Optional.empty() : node.getStartMark();
        this.isMapping = node instanceof MappingNode;
        this.defaults = defaults;
    }

    /** A section of a file; {@code node} null stands for one that the file leaves out. */
    public static Section of(final Reading reading, final String path, final Node node, final Section defaults) {
        final Section section = new Section(reading, path, node, defaults);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(section::put);
        } else if (node != null) {
            reading.error(node.getStartMark(), section.name() + " must be a mapping of 'key: value' lines");
        }
        return section;
    }

    private void put(final NodeTuple tuple) {
        final Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            reading.error(keyNode.getStartMark(), "a key in " + name() + " must be a plain word");
            return;
        }
        final String key = scalar.getValue();
        final Node first = keys.putIfAbsent(key, keyNode);
        if (first != null) {
            final int line = first.getStartMark().map(at -> at.getLine() + 1).orElse(0);
            reading.error(
                    keyNode.getStartMark(),
                    "duplicate key '" + key + "' in " + name() + "; it is already given on line " + line);
            return;
        }
        values.put(key, tuple.getValueNode());
    }

    /** The value of a required key; its absence is reported and gives a value that answers with placeholders. */
    public Value value(final String key) {
        final Node node = taken(key);
        if (node == null) {
            missing(key);
        }
        return new Value(reading, pathOf(key), node);
    }

    /** The value of an optional key. */
    public Optional<Value> optional(final String key) {
        return Optional.ofNullable(taken(key)).map(node -> new Value(reading, pathOf(key), node));
    }

    /** A section below this one; one that neither the file nor the defaults have is reported. */
    public Section section(final String key) {
        asked.add(key);
        final Node node = values.get(key);
        final Section below = defaults == null || !defaults.values.containsKey(key) ? null : defaults.section(key);
        if (node == null && below == null) {
            missing(key);
        }
        return remembered(key, of(reading, pathOf(key), node, below));
    }

    /** A section below this one that may be left out. */
    public Optional<Section> optionalSection(final String key) {
        return taken(key) == null ? Optional.empty() : Optional.of(section(key));
    }

    /** A section that replaces its default as a whole. */
    Section wholeSection(final String key) {
        final Value value = value(key);
        return remembered(key, of(reading, pathOf(key), value.node(), null));
    }

    private Section remembered(final String key, final Section section) {
        sections.put(key, section);
        return section;
    }

    /** The node of a key, in this section or else in the defaults; null when neither has it. */
    private Node taken(final String key) {
        asked.add(key);
        final Node node = values.get(key);
        return node == null && defaults != null ? defaults.values.get(key) : node;
    }

    /** The names that this section's author gave, in the order of the file; all of them count as asked for. */
    public Set<String> names() {
        asked.addAll(values.keySet());
        return values.keySet();
    }

    /** Where a name of this section stands. */
    public Optional<Mark> markOf(final String key) {
        return keys.containsKey(key) ? keys.get(key).getStartMark() : mark;
    }

    /** Reports the keys nobody asked for. To be called when all is read. */
    public void close() {
        for (final Map.Entry<String, Node> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                reading.error(
                        key.getValue().getStartMark(),
                        "unknown key '" + key.getKey() + "' in " + name() + "; keys here: " + String.join(", ", asked)
                                + Nearest.question(key.getKey(), asked));
            }
        }
    }

    /** What was read, with what the defaults added: a mapping that can be read again without defaults. */
    MappingNode effective() {
        final List<NodeTuple> tuples = new ArrayList<>();
        for (final String key : asked) {
            final Node value = sections.containsKey(key) ? sections.get(key).effective() : taken(key);
            if (value != null) {
                tuples.add(new NodeTuple(keyNode(key), value));
            }
        }
        return new MappingNode(Tag.MAP, true, tuples, FlowStyle.BLOCK, mark, Optional.empty());
    }

    private Node keyNode(final String key) {
        return keys.containsKey(key) ? keys.get(key) : defaults.keys.get(key);
    }

    /** Adds the path of every single value that was asked for, also of those that are not given. */
    void addPaths(final List<String> above, final List<List<String>> paths) {
        for (final String key : asked) {
            final List<String> path = new ArrayList<>(above);
            path.add(key);
            if (sections.containsKey(key)) {
                sections.get(key).addPaths(path, paths);
            } else if (!(taken(key) instanceof CollectionNode)) {
                paths.add(List.copyOf(path));
            }
        }
    }

    /** A section that is no mapping, or is itself missing, has been reported already. */
    private void missing(final String key) {
        if (isMapping) {
            reading.error(mark, "missing key '" + key + "' in " + name());
        }
    }

    /** Reports an error of the section as a whole. */
    public void error(final String problem) {
        reading.error(mark, problem);
    }

    /** Reports an error at a key, or at the section when the key is not given. */
    public void error(final String key, final String problem) {
        reading.error(markOf(key), problem);
    }

    /** {@return where errors are collected} */
    public Reading reading() {
        return reading;
    }

    /** {@return path of the section, for messages} */
    public String name() {
        return path.isEmpty() ? "the file" : path;
    }

    String pathOf(final String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
