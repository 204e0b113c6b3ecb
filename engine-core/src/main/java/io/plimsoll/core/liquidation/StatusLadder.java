package io.plimsoll.core.liquidation;

import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.margin.MarginAssessment;

/**
 * Which status an assessment means. Thresholds are amounts, so the ladder is monotone: less equity never gives a better
 * status.
 */
public final class StatusLadder {
    private StatusLadder() {}

    /**
     * Status of an account after an assessment.
     *
     * @param current status before: liquidation is left later than it is entered.
     * @param assessment of the account.
     * @param callPointPpm point between maintenance and initial margin below which a margin call goes out.
     * @param exitPpm multiple of maintenance margin at which liquidation is left; one to two millions.
     * @return status now.
     */
    public static MarginStatus next(
            final MarginStatus current, final MarginAssessment assessment, final int callPointPpm, final int exitPpm) {
        final MarginStatus entered = enter(assessment, callPointPpm);
        final boolean stays = current.isLiquidating()
                && !entered.isLiquidating()
                && assessment.marginEquity() < exit(assessment.maintenanceMargin(), exitPpm);
        return stays ? MarginStatus.LIQUIDATION : entered;
    }

    private static MarginStatus enter(final MarginAssessment assessment, final int callPointPpm) {
        final long equity = assessment.marginEquity();
        final long maintenance = assessment.maintenanceMargin();
        if (assessment.netAssetValue() < 0) {
            return MarginStatus.BANKRUPT;
        }
        if (equity < maintenance - maintenance / 3) {
            return MarginStatus.BACKSTOP;
        }
        if (equity < maintenance) {
            return MarginStatus.LIQUIDATION;
        }
        final long initial = assessment.initialMargin();
        if (equity < maintenance + FixedPoint.rateOfCeil(initial - maintenance, callPointPpm)) {
            return MarginStatus.MARGIN_CALL;
        }
        return equity < initial ? MarginStatus.NO_NEW_RISK : MarginStatus.NORMAL;
    }

    private static long exit(final long maintenance, final int exitPpm) {
        return maintenance + FixedPoint.rateOfCeil(maintenance, exitPpm - FixedPoint.PPM);
    }
}
