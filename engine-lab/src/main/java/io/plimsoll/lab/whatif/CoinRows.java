package io.plimsoll.lab.whatif;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRow;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What equity has taken off coins already does not fall again: a fall up to the haircut costs nothing, nor does a rise of a debt up
 * to its own. Each slice of a holding has the haircut of its tier.
 */
final class CoinRows {
    private final CoinHaircuts haircuts;
    private final RiskRow row;
    private final boolean inEquity;

    /** For a row as it was priced; with a model that takes haircuts off equity, or charges them. */
    CoinRows(final CoinHaircuts haircuts, final RiskRow row, final boolean inEquity) {
        this.haircuts = haircuts;
        this.row = row;
        this.inEquity = inEquity;
    }

    /** Coins that are held; a lot is 10^-scale of one. */
    void held(final RiskInstrument coin, final double price, final int scale) {
        long below = row.column(Column.HAIRCUT);
        final long first = below;
        long initialBelow = row.column(Column.INITIAL_HAIRCUT);
        for (final CoinHaircuts.Tier tier : haircuts.further()) {
            final long haircut = share(tier.both());
            final long initial = share(tier.initial());
            final RiskRow difference = new RiskRow(row.scenarios(), row.exponent());
            difference.values()[Column.HAIRCUT] = haircut - below;
            difference.values()[Column.INITIAL_HAIRCUT] = initial - initialBelow;
            for (int s = Column.COUNT; s < row.length() && inEquity; s++) {
                difference.values()[s] = ofCredit(row.column(s), haircut) - ofCredit(row.column(s), below);
            }
            coin.tiers().add(lots(tier.from(), price, scale), difference);
            below = haircut;
            initialBelow = initial;
        }
        for (int s = Column.COUNT; s < row.length() && inEquity; s++) {
            row.values()[s] = ofCredit(row.column(s), first);
        }
    }

    /** Coins that are owed. */
    void owed() {
        final long surcharge = share(haircuts.liability());
        for (int s = Column.COUNT; s < row.length() && inEquity; s++) {
            final long change = row.column(s);
            row.values()[s] = change <= 0 ? change : Math.max(0, change - surcharge);
        }
    }

    private long share(final double share) {
        return Rate.timesCeil(row.column(Column.VALUE), Numbers.rate(share));
    }

    private static long lots(final BigDecimal value, final double price, final int scale) {
        return value.movePointRight(scale)
                .divide(Numbers.decimal(price), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    private static long ofCredit(final long change, final long haircut) {
        return change >= 0 ? change : Math.min(0, change + haircut);
    }
}
