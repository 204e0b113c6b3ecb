package io.plimsoll.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML text and the name under which its errors are reported.
 *
 * @param name for errors and origins.
 * @param text YAML.
 */
public record YamlFile(String name, String text) {
    /**
     * A file of the user's.
     *
     * @param path of the file.
     * @return its text.
     * @throws ConfigException it cannot be read.
     */
    public static YamlFile read(final Path path) {
        try {
            return new YamlFile(path.toString(), Files.readString(path));
        } catch (final NoSuchFileException e) {
            throw new ConfigException(List.of(new ConfigError(path.toString(), 0, 0, "no such file")));
        } catch (final IOException e) {
            throw new ConfigException(List.of(new ConfigError(path.toString(), 0, 0, "cannot be read: " + e)));
        }
    }

    /**
     * A file that ships with Plimsoll.
     *
     * @param name of the file, such as {@link EngineConfig#FILE_NAME}.
     * @return its text.
     */
    public static YamlFile shipped(final String name) {
        try (InputStream in = YamlFile.class.getResourceAsStream(name)) {
            return new YamlFile(Origins.SHIPPED + name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outermost mapping. Text that is not YAML throws at once: nothing after it has a meaning. */
    public Node root(final Reading reading) {
        try {
            final LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            final Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent()) {
                return node.get();
            }
            reading.error(Optional.empty(), "the file is empty");
        } catch (final MarkedYamlEngineException e) {
            reading.error(e.getProblemMark(), "not valid YAML: " + e.getProblem());
        } catch (final YamlEngineException e) {
            reading.error(
                    Optional.empty(),
                    "not valid YAML: " + e.getMessage().lines().findFirst().orElse(""));
        }
        throw new ConfigException(reading.errors());
    }
}
