package io.plimsoll.core.engine;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;

/** Parameters of the engine as a whole, with their defaults and ranges. */
public final class Parameters {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long PHASE_IN_MAX_NS = 30 * DAY_NS;

    private final StateHash stateHash;
    private int unrealisedProfitCreditPpm;
    private int marginCallPointPpm = FixedPoint.PPM / 2;
    private int liquidationExitPpm = FixedPoint.PPM + FixedPoint.PPM / 10;
    private int orderPriceBandPpm = FixedPoint.PPM / 2;
    private long phaseInNs = DAY_NS;

    Parameters(final StateHash stateHash) {
        this.stateHash = stateHash;
        stateHash.replace(0, hash());
    }

    /**
     * Whether a value is in a parameter's range.
     *
     * @param parameter of the engine as a whole.
     * @param value to check.
     * @return true when it is.
     */
    static boolean isInRange(final ParameterId parameter, final long value) {
        if (parameter == ParameterId.LIQUIDATION_EXIT_PPM) {
            return value >= FixedPoint.PPM && value <= FixedPoint.PPM + FixedPoint.PPM / 2;
        }
        return value >= 0 && value <= (parameter == ParameterId.PHASE_IN_NS ? PHASE_IN_MAX_NS : FixedPoint.PPM);
    }

    long get(final ParameterId parameter) {
        return switch (parameter) {
            case UNREALISED_PROFIT_CREDIT_PPM -> unrealisedProfitCreditPpm;
            case MARGIN_CALL_POINT_PPM -> marginCallPointPpm;
            case LIQUIDATION_EXIT_PPM -> liquidationExitPpm;
            case ORDER_PRICE_BAND_PPM -> orderPriceBandPpm;
            case PHASE_IN_NS -> phaseInNs;
            default -> throw new EngineFault(parameter + " is not a parameter of the engine as a whole");
        };
    }

    void set(final ParameterId parameter, final long value) {
        final long before = hash();
        switch (parameter) {
            case UNREALISED_PROFIT_CREDIT_PPM -> unrealisedProfitCreditPpm = (int) value;
            case MARGIN_CALL_POINT_PPM -> marginCallPointPpm = (int) value;
            case LIQUIDATION_EXIT_PPM -> liquidationExitPpm = (int) value;
            case ORDER_PRICE_BAND_PPM -> orderPriceBandPpm = (int) value;
            case PHASE_IN_NS -> phaseInNs = value;
            default -> throw new EngineFault(parameter + " is not a parameter of the engine as a whole");
        }
        stateHash.replace(before, hash());
    }

    /** {@return psi: share of positive unrealised P and L that may be withdrawn} */
    public int unrealisedProfitCreditPpm() {
        return unrealisedProfitCreditPpm;
    }

    /** {@return point between maintenance and initial margin below which a margin call goes out} */
    public int marginCallPointPpm() {
        return marginCallPointPpm;
    }

    /** {@return multiple of maintenance margin at which liquidation is left} */
    public int liquidationExitPpm() {
        return liquidationExitPpm;
    }

    /** {@return largest distance of a limit from the mark} */
    public int orderPriceBandPpm() {
        return orderPriceBandPpm;
    }

    /** {@return over what time a raise of maintenance margin comes to count; 0: it counts at once} */
    public long phaseInNs() {
        return phaseInNs;
    }

    /** {@return hash of all of them} */
    public long hash() {
        long h = StateHash.start(HashKind.PARAMETER);
        h = StateHash.mix(h, unrealisedProfitCreditPpm);
        h = StateHash.mix(h, marginCallPointPpm);
        h = StateHash.mix(h, liquidationExitPpm);
        h = StateHash.mix(h, orderPriceBandPpm);
        // A day, which is so where nobody says otherwise, adds nothing.
        return StateHash.finish(phaseInNs == DAY_NS ? h : StateHash.mix(h, phaseInNs));
    }
}
