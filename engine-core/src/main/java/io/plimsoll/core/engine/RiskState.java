package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.Registry;
import io.plimsoll.core.margin.PortfolioBooks;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.market.SurfaceBook;
import io.plimsoll.core.market.VolatilityBook;
import io.plimsoll.core.risk.LiveFigures;
import io.plimsoll.core.risk.Revaluation;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.risk.ScenarioSet;
import java.util.List;

/** What the engine knows of scenarios, margin models, surfaces and volatilities, and the revaluation that is under way. */
public final class RiskState {
    private final StateHash hash;
    private final Registry<Asset> assets;
    private final Registry<Instrument> instruments;
    private final SurfaceBook surfaces;
    private final VolatilityBook volatilities;
    private final PartBuffer[] parts;
    private ScenarioSet set;
    private final ModelTable models;
    private PortfolioBooks inUse;
    private RiskRegime next;
    private List<MarginModel> nextModels = List.of();

    RiskState(
            final Limits limits,
            final Registry<Asset> assets,
            final Registry<Instrument> instruments,
            final StateHash hash) {
        this.hash = hash;
        this.assets = assets;
        this.instruments = instruments;
        this.surfaces = new SurfaceBook(limits.assets(), hash);
        this.volatilities = new VolatilityBook(limits.assets(), hash);
        this.models = new ModelTable(hash);
        this.parts = new PartBuffer[DocumentKind.values().length];
        for (final DocumentKind kind : DocumentKind.values()) {
            parts[kind.code() - 1] = new PartBuffer(kind, hash);
        }
    }

    /** {@return forwards and volatilities by expiry} */
    public SurfaceBook surfaces() {
        return surfaces;
    }

    /** {@return volatilities that joint scenarios use} */
    public VolatilityBook volatilities() {
        return volatilities;
    }

    PartBuffer parts(final DocumentKind kind) {
        return parts[kind.code() - 1];
    }

    /** {@return the scenario set that came last; null before the first} */
    public ScenarioSet set() {
        return set;
    }

    /**
     * Version of a margin model that came last.
     *
     * @param model id, from 1 to {@link PortfolioBooks#MODELS_MAX}.
     * @return its version; 0 before the first.
     */
    public int modelVersion(final int model) {
        return models.version(model);
    }

    ModelTable models() {
        return models;
    }

    /** {@return requirements of accounts in portfolio mode; null until all rows of the first scenario set are there} */
    public PortfolioBooks inUse() {
        return inUse;
    }

    /** {@return rows that are being made for another set or model; null when there are none} */
    public RiskRegime next() {
        return next;
    }

    /** Where rows are made now: for what comes next, else for what is in use; null when there is neither. */
    RiskRegime target() {
        if (next != null) {
            return next;
        }
        return inUse == null ? null : inUse.regime();
    }

    void set(final ScenarioSet newSet) {
        hash.replace(setHash(), 0);
        set = newSet;
        volatilities.rule(newSet.follow());
        hash.replace(0, setHash());
    }

    /** Begins the rows of another set, or for another model. */
    void begin(final Limits limits) {
        if (next != null) {
            next.leave();
        }
        next = new RiskRegime(set, limits.instruments(), limits.assets(), hash);
        nextModels = models.read(set.blocks());
        for (int i = 0; i < assets.count(); i++) {
            define(assets.at(i));
        }
        for (int i = 0; i < assets.count(); i++) {
            if (assets.at(i).claim() != null) {
                next.claim(assets.at(i));
            }
        }
        for (int i = 0; i < instruments.count(); i++) {
            next.define(instruments.at(i));
        }
    }

    /** An asset was defined: it may be an underlying. */
    void define(final Asset asset) {
        if (inUse != null && inUse.regime() != next && inUse.regime().placeOf(asset) < 0) {
            inUse.regime().define(asset);
        }
        if (next != null) {
            next.define(asset);
        }
        final int place = set == null ? -1 : set.find(asset.symbol().toString());
        if (place >= 0) {
            volatilities.follow(asset, set.underlyings().get(place).floor());
        }
    }

    /** An asset has become a claim: it moves with what it redeems for. */
    void claim(final Asset asset) {
        if (inUse != null) {
            inUse.regime().claim(asset);
        }
        if (next != null) {
            next.claim(asset);
        }
    }

    /** An instrument was defined. */
    void define(final Instrument instrument) {
        if (inUse != null) {
            inUse.regime().define(instrument);
        }
        if (next != null) {
            next.define(instrument);
        }
    }

    /** All rows of what comes next are there. */
    PortfolioBooks takeOver() {
        if (inUse != null) {
            inUse.regime().leave();
        }
        inUse = new PortfolioBooks(next, nextModels);
        next = null;
        nextModels = List.of();
        return inUse;
    }

    Revaluation revaluation(final EngineState state) {
        return new Revaluation(
                target(),
                state.prices(),
                surfaces,
                state.settlement(),
                state.limits().instruments(),
                new LiveFigures(state.accounts(), state.funding(), state.prices()));
    }

    private long setHash() {
        return set == null ? 0 : StateHash.of(HashKind.DOCUMENT, DocumentKind.SCENARIO_SET.code(), set.hash());
    }

    /** {@return its part of the state hash, made from nothing} */
    long hashFromScratch() {
        long sum = setHash() + models.hashFromScratch() + volatilities.hashOfFix();
        for (final PartBuffer part : parts) {
            sum += part.hash();
        }
        for (int i = 0; i < assets.count(); i++) {
            sum += surfaces.hashOf(assets.at(i)) + volatilities.hashOf(assets.at(i));
        }
        sum += inUse == null ? 0 : inUse.regime().hashFromScratch();
        return sum + (next == null ? 0 : next.hashFromScratch());
    }
}
