package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Long random runs of accounts in portfolio mode: after every command the engine, which keeps sums up to date, and the slow twin,
 * which makes everything from positions and rows, agree on every account to the last unit.
 */
class PortfolioRunTest {
    private static final int COMMANDS = 3_000;

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "20261121, true"})
    void theEngineAgreesWithItsTwinAfterEveryCommandAndReplaysToTheSameHash(final long seed, final boolean byExpiry) {
        run(seed, byExpiry).run(COMMANDS);
    }

    @ParameterizedTest
    @CsvSource({"4, false", "20261122, true"})
    void theyAgreeWhereAccountsChangeBetweenMarginModels(final long seed, final boolean byExpiry) {
        final PortfolioRun run = run(seed, byExpiry);
        run.loadModel(2, 1, LiveMarket.model(1, !byExpiry));
        run.loadModel(3, 1, LiveMarket.halfTheGrid(1));
        run.run(COMMANDS);
        assertThat(run.modelChanges()).as("seed " + seed).isGreaterThan(20);
    }

    private static PortfolioRun run(final long seed, final boolean byExpiry) {
        return new PortfolioRun(
                seed,
                version -> LiveSet.set(version, version == 1 ? seed : seed + version),
                LiveMarket.model(1, byExpiry));
    }
}
