package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.SettlementBook;
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
    private final List<Coin> coins = new ArrayList<>();
    private long revaluation;
    private long indexPrice;
    private long timeNs;
    private long sigma;
    private int exponent;
    private long agesAtNs = SettlementBook.NEVER;

    Listed(final int place, final int perpetual, final UnderlyingFigures figures, final int coinPlace) {
        this.place = place;
        this.perpetual = perpetual;
        this.figures = figures;
        coins.add(new Coin(this, coinPlace));
    }

    int place() {
        return place;
    }

    List<Instrument> instruments() {
        return instruments;
    }

    /** The underlying itself; null while there is no asset of that name. */
    Asset asset() {
        return coins.get(0).asset();
    }

    /** The coin that is the underlying itself, then claims on it. */
    List<Coin> coins() {
        return coins;
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

    void revalued(final long price, final long now, final long sigmaUsed, final int unit) {
        revaluation++;
        indexPrice = price;
        timeNs = now;
        sigma = sigmaUsed;
        exponent = unit;
    }

    /** From when on its rows are too old, though no price has moved. */
    void agesAt(final long ns) {
        agesAtNs = ns;
    }

    long agesAtNs() {
        return agesAtNs;
    }

    /** When rows age follows from when they were made and from what is listed. */
    long hash() {
        long h = StateHash.mix(StateHash.start(HashKind.REVALUATION), place);
        h = StateHash.mix(h, revaluation);
        h = StateHash.mix(h, indexPrice);
        h = StateHash.mix(h, timeNs);
        h = StateHash.mix(h, sigma);
        h = figures.mixInto(StateHash.mix(h, exponent));
        for (int i = 0; i < coins.size(); i++) {
            h = coins.get(i).mixInto(h);
        }
        return StateHash.finish(h);
    }

    long hashOrNone() {
        return revaluation == 0 ? 0 : hash();
    }

    List<long[]> strikes() {
        return strikes;
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
}
