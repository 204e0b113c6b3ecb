package io.plimsoll.config;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What a configuration file is about. */
public enum ConfigKind {
    /** How the engine runs. */
    ENGINE(EngineConfig.FILE_NAME),
    /** What is traded. */
    MARKETS(MarketsConfig.FILE_NAME);

    private final String fileName;

    ConfigKind(final String fileName) {
        this.fileName = fileName;
    }

    /**
     * Recognises a file by the keys at its top.
     *
     * @param file to recognise.
     * @return what it is about; empty when its keys are those of neither or of both.
     * @throws ConfigException it is not YAML.
     */
    public static Optional<ConfigKind> of(final YamlFile file) {
        final Node root = file.root(new Reading(file.name()));
        final long engine = known(root, ENGINE);
        final long markets = known(root, MARKETS);
        if (engine == markets) {
            return Optional.empty();
        }
        return Optional.of(engine > markets ? ENGINE : MARKETS);
    }

    private static long known(final Node root, final ConfigKind kind) {
        final YamlFile shipped = YamlFile.shipped(kind.fileName);
        final Set<String> keys = Trees.entries((MappingNode) shipped.root(new Reading(shipped.name())))
                .keySet();
        return root instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .map(NodeTuple::getKeyNode)
                        .filter(key -> key instanceof ScalarNode word && keys.contains(word.getValue()))
                        .count()
                : 0;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
