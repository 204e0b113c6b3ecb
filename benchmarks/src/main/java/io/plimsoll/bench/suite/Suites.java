package io.plimsoll.bench.suite;

import java.util.List;
import java.util.Optional;

/** The suites there are. */
public final class Suites {
    private static final List<Suite> ALL = List.of(
            new StallSuite(),
            new EngineSuite(),
            new AllocationSuite(),
            new RiskSuite(),
            new PortfolioSuite(),
            new OrdersSuite(),
            new StageSuite(),
            new RoundTripSuite(),
            new SaturationSuite(),
            new JournalSuite(),
            new ReplaySuite(),
            new OpenLoopSuite());

    private Suites() {}

    /** {@return all of them, in the order in which they run} */
    public static List<Suite> all() {
        return ALL;
    }

    /**
     * A suite by its name.
     *
     * @param name on the command line.
     * @return the suite, if there is one.
     */
    public static Optional<Suite> named(final String name) {
        return ALL.stream().filter(suite -> suite.name().equals(name)).findFirst();
    }

    /** {@return names of all suites} */
    public static List<String> names() {
        return ALL.stream().map(Suite::name).toList();
    }
}
