package io.plimsoll.cli;

import io.plimsoll.config.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which engine, and {@code --markets}: all that an engine is started with. */
final class ConfigOptions {
    private static final String NO_MARKETS = "none";

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(
            names = "--markets",
            paramLabel = "FILE",
            description = "What is traded; 'none': nothing yet. Default: config/markets.yaml")
    private Path markets;

    /** The configuration that an engine would be started with. */
    Configuration load() {
        final boolean none = markets != null && markets.toString().equals(NO_MARKETS);
        return Configuration.load(
                ConfigFiles.engineFile(engine.file()),
                none ? Optional.empty() : Optional.of(ConfigFiles.marketsFile(markets)),
                engine.overrides());
    }
}
