package io.plimsoll.config.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A scenario set, complete and checked.
 *
 * @param name of the set.
 * @param version counts up with every change.
 * @param hash SHA-256 of its canonical content, 64 hexadecimal digits.
 * @param classes of underlyings.
 * @param underlyings in the order in which blocks number them.
 * @param grid scenarios that move one underlying; empty: the set has none.
 * @param joint scenarios that move everything together.
 * @param stress named stress.
 * @param follow how volatilities follow prices.
 */
public record ScenarioSet(
        String name,
        int version,
        String hash,
        List<RiskClass> classes,
        List<Underlying> underlyings,
        List<GridScenario> grid,
        Optional<JointBlock> joint,
        Optional<StressBlock> stress,
        VolatilityFollow follow) {
    private static final int DIGITS_OF_64_BITS = 16;
    private static final int HEXADECIMAL = 16;

    /** Copies the lists. */
    public ScenarioSet {
        classes = List.copyOf(classes);
        underlyings = List.copyOf(underlyings);
        grid = List.copyOf(grid);
    }

    /**
     * A set that follows volatilities as those do that say nothing of it.
     *
     * @param name of the set.
     * @param version counts up with every change.
     * @param hash SHA-256 of its canonical content, 64 hexadecimal digits.
     * @param classes of underlyings.
     * @param underlyings in the order in which blocks number them.
     * @param grid scenarios that move one underlying; empty: the set has none.
     * @param joint scenarios that move everything together.
     * @param stress named stress.
     */
    public ScenarioSet(
            final String name,
            final int version,
            final String hash,
            final List<RiskClass> classes,
            final List<Underlying> underlyings,
            final List<GridScenario> grid,
            final Optional<JointBlock> joint,
            final Optional<StressBlock> stress) {
        this(name, version, hash, classes, underlyings, grid, joint, stress, VolatilityFollow.DEFAULT);
    }

    /**
     * The same content as another version; the hash stays that of the file.
     *
     * @param other version.
     * @return the set.
     */
    public ScenarioSet withVersion(final int other) {
        return new ScenarioSet(name, other, hash, classes, underlyings, grid, joint, stress, follow);
    }

    /** {@return names of the groups of underlyings, in the order in which classes name them first} */
    public List<String> groups() {
        return classes.stream().map(RiskClass::group).distinct().toList();
    }

    /** {@return the first 64 bits of the hash, for journals and messages} */
    public long shortHash() {
        return Long.parseUnsignedLong(hash.substring(0, DIGITS_OF_64_BITS), HEXADECIMAL);
    }
}
