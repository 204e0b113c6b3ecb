package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.margin.MarginAssessment;
import java.math.BigDecimal;

/**
 * Where an account stands, or by how much that changes. Amounts in the margin currency, exact to its millionth.
 *
 * @param marginEquity equity after haircuts, with option value.
 * @param initial initial margin, without orders.
 * @param maintenance maintenance margin.
 */
public record Standing(BigDecimal marginEquity, BigDecimal initial, BigDecimal maintenance) {
    /**
     * Assesses an account.
     *
     * @param engine that may have it.
     * @param id of the account.
     * @return its figures; zeros when there is no such account.
     */
    public static Standing of(final MarginEngine engine, final long id) {
        final MarginAssessment assessment = new MarginAssessment();
        final Account account = engine.state().accounts().account(id);
        if (account != null) {
            engine.assess(account, assessment);
        }
        return new Standing(
                LiveNames.money(assessment.marginEquity()),
                LiveNames.money(assessment.initialMargin()),
                LiveNames.money(assessment.maintenanceMargin()));
    }

    /** {@return margin equity less maintenance margin; below 0 the account is to be liquidated} */
    public BigDecimal left() {
        return marginEquity.subtract(maintenance);
    }

    /**
     * Adds.
     *
     * @param other to add.
     * @return the sum.
     */
    public Standing plus(final Standing other) {
        return new Standing(
                marginEquity.add(other.marginEquity), initial.add(other.initial), maintenance.add(other.maintenance));
    }

    /**
     * Subtracts.
     *
     * @param other to subtract.
     * @return the difference.
     */
    public Standing minus(final Standing other) {
        return new Standing(
                marginEquity.subtract(other.marginEquity),
                initial.subtract(other.initial),
                maintenance.subtract(other.maintenance));
    }
}
