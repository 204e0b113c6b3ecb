package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.margin.PortfolioBooks;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.ModelWords;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.ArrayList;
import java.util.List;

/** The margin models that were loaded, by id: words and version of each. None is ever taken away, for accounts may have it. */
final class ModelTable {
    /** Every model fits. */
    static final int NONE = 0;

    private final StateHash stateHash;
    private final Words[] words = new Words[PortfolioBooks.MODELS_MAX + 1];
    private final int[] versions = new int[PortfolioBooks.MODELS_MAX + 1];

    ModelTable(final StateHash stateHash) {
        this.stateHash = stateHash;
    }

    static boolean isId(final int id) {
        return id >= 1 && id <= PortfolioBooks.MODELS_MAX;
    }

    /** Version of a model; 0 when there is none of that id. */
    int version(final int id) {
        return versions[id];
    }

    boolean isLoaded(final int id) {
        return words[id] != null;
    }

    /** Hash of a model's words; it was loaded. */
    long hash(final int id) {
        return words[id].hash();
    }

    void load(final int id, final Words newWords, final int version) {
        stateHash.replace(hashOf(id), 0);
        words[id] = newWords;
        versions[id] = version;
        stateHash.replace(0, hashOf(id));
    }

    /** Whether a model was loaded and names no other blocks than these. */
    boolean fits(final int id, final List<ScenarioBlock> blocks) {
        if (!isLoaded(id)) {
            return false;
        }
        try {
            ModelWords.read(words[id], blocks);
            return true;
        } catch (final IllegalArgumentException e) {
            // It could be read when it came, so it is the blocks that are others.
            return false;
        }
    }

    /** The first model besides that of new accounts which names other blocks than these; {@link #NONE}, if all fit. */
    int misfit(final List<ScenarioBlock> blocks) {
        for (int id = Account.FIRST_MODEL + 1; id <= PortfolioBooks.MODELS_MAX; id++) {
            if (isLoaded(id) && !fits(id, blocks)) {
                return id;
            }
        }
        return NONE;
    }

    /** All models, by id from 1; null where there is none. They fit. */
    List<MarginModel> read(final List<ScenarioBlock> blocks) {
        final List<MarginModel> models = new ArrayList<>();
        for (int id = 1; id <= PortfolioBooks.MODELS_MAX; id++) {
            models.add(isLoaded(id) ? ModelWords.read(words[id], blocks) : null);
        }
        return models;
    }

    private long hashOf(final int id) {
        final int kind = DocumentKind.MARGIN_MODEL.code();
        if (!isLoaded(id)) {
            return 0;
        }
        return id == Account.FIRST_MODEL
                ? StateHash.of(HashKind.DOCUMENT, kind, hash(id))
                : StateHash.of(HashKind.DOCUMENT, kind, id, hash(id));
    }

    /** Its part of the state hash, made from nothing. */
    long hashFromScratch() {
        long sum = 0;
        for (int id = 1; id <= PortfolioBooks.MODELS_MAX; id++) {
            sum += hashOf(id);
        }
        return sum;
    }
}
