package io.plimsoll.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * What was read from a file and its defaults.
 *
 * @param config the outcome.
 * @param tree every value with its origin, those of the defaults too.
 * @param paths of all single values that may be given.
 * @param reader makes the outcome from a tree.
 */
record ConfigText<C>(C config, MappingNode tree, List<List<String>> paths, Function<Section, C> reader) {
    static ConfigText<EngineConfig> engine(final YamlFile file) {
        final YamlFile shipped = YamlFile.shipped(EngineConfig.FILE_NAME);
        final Reading reading = new Reading(file.name());
        return read(
                Section.of(reading, "", file.root(reading), Section.of(reading, "", shipped.root(reading), null)),
                EngineConfigReader::read);
    }

    static ConfigText<MarketsConfig> markets(final YamlFile file) {
        final Reading reading = new Reading(file.name());
        return read(Section.of(reading, "", file.root(reading), null), MarketsConfigReader::read);
    }

    /** The same with other values; every override names a path of this text. */
    ConfigText<C> with(final List<GivenValue> overrides) {
        MappingNode changed = tree;
        for (final GivenValue override : overrides) {
            changed = override.in(changed);
        }
        return overrides.isEmpty() ? this : read(Section.of(new Reading(""), "", changed, null), reader);
    }

    private static <C> ConfigText<C> read(final Section root, final Function<Section, C> reader) {
        final C config = reader.apply(root);
        root.reading().throwIfAny();
        final List<List<String>> paths = new ArrayList<>();
        root.addPaths(List.of(), paths);
        return new ConfigText<>(config, root.effective(), List.copyOf(paths), reader);
    }
}
