package io.plimsoll.bench.load;

import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.lab.live.LiveDocuments;
import io.plimsoll.sbe.DocumentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The definitions of an option chain and a perpetual on one coin, under the default scenario set and margin model. */
final class Chain {
    /** The underlying. */
    static final int COIN = 2;

    /** Price of the underlying, in the margin currency; the mark of the perpetual, in ticks. */
    static final long PRICE = 90_000;

    private static final int POINTS = 8;
    private static final long DOLLAR = 10_000_000_000L;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long PER_CENT = 10_000_000_000_000L;

    private final int expiries;
    private final int strikes;

    /** Calls and puts of so many strikes for each expiry. */
    Chain(final int expiries, final int strikes) {
        this.expiries = expiries;
        this.strikes = strikes;
    }

    /** Options of the chain; their ids follow on that of the perpetual, 1. */
    int options() {
        return 2 * expiries * strikes;
    }

    /** Assets, prices, instruments, surfaces, documents; no accounts. */
    List<CommandFrame> definitions() {
        final List<CommandFrame> frames = new ArrayList<>();
        frames.add(CommandFrame.defineAsset(1, "USDC", 6));
        frames.add(CommandFrame.defineAsset(COIN, "BTC", 8));
        frames.add(CommandFrame.indexPrice(1, DOLLAR));
        frames.add(CommandFrame.indexPrice(COIN, PRICE * DOLLAR));
        frames.add(CommandFrame.defineTierTable(1));
        frames.add(CommandFrame.defineInstrument(1, "BTC-PERP"));
        frames.add(CommandFrame.markPrice(1, PRICE));
        list(frames);
        final ScenarioSet set = ScenarioSetFile.shipped(ScenarioSetFile.SHIPPED);
        final ModelText model = ModelFile.shipped("plimsoll", Map.of());
        frames.addAll(
                RiskFrames.document(DocumentKind.SCENARIO_SET, set.version(), LiveDocuments.scenarioSet(set, model)));
        frames.addAll(RiskFrames.document(DocumentKind.MARGIN_MODEL, model.version(), LiveDocuments.model(set, model)));
        return frames;
    }

    private void list(final List<CommandFrame> frames) {
        for (int e = 0; e < expiries; e++) {
            final long expiryNs = (7L + 28L * e) * DAY_NS;
            frames.add(RiskFrames.surface(COIN, surface(expiryNs)));
            for (int k = 0; k < strikes; k++) {
                final long strike = PRICE * (40 + 130L * k / strikes) / 100;
                final int id = 2 + 2 * (e * strikes + k);
                frames.add(RiskFrames.option(id, "C" + e + "-" + k, expiryNs, strike * DOLLAR, true));
                frames.add(RiskFrames.option(id + 1, "P" + e + "-" + k, expiryNs, strike * DOLLAR, false));
            }
        }
    }

    /** A smile of points around the forward. */
    private static Words surface(final long expiryNs) {
        final long forward = PRICE * DOLLAR;
        final Words words = new Words(32);
        words.add(expiryNs);
        words.add(forward);
        words.add(forward);
        words.add(4 * PER_CENT);
        words.add(expiryNs);
        words.add(2);
        for (int i = 1; i <= POINTS; i++) {
            words.add(forward / 4 * i);
            words.add((50 + 2 * Math.abs(i - 4)) * PER_CENT);
        }
        return words;
    }
}
