package io.plimsoll.core.engine;

import io.plimsoll.core.account.Holders;
import io.plimsoll.core.instrument.AssetRule;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.OrderLimit;
import io.plimsoll.core.instrument.TierTable;

/** Commands about time, parameters and checkpoints. */
final class Controls {
    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final TickSize tickSize;
    private final AssetParameters ofAsset;
    private final Raises raises;

    Controls(
            final EngineState state,
            final CommandContext context,
            final Remargin remargin,
            final RiskWork work,
            final Interest interest,
            final PriceRule priceRule,
            final Raises raises) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.tickSize = new TickSize(state, context, work);
        this.ofAsset = new AssetParameters(state, context, remargin, interest, work, priceRule, raises);
        this.raises = raises;
    }

    /** The sequencer has stamped the command with the time it names, if its clock is `commands`; else it may not be used. */
    RejectReason advanceTime(final long timeNs) {
        if (timeNs < context.timeNs()) {
            return context.reject(RejectReason.TIME_BACKWARDS, context.timeNs());
        }
        return timeNs == context.timeNs() ? RejectReason.NONE : RejectReason.NOT_ALLOWED;
    }

    RejectReason parameter(final int parameterCode, final int scope, final long value) {
        final ParameterId parameter = ParameterId.of(parameterCode);
        if (parameter == null) {
            return RejectReason.UNKNOWN_PARAMETER;
        }
        return switch (parameter) {
            case UNREALISED_PROFIT_CREDIT_PPM,
                    MARGIN_CALL_POINT_PPM,
                    LIQUIDATION_EXIT_PPM,
                    ORDER_PRICE_BAND_PPM,
                    PHASE_IN_NS -> ofEngine(parameter, scope, value);
            case HAIRCUT_PPM, INITIAL_HAIRCUT_PPM, LIABILITY_HAIRCUT_PPM -> ofAsset.haircut(parameter, scope, value);
            case WITHDRAWAL_ACCOUNT_MAX -> ofAsset.rule(parameter, AssetRule.WITHDRAWAL_ACCOUNT_MAX, scope, value);
            case BORROW_ACCOUNT_MAX -> ofAsset.rule(parameter, AssetRule.BORROW_ACCOUNT_MAX, scope, value);
            case BORROW_TOTAL_MAX -> ofAsset.rule(parameter, AssetRule.BORROW_TOTAL_MAX, scope, value);
            case BORROW_RATE -> ofAsset.rule(parameter, AssetRule.BORROW_RATE, scope, value);
            case DAILY_VOLUME -> ofAsset.rule(parameter, AssetRule.DAILY_VOLUME, scope, value);
            case INDEX_AGE_MAX -> ofAsset.rule(parameter, AssetRule.INDEX_AGE_MAX, scope, value);
            case INDEX_DOUBTFUL -> ofAsset.rule(parameter, AssetRule.INDEX_DOUBTFUL, scope, value);
            case INDEX_CONFIDENCE -> ofAsset.rule(parameter, AssetRule.INDEX_CONFIDENCE, scope, value);
            case WRONG_WAY_SHARE -> ofAsset.rule(parameter, AssetRule.WRONG_WAY_SHARE, scope, value);
            case COLLATERAL_CAP -> ofAsset.rule(parameter, AssetRule.COLLATERAL_CAP, scope, value);
            case WITHDRAWAL_TOTAL_MAX -> ofAsset.rule(parameter, AssetRule.WITHDRAWAL_TOTAL_MAX, scope, value);
            case POSITION_LOTS_MAX -> positionLotsMax(scope, value);
            case ORDER_VALUE_MAX -> orderLimit(parameter, OrderLimit.ORDER_VALUE_MAX, scope, value);
            case GROUP_LOTS_MAX -> orderLimit(parameter, OrderLimit.GROUP_LOTS_MAX, scope, value);
            case OPEN_INTEREST_MAX -> orderLimit(parameter, OrderLimit.OPEN_INTEREST_MAX, scope, value);
            case TAKING_BAND_PPM -> orderLimit(parameter, OrderLimit.TAKING_BAND_PPM, scope, value);
            case RESTING_BAND_PPM -> orderLimit(parameter, OrderLimit.RESTING_BAND_PPM, scope, value);
            case TIER_TABLE -> tierTable(scope, value);
            case TICK_VALUE -> tickSize.change(scope, value);
        };
    }

    private RejectReason ofEngine(final ParameterId parameter, final int scope, final long value) {
        if (scope != 0) {
            return RejectReason.UNKNOWN_PARAMETER;
        }
        if (!Parameters.isInRange(parameter, value)) {
            return RejectReason.VALUE_OUT_OF_RANGE;
        }
        // The command is valid from here on: state is written only below this line.
        final long before = state.parameters().get(parameter);
        state.parameters().set(parameter, value);
        context.events().onParameterInForce(parameter, scope, before, value, context.source());
        remargin.all(state.accounts().all());
        return RejectReason.NONE;
    }

    private RejectReason positionLotsMax(final int scope, final long value) {
        final Instrument instrument = state.instruments().get(scope);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (value < 1 || value > instrument.positionLotsLimit()) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, instrument.positionLotsLimit());
        }
        // The command is valid from here on: state is written only below this line.
        final long before = instrument.positionLotsMax();
        final long hashBefore = instrument.hash();
        instrument.positionLotsMax(value);
        state.hash().replace(hashBefore, instrument.hash());
        context.events().onParameterInForce(ParameterId.POSITION_LOTS_MAX, scope, before, value, context.source());
        return RejectReason.NONE;
    }

    private RejectReason orderLimit(
            final ParameterId parameter, final OrderLimit limit, final int scope, final long value) {
        final Instrument instrument = state.instruments().get(scope);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (value < 0 || value > OrderLimit.UNLIMITED) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, OrderLimit.UNLIMITED);
        }
        // The command is valid from here on: state is written only below this line.
        final long before = instrument.limit(limit);
        final long hashBefore = instrument.hash();
        instrument.limit(limit, value);
        state.hash().replace(hashBefore, instrument.hash());
        context.events().onParameterInForce(parameter, scope, before, value, context.source());
        return RejectReason.NONE;
    }

    private RejectReason tierTable(final int scope, final long value) {
        final Instrument instrument = state.instruments().get(scope);
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        final TierTable table = value == (int) value ? state.tierTables().get((int) value) : null;
        if (table == null) {
            return RejectReason.UNKNOWN_TIER_TABLE;
        }
        // The command is valid from here on: state is written only below this line.
        final long before = instrument.tiers().id();
        final long hashBefore = instrument.hash();
        final Holders holders = state.accounts().holdersOf(instrument);
        final long[] figures = raises.before(holders);
        instrument.tiers(table);
        state.hash().replace(hashBefore, instrument.hash());
        context.events().onParameterInForce(ParameterId.TIER_TABLE, scope, before, value, context.source());
        raises.after(holders, figures);
        remargin.all(holders);
        return RejectReason.NONE;
    }

    RejectReason checkpoint() {
        Invariants.check(state);
        context.events()
                .onCheckpoint(
                        state.hash().value(),
                        state.accounts().count(),
                        state.accounts().openPositions(),
                        state.orders().count());
        return RejectReason.NONE;
    }
}
