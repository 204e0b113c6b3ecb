package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** An engine that was told a price of an asset, and marks in proportion, by the commands of a feed. */
final class ToldEngine {
    private static final BigDecimal PRICE_ONE = new BigDecimal("1e10");

    private ToldEngine() {}

    static EngineDriver of(final LivePortfolio live, final int asset, final BigDecimal price) {
        final EngineDriver twin = live.driver().replay();
        final EngineState state = twin.engine().state();
        final BigDecimal from =
                BigDecimal.valueOf(state.prices().indexPrice(state.assets().get(asset)));
        final BigDecimal to = price.multiply(PRICE_ONE);
        send(
                twin,
                "IndexPrice asset=" + asset + " price="
                        + price.multiply(PRICE_ONE).longValueExact());
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.underlying().id() == asset && !state.prices().followsSurface(instrument)) {
                send(
                        twin,
                        "MarkPrice instrument=" + instrument.id() + " price="
                                + BigDecimal.valueOf(state.prices().markTicks(instrument))
                                        .multiply(to)
                                        .divide(from, 0, RoundingMode.HALF_UP));
            }
        }
        final Map<Instrument, Long> before = new HashMap<>();
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.underlying().id() == asset && state.prices().followsSurface(instrument)) {
                before.put(instrument, state.prices().markTicks(instrument));
            }
        }
        work(twin, asset);
        // Worth less than a tick: the engine leaves the mark where it was before the jump.
        before.forEach((option, mark) -> {
            if (to.compareTo(from) != 0 && state.prices().markTicks(option) == mark) {
                state.prices().markTicks(option, 1);
            }
        });
        return twin;
    }

    static void work(final EngineDriver twin, final int asset) {
        if (twin.engine()
                        .state()
                        .risk()
                        .inUse()
                        .regime()
                        .placeOf(twin.engine().state().assets().get(asset))
                >= 0) {
            send(twin, "Revalue asset=" + asset);
        }
        while (twin.engine().risk().hasWork()) {
            assertThat(twin.host("Continue")).isEqualTo("OK");
        }
    }

    static void send(final EngineDriver twin, final String command) {
        assertThat(twin.host(command)).as(command).isEqualTo("OK");
    }
}
