package io.plimsoll.lab.live;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.whatif.RiskBook;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What an account in portfolio mode holds in the engine's own rows, with names. A quantity is lots, of a coin whole units. */
final class LiveBook implements RiskBook {
    private static final String JOINT = "joint";

    private final EngineState state;
    private final RiskRegime regime;
    private final Held held;
    private final Map<Integer, String> expiries = new HashMap<>();
    private final Map<Integer, String> strikes = new HashMap<>();
    private final ScenarioNames scenarios;

    LiveBook(final EngineState state, final RiskRegime regime, final Holdings holdings) {
        this.state = state;
        this.regime = regime;
        this.held = Held.of(holdings);
        final List<Integer> underlyings = IntStream.range(0, held.count())
                .mapToObj(position -> held.instrument(position).underlying())
                .distinct()
                .sorted()
                .toList();
        this.scenarios = new ScenarioNames(regime, underlyings);
        held.instruments().forEach(this::name);
    }

    private void name(final RiskInstrument of) {
        final String underlying = underlying(of.underlying());
        if (of.id() < 0 || expiryNs(of) == 0) {
            expiries.put(of.expiry(), underlying);
            return;
        }
        final String expiry = underlying + "-" + LiveNames.expiry(expiryNs(of));
        expiries.put(of.expiry(), expiry);
        if (of.kind().isOption()) {
            strikes.put(of.strike(), expiry + "-" + LiveNames.strike(instrumentOf(of)));
        }
    }

    private long expiryNs(final RiskInstrument of) {
        return instrumentOf(of).terms().contract().expiry().timeNs();
    }

    private Instrument instrumentOf(final RiskInstrument of) {
        return state.instruments().get(Math.toIntExact(of.id()));
    }

    private Asset coinOf(final RiskInstrument of) {
        return state.assets().get(Math.toIntExact(-of.id()));
    }

    @Override
    public Holdings holdings() {
        return held;
    }

    @Override
    public RiskFrame frame() {
        return regime.frame();
    }

    @Override
    public ScenarioBlock joint() {
        return regime.set().blocks().stream()
                .filter(block -> block.name().equals(JOINT))
                .findFirst()
                .orElse(new ScenarioBlock(JOINT, 0, 0));
    }

    @Override
    public String position(final int position) {
        final RiskInstrument of = held.instrument(position);
        return of.id() < 0
                ? coinOf(of).symbol().toString()
                : instrumentOf(of).terms().symbol().toString();
    }

    @Override
    public BigDecimal quantity(final int position) {
        final RiskInstrument of = held.instrument(position);
        final BigDecimal lots = BigDecimal.valueOf(held.lots(position));
        return of.id() < 0
                ? lots.multiply(BigDecimal.valueOf(
                        regime.coins().lot(regime.coins().of(coinOf(of))),
                        coinOf(of).scale()))
                : lots;
    }

    @Override
    public String underlying(final int place) {
        return regime.frame().underlying(place).name();
    }

    @Override
    public String expiry(final int place) {
        return expiries.get(place);
    }

    @Override
    public String strike(final int place) {
        return strikes.get(place);
    }

    @Override
    public String riskClass(final int place) {
        return regime.set().classes().get(place).name();
    }

    @Override
    public String scenario(final int scenario) {
        return scenarios.name(scenario);
    }
}
