package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.PriceBook;

/**
 * Requirement of one position in cross mode: the tier schedule on the group's total notional in the instrument, of which the
 * position bears its share by lots. For a group of one account that is the schedule on the position itself.
 */
final class PositionMargin {
    private final PriceBook prices;
    private final Valuation valuation;

    private long notional;
    private long initialMargin;
    private long maintenanceMargin;

    PositionMargin(final PriceBook prices, final Valuation valuation) {
        this.prices = prices;
        this.valuation = valuation;
    }

    /**
     * Computes the requirement of {@code lots} where the account now has {@code held}.
     *
     * @param account whose group counts.
     * @param instrument the instrument.
     * @param held absolute lots that the account has now.
     * @param lots absolute lots to be margined, positive.
     */
    void compute(final Account account, final Instrument instrument, final long held, final long lots) {
        final long lotValue = instrument.value(1, prices.markTicks(instrument));
        final Asset settlement = instrument.settlement();
        notional = valuation.usdCeil(settlement, lots * lotValue);
        final long others =
                account.group().members().count() == 1 ? 0 : account.group().grossLots(instrument) - held;
        if (others == 0) {
            initialMargin = instrument.tiers().initialMarginCeil(notional);
            maintenanceMargin = instrument.tiers().maintenanceMarginCeil(notional);
            return;
        }
        final long groupLots = others + lots;
        final long groupValue = FixedPoint.mulDivCeil(groupLots, lotValue, 1, Long.MAX_VALUE);
        final long groupNotional = valuation.usdCeil(settlement, groupValue);
        initialMargin = FixedPoint.mulDivCeil(
                instrument.tiers().initialMarginCeil(groupNotional), lots, groupLots, Valuation.USD_MAX);
        maintenanceMargin = FixedPoint.mulDivCeil(
                instrument.tiers().maintenanceMarginCeil(groupNotional), lots, groupLots, Valuation.USD_MAX);
    }

    long notional() {
        return notional;
    }

    long initialMargin() {
        return initialMargin;
    }

    long maintenanceMargin() {
        return maintenanceMargin;
    }
}
