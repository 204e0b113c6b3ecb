package io.plimsoll.cli;

import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.config.YamlFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds configuration: the file the user names, else the one in the project's {@code config} folder, which the launcher
 * names, else the copy in the jar.
 */
final class ConfigFiles {
    private static final String HOME = System.getProperty("plimsoll.home", "");

    private ConfigFiles() {}

    static YamlFile engineFile(final Path named) {
        return found(named, EngineConfig.FILE_NAME);
    }

    static YamlFile marketsFile(final Path named) {
        return found(named, MarketsConfig.FILE_NAME);
    }

    private static YamlFile found(final Path named, final String name) {
        if (named != null) {
            return YamlFile.read(named);
        }
        final Path file = Path.of(HOME, "config", name);
        return !HOME.isEmpty() && Files.isRegularFile(file) ? YamlFile.read(file) : YamlFile.shipped(name);
    }
}
