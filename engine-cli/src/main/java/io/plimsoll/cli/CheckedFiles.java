package io.plimsoll.cli;

import io.plimsoll.cli.host.StartingRows;
import io.plimsoll.cli.view.ConfigReport;
import io.plimsoll.config.ConfigError;
import io.plimsoll.config.ConfigException;
import io.plimsoll.config.ConfigKind;
import io.plimsoll.config.Configuration;
import io.plimsoll.config.EffectiveValues;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.config.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files that are checked each by itself, and then each engine with each markets. */
final class CheckedFiles {
    private final Optional<ConfigKind> named;
    private final List<YamlFile> engines = new ArrayList<>();
    private final List<YamlFile> markets = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<ConfigError> errors = new ArrayList<>();

    CheckedFiles(final Optional<ConfigKind> named) {
        this.named = named;
    }

    void add(final Path path) {
        try {
            final YamlFile file = YamlFile.read(path);
            switch (kindOf(file)) {
                case ENGINE -> {
                    found.add(file.name() + ": " + ConfigReport.summary(EngineConfig.parse(file.name(), file.text())));
                    engines.add(file);
                }
                case MARKETS -> {
                    final MarketsConfig config = MarketsConfig.parse(file.name(), file.text());
                    warnings.addAll(StartingRows.warnings(config, EffectiveValues.markets(file)));
                    found.add(file.name() + ": " + ConfigReport.summary(config));
                    markets.add(file);
                }
            }
        } catch (final ConfigException e) {
            errors.addAll(e.errors());
        }
    }

    private ConfigKind kindOf(final YamlFile file) {
        return named.or(() -> ConfigKind.of(file))
                .orElseThrow(() -> new ConfigException(List.of(new ConfigError(
                        file.name(),
                        0,
                        0,
                        "has the keys of neither an engine nor markets; --kind engine or --kind markets says what it"
                                + " is meant to be"))));
    }

    void checkTogether() {
        for (final YamlFile engine : engines) {
            for (final YamlFile traded : markets) {
                try {
                    Configuration.load(engine, Optional.of(traded), Overrides.NONE);
                    found.add(engine.name() + " has room for " + traded.name());
                } catch (final ConfigException e) {
                    errors.addAll(e.errors());
                }
            }
        }
    }

    /** What is right, a line each. */
    List<String> found() {
        return found;
    }

    /** What is allowed and hardly meant, a line each, with file and line. */
    List<String> warnings() {
        return warnings;
    }

    List<ConfigError> errors() {
        return errors;
    }
}
