package io.plimsoll.lab.live;

import io.plimsoll.config.Shipped;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.model.ModelWords;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.Scenarios;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Loads a scenario set or a margin model into a copy of an engine, the way an administrator does. A version that is not newer is
 * counted up, with a note: the figures do not depend on it.
 */
final class DocumentLoad {
    private static final int ONLY_SET = 1;

    private final EngineState state;
    private final HostFeed feed;
    private final List<String> notes = new ArrayList<>();

    DocumentLoad(final EngineState state, final HostFeed feed) {
        this.state = state;
        this.feed = feed;
    }

    /** What to see to before the documents are loaded into the engine itself. */
    List<String> notes() {
        return notes;
    }

    /** The set first, since a model is read with the blocks of the set. */
    void load(final DocumentChange change) {
        final boolean isLaidOut =
                change.id() == Account.FIRST_MODEL && change.model().isPresent();
        final ScenarioSet set = change.set().orElseGet(this::atWork);
        if (change.set().isPresent() || isLaidOut) {
            load(set, isLaidOut ? change.model().orElseThrow() : first());
        }
        change.model().ifPresent(model -> load(change.id(), model, set));
    }

    private io.plimsoll.core.risk.ScenarioSet loaded() {
        return state.risk().set();
    }

    /** The file of what the engine has: it loaded words, which name no file. */
    private ScenarioSet atWork() {
        final String name = loaded().name();
        if (ScenarioSetFile.isShipped(name)) {
            final ScenarioSet shipped = ScenarioSetFile.shipped(name);
            if (shipped.version() == loaded().version()) {
                return shipped;
            }
        }
        throw new MarketException("the scenario set at work, '" + name + "' v" + loaded().version()
                + ", is none that ships; --scenarios FILE names it");
    }

    /** The set is laid out for the model of new accounts. */
    private ModelText first() {
        final String name = state.risk().inUse().of(Account.FIRST_MODEL).model().name();
        if (!Shipped.MODELS.contains(name)) {
            throw new MarketException("margin model 1 at work, '" + name
                    + "', is none that ships, and a scenario set is laid out for it; --model FILE names it");
        }
        return ModelFile.shipped(name, Map.of());
    }

    private void load(final ScenarioSet set, final ModelText first) {
        final String what = "scenario set '" + set.name() + "'";
        if (LiveDocuments.scenarioSet(set, first).hash() == loaded().hash()) {
            return;
        }
        final int version = newer(what, set.version(), loaded().version());
        send(
                DocumentKind.SCENARIO_SET,
                ONLY_SET,
                version,
                what,
                LiveDocuments.scenarioSet(set.withVersion(version), first));
    }

    private void load(final int id, final ModelText model, final ScenarioSet set) {
        final String what = "margin model '" + model.name() + "'";
        final int version = newer(what, model.version(), state.risk().modelVersion(id));
        final Words words;
        try {
            words = ModelWords.write(ModelBuilder.build(
                    model.withVersion(version), Scenarios.of(set, model).plan()));
            ModelWords.read(words, loaded().blocks());
        } catch (final IllegalArgumentException e) {
            throw new MarketException(what + " does not fit scenario set '" + set.name() + "': " + e.getMessage());
        }
        send(DocumentKind.MARGIN_MODEL, id, version, what, words);
    }

    private int newer(final String what, final int version, final int inForce) {
        if (version > inForce) {
            return version;
        }
        notes.add(what + " must be loaded as version " + (inForce + 1) + ", for " + inForce + " is in force");
        return inForce + 1;
    }

    private void send(final DocumentKind kind, final int id, final int version, final String what, final Words words) {
        if (feed.document(kind, id, version, words)) {
            return;
        }
        throw new MarketException(
                feed.reason() == RejectReason.OTHER_MODEL_NOT_OF_SET
                        ? what + " does not go with margin model " + feed.detail()
                                + ", which names scenarios that would not be there"
                        : "the engine refuses " + what + ": " + feed.reason() + ", " + feed.detail());
    }
}
