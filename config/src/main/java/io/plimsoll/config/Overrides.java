package io.plimsoll.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values that overrule the files: environment variables, and over those what {@code --set} says. A variable's name is
 * {@code PLIMSOLL_} and the key's path in capitals, with an underscore for everything that is no letter or digit.
 */
public final class Overrides {
    /** No values. */
    public static final Overrides NONE = new Overrides(Map.of(), List.of(), List.of());

    static final String VARIABLE_START = "PLIMSOLL_";

    /** Variables of the launcher. */
    private static final Set<String> NOT_CONFIGURATION = Set.of("PLIMSOLL_JAVA_OPTS");

    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> options;
    private final List<GivenValue> named;

    private Overrides(final Map<String, String> environment, final List<String> options, final List<GivenValue> named) {
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_START) && !NOT_CONFIGURATION.contains(name)) {
                variables.put(name, value);
            }
        });
        this.options = List.copyOf(options);
        this.named = List.copyOf(named);
    }

    /**
     * Values from an environment and from options.
     *
     * @param environment variables by name; those that do not begin with {@code PLIMSOLL_} do not count.
     * @param options texts of the form {@code KEY=VALUE}; the last one for a key counts.
     * @return the overrides.
     */
    public static Overrides of(final Map<String, String> environment, final List<String> options) {
        return new Overrides(environment, options, List.of());
    }

    /**
     * These and one more, which overrules them.
     *
     * @param name of the option that gives it, such as {@code --journal}.
     * @param key such as {@code journal.folder}.
     * @param value as it would stand in a file.
     * @return the overrides.
     */
    public Overrides and(final String name, final String key, final String value) {
        final List<GivenValue> more = new ArrayList<>(named);
        more.add(new GivenValue(name, List.of(key.split("\\.")), value));
        return new Overrides(variables, options, more);
    }

    /**
     * The environment variable that overrules a key.
     *
     * @param path of the key, such as {@code journal.folder}.
     * @return its name, such as {@code PLIMSOLL_JOURNAL_FOLDER}.
     */
    public static String variable(final String path) {
        return VARIABLE_START + path.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** All overrides, the weakest first. What names none of the paths is reported. */
    List<GivenValue> among(final List<List<String>> paths, final List<ConfigError> errors) {
        final Map<String, List<String>> keys = new TreeMap<>();
        paths.forEach(path -> keys.put(String.join(".", path), path));
        final List<GivenValue> overrides = new ArrayList<>();
        addVariables(keys, overrides, errors);
        addOptions(keys, overrides, errors);
        overrides.addAll(named);
        return overrides;
    }

    private void addVariables(
            final Map<String, List<String>> keys, final List<GivenValue> overrides, final List<ConfigError> errors) {
        final Map<String, List<String>> byVariable = new TreeMap<>();
        keys.forEach((key, path) -> byVariable
                .computeIfAbsent(variable(key), name -> new ArrayList<>())
                .add(key));
        variables.forEach((name, value) -> {
            final List<String> meant = byVariable.getOrDefault(name, List.of());
            if (meant.size() == 1) {
                overrides.add(new GivenValue(name, keys.get(meant.get(0)), value));
            } else if (meant.isEmpty()) {
                errors.add(unknown(name, "no key has this variable" + Nearest.question(name, byVariable.keySet())));
            } else {
                errors.add(unknown(name, "stands for " + String.join(" and ", meant) + "; allowed: --set KEY=VALUE"));
            }
        });
    }

    private void addOptions(
            final Map<String, List<String>> keys, final List<GivenValue> overrides, final List<ConfigError> errors) {
        for (final String option : options) {
            final int equals = option.indexOf('=');
            final String key = equals < 0 ? option : option.substring(0, equals);
            final String name = "--set " + key;
            if (equals < 1) {
                errors.add(unknown("--set " + option, "is not KEY=VALUE, such as journal.folder=/data/journal"));
            } else if (keys.containsKey(key)) {
                overrides.add(new GivenValue(name, keys.get(key), option.substring(equals + 1)));
            } else {
                errors.add(unknown(name, "unknown key" + hint(key, keys)));
            }
        }
    }

    private static String hint(final String key, final Map<String, List<String>> keys) {
        final List<String> below = keys.keySet().stream()
                .filter(other -> other.startsWith(key + "."))
                .toList();
        return below.isEmpty()
                ? Nearest.question(key, keys.keySet())
                : "; it is a section, with the keys " + String.join(", ", below);
    }

    private static ConfigError unknown(final String name, final String problem) {
        return new ConfigError(name, 0, 0, problem);
    }
}
