package io.plimsoll.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Ways through a tree of YAML that was read without errors: its keys are plain words. */
final class Trees {
    private Trees() {}

    static String key(final NodeTuple tuple) {
        return ((ScalarNode) tuple.getKeyNode()).getValue();
    }

    static Map<String, Node> entries(final MappingNode mapping) {
        final Map<String, Node> entries = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> entries.put(key(tuple), tuple.getValueNode()));
        return entries;
    }

    /** The node at a path, which must be there. */
    static Node at(final MappingNode root, final List<String> path) {
        Node node = root;
        for (final String key : path) {
            node = entries((MappingNode) node).get(key);
        }
        return node;
    }
}
