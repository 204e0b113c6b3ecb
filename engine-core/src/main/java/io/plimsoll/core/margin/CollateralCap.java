package io.plimsoll.core.margin;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.AssetRule;

/** What of collateral new risk may not use, because all accounts together have more of an asset than its cap. */
final class CollateralCap {
    private CollateralCap() {}

    /** What the cap takes of a value, rounded up; nothing of the one that haircuts, each rounded up, leave below 0. */
    static long takenCeil(final Asset asset, final long value) {
        final long cap = asset.rules().get(AssetRule.COLLATERAL_CAP);
        final long total = asset.totals().credit();
        return total <= cap || value <= 0 ? 0 : FixedPoint.mulDivCeil(value, total - cap, total, value);
    }

    /** What the cap takes of a change of a value, signed, rounded down. */
    static long takenFloor(final Asset asset, final long change) {
        final long cap = asset.rules().get(AssetRule.COLLATERAL_CAP);
        final long total = asset.totals().credit();
        return change >= 0 && total > cap
                ? FixedPoint.mulDivFloor(change, total - cap, total, change)
                : -takenCeil(asset, -change);
    }
}
