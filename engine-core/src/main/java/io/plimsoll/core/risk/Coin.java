package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;

/**
 * A coin that has rows: an underlying of the set itself, or a claim on one. A claim moves as its underlying does; its price, its
 * haircuts and its lot are its own. It has a row as it is held, one as it is owed, and one for each further tier of its haircut.
 */
final class Coin {
    /** Rows of a coin. */
    static final int PLACES = 2 + CoinTiers.MAX;

    private static final long WORTH_MAX = 1L << 55;

    private final Listed of;
    private final int firstPlace;
    private final CoinTiers tiers = new CoinTiers();
    private final long[] draftFromLots = new long[CoinTiers.MAX];
    private RiskInstrument terms;
    private RiskInstrument termsHeld;
    private Asset asset;
    private long draftPrice;
    private long draftLot = 1;
    private int draftTiers;
    private long price;
    private long lot = 1;
    private long largestHeld;
    private long largestOwed;

    Coin(final Listed of, final int firstPlace) {
        this.of = of;
        this.firstPlace = firstPlace;
    }

    /** Says which asset it is. */
    void asset(final Asset known, final int classOf) {
        asset = known;
        terms = terms(classOf, CoinTiers.NONE);
        termsHeld = terms(classOf, tiers);
    }

    private RiskInstrument terms(final int classOf, final CoinTiers further) {
        return new RiskInstrument(
                -asset.id(), RiskKind.COIN, of.place(), of.perpetual(), 0, classOf, 0, Rate.ONE, null, further);
    }

    /** The asset; null while there is none of that name. */
    Asset asset() {
        return asset;
    }

    Listed of() {
        return of;
    }

    int heldPlace() {
        return firstPlace;
    }

    int owedPlace() {
        return firstPlace + 1;
    }

    /** Place of a further tier of its haircut, from 1. */
    int tierPlace(final int tier) {
        return firstPlace + 1 + tier;
    }

    RiskInstrument terms(final int place) {
        return place == heldPlace() ? termsHeld : terms;
    }

    /** Notes what the rows that are being made are made from. */
    void draft(final long indexPrice, final long minorUnits) {
        draftPrice = indexPrice;
        draftLot = minorUnits;
        draftTiers = 0;
    }

    /** Notes from how many lots on the next tier holds. */
    void draftTier(final long fromLots) {
        draftFromLots[draftTiers++] = fromLots;
    }

    /** Puts the rows that were made last in use. */
    void switchOver(final RowBook rows) {
        for (int i = 0; i < PLACES; i++) {
            rows.switchOver(firstPlace + i);
        }
        tiers.clear();
        for (int tier = 1; tier <= draftTiers; tier++) {
            tiers.add(draftFromLots[tier - 1], rows.at(tierPlace(tier)).row());
        }
        price = draftPrice;
        lot = draftLot;
        largestHeld = largest(rows.at(heldPlace()));
        largestOwed = largest(rows.at(owedPlace()));
    }

    private static long largest(final RiskInstrument row) {
        long most = 0;
        for (int i = 0; row != null && i < row.row().length(); i++) {
            most = Math.max(most, Math.abs(row.row().column(i)));
        }
        return most;
    }

    /** Index price that its rows were made at; 0 without one. */
    long price() {
        return price;
    }

    /** Minor units in a lot of its rows, a power of ten. */
    long lot() {
        return lot;
    }

    /** How many lots fit its row. */
    long lotsMax(final boolean isDebt) {
        return WORTH_MAX / (1 + (isDebt ? largestOwed : largestHeld));
    }

    /** Whether accounts have or owe more of it than its rows can count. */
    boolean isOutgrown() {
        return asset.totals().credit() / lot > lotsMax(false) || asset.totals().debt() / lot > lotsMax(true);
    }

    long mixInto(final long hash) {
        long h = StateHash.mix(hash, price);
        for (int i = 0; i < tiers.count(); i++) {
            h = StateHash.mix(h, tiers.fromLots(i));
        }
        return StateHash.mix(h, lot);
    }
}
