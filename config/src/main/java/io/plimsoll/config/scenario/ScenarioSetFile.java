package io.plimsoll.config.scenario;

import io.plimsoll.config.ConfigError;
import io.plimsoll.config.ConfigException;
import io.plimsoll.config.Nearest;
import io.plimsoll.config.Reading;
import io.plimsoll.config.Section;
import io.plimsoll.config.Shipped;
import io.plimsoll.config.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A scenario set on disk: a YAML file, and the CSV files that it names, in the same folder. */
public final class ScenarioSetFile {
    /** Name of the set that ships with Plimsoll. */
    public static final String SHIPPED = Shipped.SCENARIO_SETS.get(0);

    private static final String FOLDER = "scenarios/";

    private ScenarioSetFile() {}

    /**
     * Reads a set and checks all of it.
     *
     * @param path of the YAML file.
     * @return the set.
     * @throws ConfigException with everything that is wrong in the first of its files that is wrong.
     */
    public static ScenarioSet read(final Path path) {
        return checked(YamlFile.read(path), name -> YamlFile.read(path.resolveSibling(name)));
    }

    /** {@return the set that ships with Plimsoll} */
    public static ScenarioSet shipped() {
        return shipped(SHIPPED);
    }

    /**
     * Whether a set ships with Plimsoll.
     *
     * @param set its name.
     * @return true when {@link #shipped(String)} can read it.
     */
    public static boolean isShipped(final String set) {
        return Shipped.SCENARIO_SETS.contains(set);
    }

    /**
     * A set that ships with Plimsoll: the default, or that of a margin model.
     *
     * @param set name of the set.
     * @return the set.
     * @throws IllegalArgumentException when there is none of that name.
     */
    public static ScenarioSet shipped(final String set) {
        if (!isShipped(set)) {
            throw new IllegalArgumentException("no scenario set '" + set + "' ships; there are: "
                    + String.join(", ", Shipped.SCENARIO_SETS) + Nearest.question(set, Shipped.SCENARIO_SETS));
        }
        return checked(YamlFile.shipped(FOLDER + set + ".yaml"), name -> YamlFile.shipped(FOLDER + name));
    }

    /**
     * Reads a set as {@link #read} does, but computes its hash instead of comparing it.
     *
     * @param yaml text of the YAML file.
     * @param files texts of the CSV files by name.
     * @return the set, with the hash that its file must state.
     * @throws ConfigException with everything that is wrong.
     */
    public static ScenarioSet unhashed(final YamlFile yaml, final Function<String, YamlFile> files) {
        return complete(parse(yaml), files);
    }

    /** The YAML file alone. */
    static ScenarioSetText parse(final YamlFile file) {
        final Reading reading = new Reading(file.name());
        final ScenarioSetText text = ScenarioSetReader.read(Section.of(reading, "", file.root(reading), null));
        reading.throwIfAny();
        return text;
    }

    private static ScenarioSet checked(final YamlFile file, final Function<String, YamlFile> files) {
        final ScenarioSetText text = parse(file);
        final ScenarioSet set = complete(text, files);
        if (!set.hash().equals(text.hash())) {
            throw new ConfigException(List.of(new ConfigError(
                    file.name(),
                    lineOf(file, "hash:"),
                    1,
                    "hash is " + text.hash() + ", but the content of the set has " + set.hash()
                            + "; a change that is meant counts up the version, and then states the hash of that"
                            + " content")));
        }
        return set;
    }

    private static int lineOf(final YamlFile file, final String start) {
        final List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static ScenarioSet complete(final ScenarioSetText text, final Function<String, YamlFile> files) {
        final Optional<JointBlock> joint =
                text.joint().map(terms -> JointFile.read(files.apply(terms.file()), terms, text.symbols()));
        final Optional<StressBlock> stress =
                text.stress().map(terms -> StressFile.read(files.apply(terms.file()), terms, text.symbols()));
        return text.with(joint, stress);
    }
}
