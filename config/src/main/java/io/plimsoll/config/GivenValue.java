package io.plimsoll.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value from outside of the files.
 *
 * @param name of the environment variable, or {@code --set KEY}.
 * @param path of the value.
 * @param text the value, as it would stand in a file.
 */
record GivenValue(String name, List<String> path, String text) {
    /** A copy of a tree with this value in it. */
    MappingNode in(final MappingNode root) {
        return replaced(root, path);
    }

    private MappingNode replaced(final MappingNode mapping, final List<String> below) {
        final String key = below.get(0);
        final List<NodeTuple> tuples = new ArrayList<>();
        boolean isThere = false;
        for (final NodeTuple tuple : mapping.getValue()) {
            final boolean isMeant = tuple.getKeyNode() instanceof ScalarNode word
                    && word.getValue().equals(key);
            isThere |= isMeant;
            tuples.add(isMeant ? new NodeTuple(tuple.getKeyNode(), changed(tuple.getValueNode(), below)) : tuple);
        }
        if (!isThere) {
            tuples.add(new NodeTuple(scalar(key), scalar(text)));
        }
        return new MappingNode(Tag.MAP, true, tuples, FlowStyle.BLOCK, mapping.getStartMark(), Optional.empty());
    }

    private Node changed(final Node value, final List<String> below) {
        return value instanceof MappingNode mapping ? replaced(mapping, below.subList(1, below.size())) : scalar(text);
    }

    private ScalarNode scalar(final String value) {
        final Optional<Mark> mark = Optional.of(Origins.outsideOfFiles(name));
        return new ScalarNode(Tag.STR, true, value, ScalarStyle.PLAIN, mark, Optional.empty());
    }
}
