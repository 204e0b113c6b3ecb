package io.plimsoll.cli;

import io.plimsoll.config.Configuration;
import io.plimsoll.config.Overrides;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --journal}, {@code --config} and {@code --set}: which engine, by one rule for all commands. */
final class EngineOptions {
    private static final String FOLDER = "journal.folder";

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Folder of the journal. Default: journal.folder of the configuration, as shipped out/journal")
    private Path journal;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "How the engine runs; what it leaves out is as shipped. Default: config/engine.yaml")
    private Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Overrules one value, such as idle=busy; may be repeated. An environment variable such as"
                    + " PLIMSOLL_JOURNAL_FOLDER, for journal.folder, does the same; --set overrules it.")
    private List<String> values = List.of();

    /** The folder that {@code --journal} names; null: none. */
    Path journal() {
        return journal;
    }

    /** The file that {@code --config} names; null: none. */
    Path file() {
        return config;
    }

    /** The environment, under {@code --set}, under {@code --journal}. */
    Overrides overrides() {
        final Overrides given = Overrides.of(System.getenv(), values);
        return journal == null ? given : given.and("--journal", FOLDER, journal.toString());
    }

    /**
     * The engine alone, for commands that look at one from outside: what is traded is {@code serve}'s business, and so
     * are variables that name no key of the engine.
     */
    Configuration engine() {
        return Configuration.engineAlone(ConfigFiles.engineFile(config), overrides());
    }

    /** The journal's folder, and in words which setting named it; an option of its own needs none. */
    Named folder() {
        if (journal != null) {
            return new Named(journal, "");
        }
        final Configuration read = engine();
        final String origin = read.engineValues().list().stream()
                .filter(value -> value.path().equals(FOLDER))
                .map(value -> " (journal.folder, " + value.origin() + ")")
                .findFirst()
                .orElse("");
        return new Named(read.engine().journal().folder(), origin);
    }

    /**
     * A folder and who named it.
     *
     * @param folder of a journal.
     * @param origin in brackets, with a blank before; empty: the user did, just now.
     */
    record Named(Path folder, String origin) {}
}
