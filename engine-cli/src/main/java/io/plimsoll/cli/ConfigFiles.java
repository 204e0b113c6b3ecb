package io.plimsoll.cli;

import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds configuration: the file the user names, else the one in the project's {@code config} folder, which the launcher
 * names, else the copy in the jar.
 */
final class ConfigFiles {
    private static final String HOME = System.getProperty("plimsoll.home", "");

    private ConfigFiles() {}

    static EngineConfig engine(final Path named) {
        final Path file = named == null ? inProject(EngineConfig.FILE_NAME) : named;
        return file == null ? EngineConfig.shipped() : EngineConfig.read(file);
    }

    static MarketsConfig markets(final Path named) {
        final Path file = named == null ? inProject(MarketsConfig.FILE_NAME) : named;
        return file == null ? MarketsConfig.shipped() : MarketsConfig.read(file);
    }

    private static Path inProject(final String name) {
        final Path file = Path.of(HOME, "config", name);
        return !HOME.isEmpty() && Files.isRegularFile(file) ? file : null;
    }
}
