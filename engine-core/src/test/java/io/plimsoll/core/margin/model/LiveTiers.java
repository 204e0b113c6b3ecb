package io.plimsoll.core.margin.model;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import java.math.BigInteger;

/** What tiers ask of a position of an account alone in its group: initial and maintenance margin. */
final class LiveTiers {
    private static final long[] NOTHING = {0, 0};

    private LiveTiers() {}

    static long[] of(final EngineState state, final Instrument instrument, final long lots) {
        if (lots == 0 || (instrument.isPremiumStyle() && lots > 0)) {
            return NOTHING;
        }
        final long mark = state.prices().markTicks(instrument);
        BigInteger notional = BigInteger.valueOf(Math.abs(lots) * instrument.lotNotional(mark));
        final Asset asset = instrument.notionalAsset();
        if (asset != null) {
            notional = SlowNumbers.ceilDiv(
                    notional.multiply(BigInteger.valueOf(state.prices().indexPrice(asset))),
                    BigInteger.valueOf(asset.usdDivisor()));
        }
        final boolean isLong = instrument.kind() == InstrumentKind.OPTION && lots > 0;
        final long most = isLong ? instrument.value(lots, mark) : Long.MAX_VALUE;
        return new long[] {
            Math.min(most, instrument.tiers().initialMarginCeil(notional.longValueExact())),
            Math.min(most, instrument.tiers().maintenanceMarginCeil(notional.longValueExact()))
        };
    }
}
