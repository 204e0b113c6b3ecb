package io.plimsoll.lab.live;

import io.plimsoll.config.Shipped;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.margin.PortfolioBooks;
import io.plimsoll.core.margin.model.Charge;
import io.plimsoll.core.margin.model.HaircutCharge;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.lab.margin.Scenarios;
import io.plimsoll.lab.whatif.Preset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A margin model as an engine has loaded it, for what-if: it need not be one that ships. */
final class LoadedModel {
    private static final String COLLATERAL = "collateral";

    private LoadedModel() {}

    /** The model of an account; empty where the engine's scenario set does not ship, or not as the engine has it. */
    static Optional<Preset> of(final PortfolioBooks books, final Account account) {
        final io.plimsoll.core.risk.ScenarioSet loaded = books.regime().set();
        if (!ScenarioSetFile.isShipped(loaded.name())) {
            return Optional.empty();
        }
        final ScenarioSet set = ScenarioSetFile.shipped(loaded.name());
        return Optional.of(layout(books.of(Account.FIRST_MODEL).model().name()))
                .filter(text -> set.version() == loaded.version())
                .filter(text ->
                        LiveDocuments.blocks(Scenarios.of(set, text).plan()).equals(loaded.blocks()))
                .map(text -> new Preset(
                        text, set, Optional.of(withHaircuts(books.of(account).model()))));
    }

    /** What the engine's set is laid out for; a first model that does not ship is taken to add no moves of its own. */
    private static ModelText layout(final String first) {
        return ModelFile.shipped(Shipped.MODELS.contains(first) ? first : Shipped.MODELS.get(0), Map.of());
    }

    /** The engine takes haircuts off equity, and counts the initial ones, whatever the model says of them. */
    private static MarginModel withHaircuts(final MarginModel model) {
        return new MarginModel(
                model.name(),
                model.version(),
                model.byExpiry(),
                model.discounted(),
                model.alwaysLoss(),
                model.damped(),
                model.risk(),
                model.initial(),
                model.maintenance(),
                withoutHaircuts(model.addOns()).toList(),
                Stream.concat(Stream.of(new HaircutCharge(COLLATERAL, true)), withoutHaircuts(model.initialAddOns()))
                        .toList(),
                withoutHaircuts(model.maintenanceAddOns()).toList(),
                model.discount());
    }

    private static Stream<Charge> withoutHaircuts(final List<Charge> charges) {
        return charges.stream().filter(charge -> !(charge instanceof HaircutCharge));
    }
}
