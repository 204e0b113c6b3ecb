package io.plimsoll.lab.live;

import io.plimsoll.core.account.MarginStatus;
import java.math.BigDecimal;

/**
 * By how much the margins of an account fall when it trades the delta of an underlying away by a perpetual, at the mark and without fees.
 * In the margin currency.
 *
 * @param underlying its symbol.
 * @param delta of all that the account holds of it in rows.
 * @param instrument the perpetual.
 * @param lots that are traded, the nearest number; negative: sold.
 * @param before where the account stands.
 * @param after where it would stand.
 * @param status on the ladder that it would have.
 */
public record Hedge(
        String underlying,
        BigDecimal delta,
        String instrument,
        long lots,
        Standing before,
        Standing after,
        MarginStatus status) {
    /** {@return by how much the initial margin falls; negative: it rises} */
    public BigDecimal initial() {
        return before.initial().subtract(after.initial());
    }

    /** {@return by how much the maintenance margin falls; negative: it rises} */
    public BigDecimal maintenance() {
        return before.maintenance().subtract(after.maintenance());
    }
}
