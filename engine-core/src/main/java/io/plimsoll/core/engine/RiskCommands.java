package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.market.VolatilityBook;

/** Commands about scenarios, margin models, surfaces, volatilities and revaluation. */
public final class RiskCommands {
    private final EngineState state;
    private final CommandContext context;
    private final RiskWork work;
    private final Funding funding;
    private final Settlement settlement;
    private final Interest interest;
    private final Documents documents;

    RiskCommands(
            final EngineState state,
            final CommandContext context,
            final RiskWork work,
            final Funding funding,
            final Settlement settlement,
            final Interest interest) {
        this.state = state;
        this.context = context;
        this.work = work;
        this.funding = funding;
        this.settlement = settlement;
        this.interest = interest;
        this.documents = new Documents(state, context, work);
    }

    /**
     * Takes a part of a document; with the last one the document is read, checked and in force, or refused whole.
     *
     * @param kind what the document is.
     * @param id of the document: 1 for the scenario set, that of a model, the asset for a surface.
     * @param version above that in force, but for surfaces, of which any follows any.
     * @param total words of the whole document.
     * @param offset index of the part's first word; 0 begins anew.
     * @param words of the part.
     * @return why not, or NONE.
     */
    public RejectReason onPart(
            final DocumentKind kind,
            final int id,
            final int version,
            final int total,
            final int offset,
            final Words words) {
        return documents.part(kind, id, version, total, offset, words);
    }

    /**
     * Moves the volatilities that joint scenarios use towards what accepted prices say, within the bounds of the rule.
     *
     * @return why not, or NONE.
     */
    public RejectReason onVolatilityFix() {
        final VolatilityBook volatilities = state.risk().volatilities();
        if (context.timeNs() < volatilities.nextFixNs()) {
            return context.reject(RejectReason.TOO_SOON, volatilities.nextFixNs());
        }
        // The command is valid from here on: state is written only below this line.
        volatilities.fixing(context.timeNs());
        for (int i = 0; i < state.assets().count(); i++) {
            final Asset asset = state.assets().at(i);
            if (volatilities.isFollowed(asset)) {
                final long before = volatilities.used(asset);
                if (volatilities.fix(asset, context.timeNs())) {
                    context.events()
                            .markets()
                            .onVolatilityFixed(asset, volatilities.filtered(asset), before, volatilities.used(asset));
                }
            }
        }
        return RejectReason.NONE;
    }

    /**
     * Asks for new rows of all instruments of an underlying.
     *
     * @param assetId the underlying.
     * @return why not, or NONE.
     */
    public RejectReason onRevalue(final int assetId) {
        final Asset asset = state.assets().get(assetId);
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (!state.risk().volatilities().isFollowed(asset)) {
            return RejectReason.NOT_AN_UNDERLYING;
        }
        // The command is valid from here on: state is written only below this line.
        work.isDue(asset);
        return RejectReason.NONE;
    }

    /**
     * Goes on with what the time has come for, an instrument at a time, and with work that is too long for one command: a slice
     * of it.
     *
     * @return NONE, also when there is nothing to do.
     */
    public RejectReason onContinue() {
        if (funding.isDue()) {
            funding.goOn();
        } else if (settlement.isDue()) {
            settlement.goOn();
        } else if (interest.isDue()) {
            interest.goOn();
        } else {
            work.goOn();
        }
        return RejectReason.NONE;
    }

    /** {@return whether there is work for a Continue} */
    public boolean hasWork() {
        return funding.isDue() || settlement.isDue() || interest.isDue() || work.hasWork();
    }
}
