package io.plimsoll.core.instrument;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import java.util.ArrayList;
import java.util.List;

/** Terms of an asset: its minor unit, how much of its value counts as collateral, and what it redeems for if it is a claim. */
public final class Asset {
    /** Most decimals of a minor unit. */
    public static final int SCALE_MAX = 12;

    /** Decimals of the margin currency. */
    public static final int USD_SCALE = 6;

    /** Decimals of an index price. */
    public static final int INDEX_PRICE_SCALE = 10;

    /** Index price of an asset that is worth exactly one unit of the margin currency. */
    public static final long INDEX_PRICE_ONE = FixedPoint.powerOfTen(INDEX_PRICE_SCALE);

    private final int id;
    private final int ordinal;
    private final Symbol symbol;
    private final int scale;
    private final boolean stable;
    private final long usdDivisor;
    private final Haircuts haircuts;
    private final AssetRules rules = new AssetRules();
    private final AssetTotals totals = new AssetTotals();
    private final InterestIndex interest;
    private final List<Asset> claims = new ArrayList<>();
    private Claim claim;

    /**
     * Sets the terms. They have been checked.
     *
     * @param id of the asset.
     * @param ordinal place among the assets, in the order of definition.
     * @param symbol name.
     * @param scale decimals of its minor unit.
     * @param stable whether it is valued at min(1, index).
     * @param haircuts how much of its value counts.
     */
    public Asset(
            final int id,
            final int ordinal,
            final Symbol symbol,
            final int scale,
            final boolean stable,
            final Haircuts haircuts) {
        this.id = id;
        this.ordinal = ordinal;
        this.symbol = symbol;
        this.scale = scale;
        this.stable = stable;
        this.haircuts = haircuts;
        this.interest = new InterestIndex(id);
        this.usdDivisor = FixedPoint.powerOfTen(scale + INDEX_PRICE_SCALE - USD_SCALE);
    }

    /** {@return id of the asset} */
    public int id() {
        return id;
    }

    /** {@return place among the assets, in the order of definition} */
    public int ordinal() {
        return ordinal;
    }

    /** {@return its name} */
    public Symbol symbol() {
        return symbol;
    }

    /** {@return decimals of its minor unit} */
    public int scale() {
        return scale;
    }

    /** {@return whether it is valued at min(1, index)} */
    public boolean stable() {
        return stable;
    }

    /**
     * The price that amounts of it are valued at.
     *
     * @param indexPrice as in the price book.
     * @return of a stable asset min(1, index), else the index price.
     */
    public long priceToCount(final long indexPrice) {
        return stable ? Math.min(INDEX_PRICE_ONE, indexPrice) : indexPrice;
    }

    /** {@return how much of its value counts} */
    public Haircuts haircuts() {
        return haircuts;
    }

    /** {@return its limits and rates} */
    public AssetRules rules() {
        return rules;
    }

    /** {@return what all accounts own and owe of it} */
    public AssetTotals totals() {
        return totals;
    }

    /** {@return what a debt in it costs} */
    public InterestIndex interest() {
        return interest;
    }

    /** {@return what makes it a claim on another asset; null: it is none} */
    public Claim claim() {
        return claim;
    }

    /**
     * Makes it a claim, for good.
     *
     * @param underlying for which it redeems.
     */
    public void claimOn(final Asset underlying) {
        claim = new Claim(underlying);
        underlying.claims.add(this);
    }

    /** {@return number of claims on it} */
    public int claims() {
        return claims.size();
    }

    /**
     * A claim on it.
     *
     * @param index from 0, in the order of definition.
     * @return the asset that is the claim.
     */
    public Asset claimAt(final int index) {
        return claims.get(index);
    }

    /** {@return what minor units times index price is divided by to give millionths of the margin currency} */
    public long usdDivisor() {
        return usdDivisor;
    }

    /** {@return hash of the terms} */
    public long hash() {
        long h = StateHash.start(HashKind.ASSET);
        h = StateHash.mix(h, id);
        h = StateHash.mix(h, symbol.first());
        h = StateHash.mix(h, symbol.second());
        h = StateHash.mix(h, scale);
        h = StateHash.mix(h, stable ? 1 : 0);
        h = haircuts.mixInto(h);
        h = rules.mixInto(h);
        return StateHash.finish(claim == null ? h : claim.mixInto(h));
    }
}
