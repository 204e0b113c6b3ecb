package io.plimsoll.core.risk;

import io.plimsoll.core.account.Balances;
import io.plimsoll.core.instrument.Asset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The coins of a regime: its underlyings themselves, then claims on them in the order in which they became such. */
public final class Coins {
    private static final int NONE = -1;

    private final List<Coin> coins = new ArrayList<>();
    private final RowBook rows;
    private final int[] placesByAsset;

    Coins(final RowBook rows, final int assetsMax) {
        this.rows = rows;
        this.placesByAsset = new int[assetsMax];
        Arrays.fill(placesByAsset, NONE);
    }

    void add(final Coin coin) {
        coins.add(coin);
    }

    /** Says which asset a coin is. */
    void join(final int coin, final Asset asset, final int classOf) {
        coins.get(coin).asset(asset, classOf);
        placesByAsset[asset.ordinal()] = coin;
    }

    /** {@return number of coins} */
    public int count() {
        return coins.size();
    }

    /**
     * Place of an asset among the coins.
     *
     * @param asset the asset.
     * @return from 0; -1 when it is neither an underlying of the set nor a claim on one.
     */
    public int of(final Asset asset) {
        return placesByAsset[asset.ordinal()];
    }

    /**
     * The asset that a coin is.
     *
     * @param coin place of it.
     * @return the asset; null while there is none of that name.
     */
    public Asset asset(final int coin) {
        return coins.get(coin).asset();
    }

    /**
     * Row in use of a coin.
     *
     * @param coin place of it.
     * @param isDebt whether it is owed.
     * @return how it is added up; null when it has no row.
     */
    public RiskInstrument row(final int coin, final boolean isDebt) {
        final Coin of = coins.get(coin);
        return rows.at(isDebt ? of.owedPlace() : of.heldPlace());
    }

    /**
     * Size of a lot of a coin's row.
     *
     * @param coin place of it.
     * @return minor units of the coin, a power of ten.
     */
    public long lot(final int coin) {
        return coins.get(coin).lot();
    }

    /**
     * How much of a coin fits its row.
     *
     * @param coin place of it.
     * @param isDebt whether it is owed.
     * @return lots.
     */
    public long lotsMax(final int coin, final boolean isDebt) {
        return coins.get(coin).lotsMax(isDebt);
    }

    /**
     * Whether any coin on an underlying has a place in an account.
     *
     * @param underlying place of it.
     * @param balances of the account.
     * @return true when one is held, now or before.
     */
    public boolean isAnyIn(final int underlying, final Balances balances) {
        for (int i = 0; i < coins.size(); i++) {
            final Coin coin = coins.get(i);
            if (coin.of().place() == underlying && coin.asset() != null && balances.holds(coin.asset())) {
                return true;
            }
        }
        return false;
    }
}
