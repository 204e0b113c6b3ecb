package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Claim;
import io.plimsoll.core.instrument.Instrument;

/** Commands about assets that are claims on others, and what they redeem for. */
public final class ClaimCommands {
    private final EngineState state;
    private final CommandContext context;
    private final Prices prices;
    private final RiskWork work;

    ClaimCommands(final EngineState state, final CommandContext context, final Prices prices, final RiskWork work) {
        this.state = state;
        this.context = context;
        this.prices = prices;
        this.work = work;
    }

    /**
     * Makes an asset a claim on another one, or replaces its step. Until the first rate it keeps the price that it has.
     *
     * @param assetId the claim.
     * @param underlyingId for which it redeems.
     * @param stepPpm by how much of itself the rate may change at once, 1 to 1,000,000.
     * @return why not, or NONE.
     */
    public RejectReason onDefineClaim(final int assetId, final int underlyingId, final int stepPpm) {
        final Asset asset = state.assets().get(assetId);
        final Asset underlying = state.assets().get(underlyingId);
        if (asset == null || underlying == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (stepPpm < 1 || stepPpm > FixedPoint.PPM) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, FixedPoint.PPM);
        }
        final RejectReason reason = asset.claim() == null
                ? checkNew(asset, underlying)
                : checkSame(asset.claim().underlying(), underlying);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        final long before = asset.hash();
        final boolean isNew = asset.claim() == null;
        if (isNew) {
            asset.claimOn(underlying);
        }
        asset.claim().stepPpm(stepPpm);
        state.hash().replace(before, asset.hash());
        if (isNew) {
            state.risk().claim(asset);
            work.hasChanged(asset);
        }
        context.events().onDefined(Definition.CLAIM, assetId);
        return RejectReason.NONE;
    }

    private RejectReason checkNew(final Asset asset, final Asset underlying) {
        if (asset == underlying || underlying.claim() != null) {
            return context.reject(RejectReason.CLAIM_ON_CLAIM, underlying.id());
        }
        if (asset.claims() > 0) {
            return context.reject(RejectReason.CLAIM_ON_CLAIM, asset.claimAt(0).id());
        }
        if (asset.stable()) {
            return RejectReason.NOT_A_CLAIM;
        }
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.settlement() == asset) {
                return context.reject(
                        RejectReason.NOT_A_CLAIM, instrument.terms().id());
            }
        }
        return RejectReason.NONE;
    }

    private RejectReason checkSame(final Asset known, final Asset underlying) {
        return known == underlying ? RejectReason.NONE : context.reject(RejectReason.ALREADY_DEFINED, known.id());
    }

    /**
     * Sets what a claim redeems for. Its index price follows.
     *
     * @param assetId the claim.
     * @param rate units of the underlying for one whole unit, x 10^15.
     * @return why not, or NONE.
     */
    public RejectReason onRedemptionRate(final int assetId, final long rate) {
        final Asset asset = state.assets().get(assetId);
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        final Claim claim = asset.claim();
        if (claim == null) {
            return RejectReason.NOT_A_CLAIM;
        }
        if (rate < 1 || rate > Claim.RATE_MAX) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, Claim.RATE_MAX);
        }
        final long nearest = claim.nearest(rate);
        if (nearest != rate) {
            return context.reject(RejectReason.REDEMPTION_STEP, nearest);
        }
        // The command is valid from here on: state is written only below this line.
        final long before = asset.hash();
        claim.rate(rate);
        state.hash().replace(before, asset.hash());
        prices.onRedemptionRate(asset);
        return RejectReason.NONE;
    }
}
