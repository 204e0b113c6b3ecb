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
import java.util.List;
import java.util.Map;

/**
 * What accounts in portfolio mode are margined by, as the engine loads it.
 *
 * @param setVersion version of the scenario set.
 * @param set its words.
 * @param modelVersion version of the margin model.
 * @param model its words.
 */
public record PortfolioDocuments(int setVersion, Words set, int modelVersion, Words model) {
    /**
     * Reads scenario set and margin model, and sees that they fit.
     *
     * @param portfolio what the markets name.
     * @return the documents.
     * @throws ConfigException with everything that is wrong in the first of them that is wrong.
     */
    public static PortfolioDocuments read(final MarketsConfig.Portfolio portfolio) {
        final ScenarioSet set = ScenarioSetFile.isShipped(portfolio.scenarios())
                ? ScenarioSetFile.shipped(portfolio.scenarios())
                : ScenarioSetFile.read(Path.of(portfolio.scenarios()));
        final ModelText model = Shipped.MODELS.contains(portfolio.model())
                ? ModelFile.shipped(portfolio.model(), Map.of())
                : ModelFile.read(Path.of(portfolio.model()), Map.of());
        try {
            return new PortfolioDocuments(
                    set.version(),
                    LiveDocuments.scenarioSet(set, model),
                    model.version(),
                    LiveDocuments.model(set, model));
        } catch (final IllegalArgumentException e) {
            final String problem =
                    "margin model '" + model.name() + "' does not fit scenario set '" + set.name() + "': ";
            throw new ConfigException(List.of(new ConfigError("portfolio", 0, 0, problem + e.getMessage())));
        }
    }
}
