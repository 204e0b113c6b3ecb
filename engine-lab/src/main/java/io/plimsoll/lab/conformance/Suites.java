package io.plimsoll.lab.conformance;

import io.plimsoll.config.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The suites there are: those that are run, and those that are known but not supported, with the reason. */
final class Suites {
    private static final List<Suite> RUN = List.of(
            new Pmrm2Suite(),
            new DeribitSuite(),
            new StandardSuite(),
            new OkxSuite(),
            new SpanSuite(),
            DydxGroups.suite(),
            DriftGroups.suite(),
            MangoGroups.suite(),
            TierGroups.liquidationPrices(),
            TierGroups.vega(),
            VenueGroups.suite(),
            FundingGroups.derive(),
            new HaugSuite(),
            new PriceTableSuite(),
            new Black76Suite(),
            new PositionSuite(),
            new ExchangeCoreSuite(),
            new TheorySuite());

    private static final Map<String, String> NOT_YET = Map.ofEntries(
            Map.entry("backtesting", "the statistics of backtests are not run from here yet"),
            Map.entry("derive_pmrm1", "the preset pmrm1 is not there yet"),
            Map.entry("drift_liquidation", "liquidation is not there yet"),
            Map.entry("dydx_liquidation", "liquidation is not there yet"));

    private Suites() {}

    static Optional<Suite> find(final String name) {
        return RUN.stream().filter(suite -> suite.name().equals(name)).findFirst();
    }

    /** Why a suite is not run. */
    static String whyNot(final String name) {
        return NOT_YET.getOrDefault(name, "no suite has this name" + Nearest.question(name, names()));
    }

    /** Names of all suites, those that are run first. */
    static List<String> names() {
        return Stream.concat(
                        RUN.stream().map(Suite::name), NOT_YET.keySet().stream().sorted())
                .toList();
    }
}
