package io.plimsoll.cli.host;

import io.plimsoll.config.ConfigError;
import io.plimsoll.config.ConfigException;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.config.Shipped;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.lab.live.LiveDocuments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What accounts in portfolio mode are margined by, as the engine loads it.
 *
 * @param setVersion version of the scenario set.
 * @param set its words.
 * @param models margin models; that of new accounts first.
 */
public record PortfolioDocuments(int setVersion, Words set, List<Model> models) {
    private static final int FIRST = 1;

    /**
     * A margin model.
     *
     * @param id of the model.
     * @param version of it.
     * @param words its words.
     */
    public record Model(int id, int version, Words words) {}

    /** Keeps the models as they are. */
    public PortfolioDocuments {
        models = List.copyOf(models);
    }

    /**
     * Reads scenario set and margin models, and sees that they fit.
     *
     * @param portfolio what the markets name.
     * @return the documents.
     * @throws ConfigException with everything that is wrong in the first of them that is wrong.
     */
    public static PortfolioDocuments read(final MarketsConfig.Portfolio portfolio) {
        final ScenarioSet set = ScenarioSetFile.isShipped(portfolio.scenarios())
                ? ScenarioSetFile.shipped(portfolio.scenarios())
                : ScenarioSetFile.read(Path.of(portfolio.scenarios()));
        final ModelText first = model(portfolio.model());
        final String misfit = "' does not fit scenario set '" + set.name() + "'";
        final List<Model> models = new ArrayList<>();
        final Words words = fitting("margin model '" + first.name() + misfit, () -> LiveDocuments.model(set, first));
        models.add(new Model(FIRST, first.version(), words));
        for (final MarketsConfig.FurtherModel further : portfolio.models()) {
            final ModelText other = model(further.model());
            final Words otherWords = fitting(
                    "margin model " + further.id() + ", '" + other.name() + misfit + " as it is laid out for '"
                            + first.name() + "'",
                    () -> LiveDocuments.furtherModel(set, first, other));
            models.add(new Model(further.id(), other.version(), otherWords));
        }
        return new PortfolioDocuments(set.version(), LiveDocuments.scenarioSet(set, first), models);
    }

    private static ModelText model(final String name) {
        return Shipped.MODELS.contains(name)
                ? ModelFile.shipped(name, Map.of())
                : ModelFile.read(Path.of(name), Map.of());
    }

    private static Words fitting(final String problem, final Supplier<Words> words) {
        try {
            return words.get();
        } catch (final IllegalArgumentException e) {
            throw new ConfigException(List.of(new ConfigError("portfolio", 0, 0, problem + ": " + e.getMessage())));
        }
    }
}
