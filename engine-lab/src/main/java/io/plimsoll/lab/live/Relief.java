package io.plimsoll.lab.live;

import io.plimsoll.core.account.MarginStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * By how much the margins of an account fall when it closes a position, or a part of it, at the mark and without fees. The rest of the
 * account stays. In the margin currency.
 *
 * @param instrument of the position.
 * @param lots that are closed, with the sign of the position.
 * @param held lots before.
 * @param notional of what is closed.
 * @param before where the account stands.
 * @param after where it would stand.
 * @param status on the ladder that it would have.
 */
public record Relief(
        String instrument,
        long lots,
        long held,
        BigDecimal notional,
        Standing before,
        Standing after,
        MarginStatus status) {
    private static final int DIGITS = 6;

    /** {@return by how much the initial margin falls; negative: it rises} */
    public BigDecimal initial() {
        return before.initial().subtract(after.initial());
    }

    /** {@return by how much the maintenance margin falls; negative: it rises} */
    public BigDecimal maintenance() {
        return before.maintenance().subtract(after.maintenance());
    }

    /** {@return relief of the initial margin for one of notional, to nearest in six decimals; 0 where there is no notional} */
    public BigDecimal perNotional() {
        return notional.signum() == 0 ? BigDecimal.ZERO : initial().divide(notional, DIGITS, RoundingMode.HALF_EVEN);
    }

    /** {@return whether the whole position is closed} */
    public boolean isWhole() {
        return lots == held;
    }

    /** {@return whether closing raises one of the margins: the position is a hedge} */
    public boolean isHedge() {
        return initial().signum() < 0 || maintenance().signum() < 0;
    }
}
