package io.plimsoll.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The values that hold after all layers of a configuration, and where each comes from. */
public final class EffectiveValues {
    private static final int WIDTH = 1_000;

    private final MappingNode tree;
    private final List<String> wholeSections;

    EffectiveValues(final MappingNode tree, final List<String> wholeSections) {
        this.tree = tree;
        this.wholeSections = wholeSections;
    }

    /**
     * The values of a markets file, without what is above it.
     *
     * @param file of the markets.
     * @return its values.
     * @throws ConfigException with everything that is wrong in it.
     */
    public static EffectiveValues markets(final YamlFile file) {
        return new EffectiveValues(ConfigText.markets(file).tree(), List.of());
    }

    /**
     * Only what some layer above the shipped defaults gives. A section that is replaced as a whole stays whole. Read over
     * the defaults, it gives the same configuration.
     *
     * @return the values; there may be none.
     */
    public EffectiveValues withoutDefaults() {
        return new EffectiveValues(changedIn(tree, true), wholeSections);
    }

    private MappingNode changedIn(final MappingNode mapping, final boolean isRoot) {
        final List<NodeTuple> changed = new ArrayList<>();
        for (final NodeTuple tuple : mapping.getValue()) {
            final boolean isWhole = isRoot && wholeSections.contains(Trees.key(tuple));
            if (isChanged(tuple.getValueNode())) {
                changed.add(
                        !isWhole && tuple.getValueNode() instanceof MappingNode below
                                ? new NodeTuple(tuple.getKeyNode(), changedIn(below, false))
                                : tuple);
            }
        }
        return new MappingNode(Tag.MAP, changed, FlowStyle.BLOCK);
    }

    private static boolean isChanged(final Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream().anyMatch(tuple -> isChanged(tuple.getValueNode()));
        }
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().anyMatch(EffectiveValues::isChanged)
                : originOf(node).kind() != Origin.Kind.DEFAULT;
    }

    /**
     * Every single value in the order of the file.
     *
     * @return the values.
     */
    public List<EffectiveValue> list() {
        final List<EffectiveValue> values = new ArrayList<>();
        add("", tree, values);
        return values;
    }

    private static void add(final String path, final Node node, final List<EffectiveValue> values) {
        if (node instanceof MappingNode mapping) {
            Trees.entries(mapping).forEach((key, value) -> add(path.isEmpty() ? key : path + "." + key, value, values));
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                add(path + "[" + (i + 1) + "]", sequence.getValue().get(i), values);
            }
        } else {
            values.add(new EffectiveValue(path, ((ScalarNode) node).getValue(), originOf(node)));
        }
    }

    /**
     * The values as nested maps, lists and texts.
     *
     * @return a map in the order of the file.
     */
    public Map<String, Object> tree() {
        return mapOf(tree);
    }

    private static Map<String, Object> mapOf(final MappingNode mapping) {
        final Map<String, Object> map = new LinkedHashMap<>();
        Trees.entries(mapping).forEach((key, value) -> map.put(key, objectOf(value)));
        return map;
    }

    private static Object objectOf(final Node node) {
        if (node instanceof MappingNode mapping) {
            return mapOf(mapping);
        }
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(EffectiveValues::objectOf).toList()
                : ((ScalarNode) node).getValue();
    }

    /**
     * The values as a configuration file.
     *
     * @param origins whether a comment behind each value says where it comes from.
     * @return YAML that reads back to the same configuration.
     */
    public String yaml(final boolean origins) {
        final DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDumpComments(origins)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setWidth(WIDTH)
                .build();
        final Text text = new Text();
        new Dump(settings).dumpNode(printable(tree, origins), text);
        return text.written.toString();
    }

    /** A copy with a line for each value, and its origin behind it. */
    private static Node printable(final Node node, final boolean origins) {
        if (node instanceof MappingNode mapping) {
            final List<NodeTuple> tuples = mapping.getValue().stream()
                    .map(tuple -> new NodeTuple(
                            printable(tuple.getKeyNode(), false), printable(tuple.getValueNode(), origins)))
                    .toList();
            return new MappingNode(Tag.MAP, tuples, tuples.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (node instanceof SequenceNode sequence) {
            final List<Node> entries = sequence.getValue().stream()
                    .map(entry -> printable(entry, origins))
                    .toList();
            return new SequenceNode(Tag.SEQ, entries, FlowStyle.BLOCK);
        }
        final ScalarNode scalar = (ScalarNode) node;
        final ScalarNode copy = new ScalarNode(scalar.getTag(), scalar.getValue(), scalar.getScalarStyle());
        if (origins) {
            copy.setInLineComments(List.of(
                    new CommentLine(Optional.empty(), Optional.empty(), " " + originOf(node), CommentType.IN_LINE)));
        }
        return copy;
    }

    private static Origin originOf(final Node node) {
        return Origins.of(node.getStartMark().orElseThrow());
    }

    /** Takes what is written. */
    private static final class Text implements StreamDataWriter {
        private final StringBuilder written = new StringBuilder();

        @Override
        public void write(final String text) {
            written.append(text);
        }

        @Override
        public void write(final String text, final int offset, final int length) {
            written.append(text, offset, offset + length);
        }
    }
}
