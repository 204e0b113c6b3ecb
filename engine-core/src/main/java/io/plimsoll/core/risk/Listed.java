package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;

/** An underlying of the set and what is listed on it. */
final class Listed {
    private final int place;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Long> expiries = new ArrayList<>();
    private final List<Integer> expiryPlaces = new ArrayList<>();
    private final List<long[]> strikes = new ArrayList<>();
    private final int perpetual;
    private final UnderlyingFigures figures;
    private final CoinTiers tiers = new CoinTiers();
    private Asset asset;
    private long revaluation;
    private long indexPrice;
    private long timeNs;
    private long sigma;
    private int exponent;
    private long coinLot = 1;

    Listed(final int place, final int perpetual, final UnderlyingFigures figures) {
        this.place = place;
        this.perpetual = perpetual;
        this.figures = figures;
    }

    int place() {
        return place;
    }

    List<Instrument> instruments() {
        return instruments;
    }

    Asset asset() {
        return asset;
    }

    int perpetual() {
        return perpetual;
    }

    List<Long> expiries() {
        return expiries;
    }

    List<Integer> expiryPlaces() {
        return expiryPlaces;
    }

    void revalued(final long price, final long now, final long sigmaUsed, final int unit, final long lot) {
        revaluation++;
        indexPrice = price;
        timeNs = now;
        sigma = sigmaUsed;
        exponent = unit;
        coinLot = lot;
    }

    long hash() {
        long h = StateHash.mix(StateHash.start(HashKind.REVALUATION), place);
        h = StateHash.mix(h, revaluation);
        h = StateHash.mix(h, indexPrice);
        h = StateHash.mix(h, timeNs);
        h = StateHash.mix(h, sigma);
        h = figures.mixInto(StateHash.mix(h, exponent));
        for (int i = 0; i < tiers.count(); i++) {
            h = StateHash.mix(h, tiers.fromLots(i));
        }
        return StateHash.finish(StateHash.mix(h, coinLot));
    }

    long hashOrNone() {
        return revaluation == 0 ? 0 : hash();
    }

    /** Says which asset it is. */
    void asset(final Asset of) {
        asset = of;
    }

    List<long[]> strikes() {
        return strikes;
    }

    CoinTiers tiers() {
        return tiers;
    }

    long revaluation() {
        return revaluation;
    }

    long indexPrice() {
        return indexPrice;
    }

    long timeNs() {
        return timeNs;
    }

    long sigma() {
        return sigma;
    }

    int exponent() {
        return exponent;
    }

    long coinLot() {
        return coinLot;
    }
}
