package io.plimsoll.lab.live;

import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * What a change of documents does to an account. In the margin currency.
 *
 * @param account its id.
 * @param mode in which it is margined.
 * @param model id of the margin model that it was given.
 * @param before where it stands.
 * @param after where it would stand.
 * @param statusBefore on the ladder.
 * @param statusAfter that it would have.
 */
public record AccountImpact(
        long account,
        MarginMode mode,
        int model,
        Standing before,
        Standing after,
        MarginStatus statusBefore,
        MarginStatus statusAfter) {
    /** Whose status gets worse comes first, the worst of them in front; then by the rise of maintenance and initial margin. */
    static final Comparator<AccountImpact> CALLED_FIRST = Comparator.comparing(
                    (AccountImpact each) -> each.isWorse() ? each.statusAfter.code() : 0)
            .thenComparing(AccountImpact::maintenanceRise)
            .thenComparing(AccountImpact::initialRise)
            .reversed()
            .thenComparing(AccountImpact::account);

    /** {@return by how much the initial margin rises; negative: it falls} */
    public BigDecimal initialRise() {
        return after.initial().subtract(before.initial());
    }

    /** {@return by how much the maintenance margin rises; negative: it falls} */
    public BigDecimal maintenanceRise() {
        return after.maintenance().subtract(before.maintenance());
    }

    /** {@return whether it is further down the ladder afterwards} */
    public boolean isWorse() {
        return statusAfter.isWorseThan(statusBefore);
    }

    /** {@return whether a margin or the status is another one} */
    boolean isTouched() {
        return initialRise().signum() != 0 || maintenanceRise().signum() != 0 || statusAfter != statusBefore;
    }
}
