package io.plimsoll.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Sees that the markets fit the limits of the engine. */
final class RoomCheck {
    private static final String LIMITS = "limits";

    private RoomCheck() {}

    static void check(
            final ConfigText<EngineConfig> engine, final MarketsConfig markets, final List<ConfigError> errors) {
        final EngineConfig.Limits limits = engine.config().limits();
        check(engine, "assets", markets.assets().size(), limits.assets(), errors);
        check(engine, "tier-tables", markets.tierTables().size(), limits.tierTables(), errors);
        check(engine, "instruments", markets.instruments().size(), limits.instruments(), errors);
    }

    private static void check(
            final ConfigText<EngineConfig> engine,
            final String limit,
            final int defined,
            final int room,
            final List<ConfigError> errors) {
        if (defined > room) {
            final Optional<Mark> mark =
                    Trees.at(engine.tree(), List.of(LIMITS, limit)).getStartMark();
            errors.add(Origins.error(
                    mark,
                    "",
                    LIMITS + "." + limit + " is " + room + ", but the markets have " + defined + "; allowed: from "
                            + defined));
        }
    }
}
