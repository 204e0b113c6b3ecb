package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.math.LotPricer;
import java.util.Arrays;

/**
 * Makes the rows of a coin: held, owed, and what further tiers of its haircut change. What equity has taken off already does not fall
 * again: a fall up to the haircut costs nothing, nor does a rise of a debt up to its own.
 */
final class CoinRows {
    private static final int DIGITS_MAX = 12;

    private final RiskRegime regime;
    private final LotPricer lots;
    private final RowPricer pricer;
    private final LotWorth worths;
    private int exponent;

    CoinRows(final RiskRegime regime, final LotPricer lots, final RowPricer pricer, final LotWorth worths) {
        this.regime = regime;
        this.lots = lots;
        this.pricer = pricer;
        this.worths = worths;
    }

    /** Makes all rows; coins are counted in the smallest power of ten of their minor unit that is not too coarse. */
    void make(final Coin of, final long indexPrice, final int unit) {
        final Asset asset = of.asset();
        exponent = unit;
        long lot = 1;
        int digits = 0;
        while (digits < DIGITS_MAX && isTooCoarse(of, worths.of(asset, lot))) {
            lot *= 10;
            digits++;
        }
        final long worth = worths.of(asset, lot);
        final boolean isMade = !isTooCoarse(of, worth) && worth <= LotWorth.MAX;
        of.draft(indexPrice, lot);
        coin(of, of.heldPlace(), isMade, worth, false);
        coin(of, of.owedPlace(), isMade, worth, true);
        final int furtherTiers = isMade ? asset.haircuts().count() - 1 : 0;
        for (int tier = 1; tier < Haircuts.TIERS_MAX; tier++) {
            if (tier <= furtherTiers) {
                tier(of, tier, worth);
            } else {
                regime.rows().notMade(of.tierPlace(tier));
            }
        }
    }

    private boolean isTooCoarse(final Coin of, final long worth) {
        return RiskUnit.isTooCoarse(regime, of.of().place(), worth, exponent);
    }

    private void coin(final Coin of, final int place, final boolean isMade, final long worth, final boolean isDebt) {
        if (!isMade) {
            regime.rows().notMade(place);
            return;
        }
        final Haircuts haircuts = of.asset().haircuts();
        final long value = RiskUnit.inUnits(worth, exponent);
        final long[] values = price(of, place, worth, value);
        values[Column.VALUE] = value;
        final long haircut = FixedPoint.rateOfCeil(value, isDebt ? haircuts.liabilityPpm() : haircuts.creditPpm());
        for (int s = Column.COUNT; s < values.length; s++) {
            values[s] = isDebt ? ofDebt(values[s], haircut) : ofCredit(values[s], haircut);
        }
        regime.rows().made(place);
    }

    /** The difference that the haircut of a tier makes to that of the tier below. */
    private void tier(final Coin of, final int tier, final long worth) {
        final Haircuts haircuts = of.asset().haircuts();
        final int place = of.tierPlace(tier);
        final long value = RiskUnit.inUnits(worth, exponent);
        final long haircut = FixedPoint.rateOfCeil(value, haircuts.creditPpm(tier));
        final long below = FixedPoint.rateOfCeil(value, haircuts.creditPpm(tier - 1));
        final long[] values = price(of, place, worth, value);
        Arrays.fill(values, 0, Column.COUNT, 0);
        for (int s = Column.COUNT; s < values.length; s++) {
            values[s] = ofCredit(values[s], haircut) - ofCredit(values[s], below);
        }
        // To a whole lot more of the lower haircut: a fall costs no less.
        of.draftTier(FixedPoint.mulDivCeil(
                haircuts.fromValue(tier), FixedPoint.powerOfTen(RiskUnit.WORTH_DIGITS), worth, Long.MAX_VALUE));
        regime.rows().made(place);
    }

    private long[] price(final Coin of, final int place, final long worth, final long value) {
        final RiskRow row =
                regime.rows().draft(place, of.terms(place), exponent).row();
        lots.proportional(worth);
        pricer.contract(row, RowPricer.unit(RiskUnit.WORTH_DIGITS, exponent), value);
        return row.values();
    }

    private static long ofCredit(final long change, final long haircut) {
        return change >= 0 ? change : Math.min(0, change + haircut);
    }

    private static long ofDebt(final long change, final long surcharge) {
        return change <= 0 ? change : Math.max(0, change - surcharge);
    }
}
