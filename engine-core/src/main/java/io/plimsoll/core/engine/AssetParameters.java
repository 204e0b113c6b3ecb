package io.plimsoll.core.engine;

import io.plimsoll.core.account.Holders;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.Haircuts;

/** Parameters of an asset: haircuts, limits, rates. */
final class AssetParameters {
    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final Interest interest;
    private final RiskWork work;
    private final PriceRule priceRule;
    private final Raises raises;
    private final Haircuts changed = new Haircuts();

    AssetParameters(
            final EngineState state,
            final CommandContext context,
            final Remargin remargin,
            final Interest interest,
            final RiskWork work,
            final PriceRule priceRule,
            final Raises raises) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.interest = interest;
        this.work = work;
        this.priceRule = priceRule;
        this.raises = raises;
    }

    RejectReason haircut(final ParameterId parameter, final int scope, final long value) {
        final Asset asset = state.assets().get(scope);
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (value < 0 || value > FixedPoint.PPM) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, FixedPoint.PPM);
        }
        final Haircuts haircuts = asset.haircuts();
        final int rate = (int) value;
        final int credit = parameter == ParameterId.HAIRCUT_PPM ? rate : haircuts.creditPpm();
        final int initial = parameter == ParameterId.INITIAL_HAIRCUT_PPM ? rate : haircuts.initialPpm();
        final int liability = parameter == ParameterId.LIABILITY_HAIRCUT_PPM ? rate : haircuts.liabilityPpm();
        changed.copyFrom(haircuts);
        changed.setFirst(credit, initial, liability);
        if (!changed.hasValidRates()) {
            return RejectReason.RATE_OUT_OF_RANGE;
        }
        if (!changed.isAscending()) {
            return RejectReason.TIERS_NOT_ASCENDING;
        }
        // The command is valid from here on: state is written only below this line.
        final long before =
                switch (parameter) {
                    case HAIRCUT_PPM -> haircuts.creditPpm();
                    case INITIAL_HAIRCUT_PPM -> haircuts.initialPpm();
                    default -> haircuts.liabilityPpm();
                };
        final long hashBefore = asset.hash();
        haircuts.copyFrom(changed);
        state.hash().replace(hashBefore, asset.hash());
        context.events().onParameterInForce(parameter, scope, before, value, context.source());
        work.hasChanged(asset);
        remargin.all(state.accounts().holdersOf(asset));
        return RejectReason.NONE;
    }

    /** Sets a limit or rate; but for the last of them it has no effect on the margin of anybody before new rows are made. */
    RejectReason rule(final ParameterId parameter, final AssetRule rule, final int scope, final long value) {
        final Asset asset = state.assets().get(scope);
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (value < 0 || value > rule.max()) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, rule.max());
        }
        // The command is valid from here on: state is written only below this line.
        final long before = asset.rules().get(rule);
        final long hashBefore = asset.hash();
        final Holders holders = state.accounts().holdersOf(asset);
        final long[] figures = rule == AssetRule.WRONG_WAY_SHARE ? raises.before(holders) : null;
        asset.rules().set(rule, value);
        state.hash().replace(hashBefore, asset.hash());
        if (rule == AssetRule.BORROW_RATE) {
            interest.rate(asset, value);
        }
        if (rule == AssetRule.DAILY_VOLUME || rule == AssetRule.INDEX_CONFIDENCE) {
            work.hasChanged(asset);
        }
        context.events().onParameterInForce(parameter, scope, before, value, context.source());
        if (rule == AssetRule.INDEX_AGE_MAX || rule == AssetRule.INDEX_DOUBTFUL) {
            priceRule.changed(before, value);
            remargin.restingOn(asset);
        }
        if (rule == AssetRule.WRONG_WAY_SHARE) {
            raises.after(holders, figures);
            remargin.all(holders);
        }
        return RejectReason.NONE;
    }
}
