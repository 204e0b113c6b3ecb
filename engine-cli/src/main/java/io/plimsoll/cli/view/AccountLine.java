package io.plimsoll.cli.view;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.margin.MarginAssessment;

/**
 * What a list shows of an account. Amounts in millionths of the margin currency.
 *
 * @param id of the account.
 * @param group that owns it.
 * @param status on the ladder.
 * @param marginEquity equity after haircuts.
 * @param netAssetValue equity without haircut or credit.
 * @param initialMargin with resting orders.
 * @param maintenanceMargin equity below which it is closed out.
 * @param notional sum of the absolute value of all positions.
 * @param positions open ones.
 * @param orders resting ones.
 */
record AccountLine(
        long id,
        long group,
        MarginStatus status,
        long marginEquity,
        long netAssetValue,
        long initialMargin,
        long maintenanceMargin,
        long notional,
        int positions,
        int orders) {

    static AccountLine of(final MarginEngine engine, final Account account, final MarginAssessment assessment) {
        engine.assess(account, assessment);
        return new AccountLine(
                account.id(),
                account.group().id(),
                account.status(),
                assessment.marginEquity(),
                assessment.netAssetValue(),
                assessment.collateralInitialMargin() + engine.positionAndOrderMargin(account),
                assessment.maintenanceMargin(),
                assessment.notional(),
                account.positions().count(),
                account.orderCount());
    }

    /** {@return margin equity less initial margin with resting orders} */
    long freeMargin() {
        return marginEquity - initialMargin;
    }
}
