package io.plimsoll.cli;

import io.plimsoll.config.Configuration;
import io.plimsoll.config.Overrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config}, {@code --markets} and {@code --set}, for commands that need to know how an engine is run. */
final class ConfigOptions {
    private static final String NO_MARKETS = "none";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "How the engine runs; what it leaves out is as shipped. Default: config/engine.yaml")
    private Path engine;

    @Option(
            names = "--markets",
            paramLabel = "FILE",
            description = "What is traded; 'none': nothing yet. Default: config/markets.yaml")
    private Path markets;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrules one value, such as idle=busy; may be repeated. An environment variable such as"
                    + " PLIMSOLL_JOURNAL_FOLDER, for journal.folder, does the same; --set overrules it.")
    private List<String> values = List.of();

    /** The configuration that an engine would be started with. */
    Configuration load() {
        final boolean none = markets != null && markets.toString().equals(NO_MARKETS);
        return Configuration.load(
                ConfigFiles.engineFile(engine),
                none ? Optional.empty() : Optional.of(ConfigFiles.marketsFile(markets)),
                Overrides.of(System.getenv(), values));
    }
}
