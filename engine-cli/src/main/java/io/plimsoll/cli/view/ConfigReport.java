package io.plimsoll.cli.view;

import io.plimsoll.config.Configuration;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.MarketsConfig;
import java.util.stream.Collectors;

/** Says in a few words what a configuration holds. */
public final class ConfigReport {
    private ConfigReport() {}

    /**
     * Both parts.
     *
     * @param configuration to describe.
     * @return one line.
     */
    public static String summary(final Configuration configuration) {
        return summary(configuration.engine())
                + configuration
                        .markets()
                        .map(markets -> "; " + summary(markets))
                        .orElse("; no markets");
    }

    /**
     * An engine.
     *
     * @param engine to describe.
     * @return one line.
     */
    public static String summary(final EngineConfig engine) {
        return "engine, journal " + engine.journal().folder() + ", channel "
                + engine.aeron().channel() + ", " + engine.sources().size() + " sources";
    }

    /**
     * Markets.
     *
     * @param markets to describe.
     * @return one line.
     */
    public static String summary(final MarketsConfig markets) {
        return "markets, " + markets.assets().size() + " assets, "
                + markets.tierTables().size() + " tier tables, "
                + markets.instruments().size() + " instruments"
                + markets.portfolio()
                        .map(portfolio -> ", portfolio margin by " + portfolio.model() + further(portfolio) + " over "
                                + portfolio.scenarios())
                        .orElse("");
    }

    private static String further(final MarketsConfig.Portfolio portfolio) {
        return portfolio.models().isEmpty()
                ? ""
                : " and "
                        + portfolio.models().stream()
                                .map(each -> each.id() + ": " + each.model())
                                .collect(Collectors.joining(", "));
    }
}
