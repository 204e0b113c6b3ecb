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
        if (equity < backstopPoint(maintenance)) {
            return MarginStatus.BACKSTOP;
        }
        if (equity < maintenance) {
            return MarginStatus.LIQUIDATION;
        }
        final long initial = assessment.initialMargin();
        if (equity < callPoint(maintenance, initial, callPointPpm)) {
            return MarginStatus.MARGIN_CALL;
        }
        return equity < initial ? MarginStatus.NO_NEW_RISK : MarginStatus.NORMAL;
    }

    private static long backstopPoint(final long maintenance) {
        return maintenance - maintenance / 3;
    }

    private static long callPoint(final long maintenance, final long initial, final int callPointPpm) {
        return maintenance + FixedPoint.rateOfCeil(initial - maintenance, callPointPpm);
    }

    /**
     * Below which margin equity a status is entered; {@link MarginStatus#BANKRUPT}: below which net asset value.
     *
     * @param status any but {@link MarginStatus#NORMAL}, which nothing is below.
     * @param assessment of the account.
     * @param callPointPpm as for {@link #next}.
     * @return millionths of the margin currency.
     */
    public static long threshold(final MarginStatus status, final MarginAssessment assessment, final int callPointPpm) {
        final long maintenance = assessment.maintenanceMargin();
        return switch (status) {
            case NORMAL -> Long.MAX_VALUE;
            case NO_NEW_RISK -> assessment.initialMargin();
            case MARGIN_CALL -> callPoint(maintenance, assessment.initialMargin(), callPointPpm);
            case LIQUIDATION -> maintenance;
            case BACKSTOP -> backstopPoint(maintenance);
            case BANKRUPT -> 0;
        };
    }

    /**
     * Margin equity at which liquidation is left.
     *
     * @param maintenance maintenance margin, millionths of the margin currency.
     * @param exitPpm as for {@link #next}.
     * @return millionths of the margin currency.
     */
    public static long exit(final long maintenance, final int exitPpm) {
        return maintenance + FixedPoint.rateOfCeil(maintenance, exitPpm - FixedPoint.PPM);
    }
}
