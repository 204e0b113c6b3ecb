package io.plimsoll.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything an engine is started with: shipped defaults, under the user's files, under environment variables, under
 * {@code --set}.
 *
 * @param engine how the engine runs.
 * @param markets what is traded; empty: nothing yet.
 * @param engineValues the values of {@code engine} and their origins.
 * @param marketsValues the values of {@code markets} and their origins.
 */
public record Configuration(
        EngineConfig engine,
        Optional<MarketsConfig> markets,
        EffectiveValues engineValues,
        Optional<EffectiveValues> marketsValues) {

    /**
     * Reads and checks the parts, each by itself and against each other.
     *
     * @param engineFile of the engine.
     * @param marketsFile of the markets; empty: there are none.
     * @param overrides of both.
     * @return the configuration.
     * @throws ConfigException with everything that is wrong in it.
     */
    public static Configuration load(
            final YamlFile engineFile, final Optional<YamlFile> marketsFile, final Overrides overrides) {
        final List<ConfigError> errors = new ArrayList<>();
        final Optional<ConfigText<EngineConfig>> engineText = read(() -> ConfigText.engine(engineFile), errors);
        final Optional<ConfigText<MarketsConfig>> marketsText =
                marketsFile.flatMap(file -> read(() -> ConfigText.markets(file), errors));
        throwIfAny(errors);

        final List<List<String>> paths =
                new ArrayList<>(engineText.orElseThrow().paths());
        final int ofEngine = paths.size();
        marketsText.ifPresent(text -> paths.addAll(text.paths()));
        final List<GivenValue> found = overrides.among(paths, errors);
        final ConfigText<EngineConfig> engine = read(
                        () -> engineText.get().with(ofThese(found, paths.subList(0, ofEngine))), errors)
                .orElse(engineText.get());
        final Optional<ConfigText<MarketsConfig>> markets = marketsText.flatMap(
                text -> read(() -> text.with(ofThese(found, paths.subList(ofEngine, paths.size()))), errors));
        throwIfAny(errors);
        markets.ifPresent(text -> RoomCheck.check(engine, text.config(), errors));
        throwIfAny(errors);
        return of(engine, markets);
    }

    private static Configuration of(
            final ConfigText<EngineConfig> engine, final Optional<ConfigText<MarketsConfig>> markets) {
        return new Configuration(
                engine.config(),
                markets.map(ConfigText::config),
                new EffectiveValues(engine.tree(), List.of(EngineConfigReader.SOURCES)),
                markets.map(text -> new EffectiveValues(text.tree(), List.of())));
    }

    /**
     * Reads an engine alone. Variables that name none of its keys are passed over: they may be its markets'.
     *
     * @param file of the engine.
     * @param overrides of the engine, and perhaps variables of its markets.
     * @return how the engine runs, without markets.
     * @throws ConfigException with everything that is wrong in it.
     */
    public static Configuration engineAlone(final YamlFile file, final Overrides overrides) {
        final List<ConfigError> errors = new ArrayList<>();
        final ConfigText<EngineConfig> text = ConfigText.engine(file);
        final List<GivenValue> found = overrides.among(text.paths(), errors);
        errors.removeIf(error -> error.file().startsWith(Overrides.VARIABLE_START));
        throwIfAny(errors);
        return of(text.with(found), Optional.empty());
    }

    private static List<GivenValue> ofThese(final List<GivenValue> overrides, final List<List<String>> paths) {
        return overrides.stream()
                .filter(override -> paths.contains(override.path()))
                .toList();
    }

    private static <T> Optional<T> read(final Supplier<T> reading, final List<ConfigError> errors) {
        try {
            return Optional.of(reading.get());
        } catch (final ConfigException e) {
            errors.addAll(e.errors());
            return Optional.empty();
        }
    }

    private static void throwIfAny(final List<ConfigError> errors) {
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
    }
}
