package io.plimsoll.lab.live;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.risk.RowFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Says of markets that are still to be opened which instruments would have no rows: an engine in memory makes them. */
public final class RowProspects {
    private final MarginEngine engine;
    private final EngineState state;

    private RowProspects(final Limits limits) {
        this.engine = new MarginEngine(limits);
        this.state = engine.state();
    }

    /**
     * An instrument whose terms allow no row.
     *
     * @param instrument id of it.
     * @param fault why.
     * @param smallestMove of the scenarios, of one.
     * @param unitDigits the risk unit is 10 to the minus this, of a millionth of the margin currency.
     */
    public record Fault(int instrument, RowFault fault, BigDecimal smallestMove, int unitDigits) {}

    /**
     * Opens markets and makes all rows.
     *
     * @param limits room for the markets.
     * @param timeNs as of when, before the first expiry, ns since 1970.
     * @param definitions commands of the host in their order: what defines the markets, a scenario set, a margin model, and marks.
     * @return instruments whose terms allow no row, by id.
     * @throws IllegalArgumentException a definition is refused.
     */
    public static List<Fault> of(final Limits limits, final long timeNs, final List<byte[]> definitions) {
        final RowProspects prospects = new RowProspects(limits);
        prospects.open(timeNs, definitions);
        return prospects.faults();
    }

    private void open(final long timeNs, final List<byte[]> definitions) {
        final HostFeed feed = new HostFeed(engine);
        for (final byte[] definition : definitions) {
            if (!feed.send(timeNs, new UnsafeBuffer(definition), 0, definition.length)) {
                throw new IllegalArgumentException("a definition is refused: " + feed.reason());
            }
        }
        feed.work();
    }

    private List<Fault> faults() {
        final List<Fault> faults = new ArrayList<>();
        if (state.risk().inUse() == null) {
            return faults;
        }
        final RiskRegime regime = state.risk().inUse().regime();
        for (int place = 0; place < regime.underlyings(); place++) {
            final Asset underlying = regime.asset(place);
            if (underlying != null && state.prices().indexPrice(underlying) != 0) {
                add(regime, place, faults);
            }
        }
        faults.sort(Comparator.comparingInt(Fault::instrument));
        return faults;
    }

    private void add(final RiskRegime regime, final int place, final List<Fault> faults) {
        final Asset underlying = regime.asset(place);
        final RowMaker rows = new RowMaker(state, regime, underlying);
        rows.make();
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.underlying() == underlying && rows.fault(instrument).isOfTerms()) {
                faults.add(new Fault(
                        instrument.id(),
                        rows.fault(instrument),
                        BigDecimal.valueOf(regime.set().smallestMove(place), Rate.SCALE),
                        regime.frame().underlying(place).exponent()));
            }
        }
    }
}
