package io.plimsoll.cli.view;

import java.util.Comparator;
import java.util.Locale;

/** Orders of a list of accounts. Ties go by id. */
public enum AccountSort {
    /** By id. */
    ID,
    /** The nearest to liquidation first: margin equity / maintenance margin rising, those without requirement last. */
    UNI_MMR,
    /** The same order under the name of the inverse ratio. */
    MM_UTILISATION,
    /** The least margin equity first. */
    MARGIN_EQUITY,
    /** The least free margin first. */
    FREE_MARGIN,
    /** The largest notional first. */
    NOTIONAL;

    Comparator<AccountLine> comparator() {
        final Comparator<AccountLine> comparator =
                switch (this) {
                    case ID -> Comparator.comparingLong(AccountLine::id);
                    case UNI_MMR, MM_UTILISATION -> AccountSort::byCover;
                    case MARGIN_EQUITY -> Comparator.comparingLong(AccountLine::marginEquity);
                    case FREE_MARGIN -> Comparator.comparingLong(AccountLine::freeMargin);
                    case NOTIONAL ->
                        Comparator.comparingLong(AccountLine::notional).reversed();
                };
        return comparator.thenComparingLong(AccountLine::id);
    }

    /** Compares two ratios exactly, by cross-multiplication in 128 bits. */
    private static int byCover(final AccountLine a, final AccountLine b) {
        if (a.maintenanceMargin() == 0 || b.maintenanceMargin() == 0) {
            return Boolean.compare(a.maintenanceMargin() == 0, b.maintenanceMargin() == 0);
        }
        final long leftHigh = Math.multiplyHigh(a.marginEquity(), b.maintenanceMargin());
        final long rightHigh = Math.multiplyHigh(b.marginEquity(), a.maintenanceMargin());
        return leftHigh != rightHigh
                ? Long.compare(leftHigh, rightHigh)
                : Long.compareUnsigned(
                        a.marginEquity() * b.maintenanceMargin(), b.marginEquity() * a.maintenanceMargin());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
