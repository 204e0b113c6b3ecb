package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;

/**
 * A scenario set at work: the frame, and the rows in use of all instruments and coins. Positions are added up in it. When
 * another set comes, another regime is made beside it, and takes its place when all of its rows are there.
 *
 * <p>Places of rows: an instrument has its ordinal; behind these every coin has {@value Coin#PLACES}, those of the underlyings first.
 */
public final class RiskRegime {
    private static final int NONE = -1;
    private static final int QUOTES = 63;

    private final ScenarioSet set;
    private final int instrumentsMax;
    private final RiskFrame frame = new RiskFrame();
    private final RowBook rows;
    private final Listed[] listed;
    private final RiskInstrument[] terms;
    private final Coins coins;
    private final StateHash stateHash;
    private long changes;

    /**
     * A regime without rows.
     *
     * @param set its scenarios.
     * @param instrumentsMax room for instruments.
     * @param assetsMax room for assets.
     * @param stateHash hash to keep up to date.
     */
    public RiskRegime(final ScenarioSet set, final int instrumentsMax, final int assetsMax, final StateHash stateHash) {
        this.set = set;
        this.instrumentsMax = instrumentsMax;
        this.stateHash = stateHash;
        final int underlyings = set.underlyings().size();
        this.rows = new RowBook(instrumentsMax + Coin.PLACES * (underlyings + assetsMax), set.count(), stateHash);
        this.terms = new RiskInstrument[instrumentsMax];
        this.listed = new Listed[underlyings];
        this.coins = new Coins(rows, assetsMax);
        for (int u = 0; u < underlyings; u++) {
            final ScenarioSet.Underlying of = set.underlyings().get(u);
            frame.add(
                    new RiskFrame.Underlying(of.symbol(), of.group(), 0, of.classOf(), of.dailyVolume(), Rate.ONE),
                    set.damping(u));
            final int perpetual = frame.add(new RiskFrame.Expiry(u, false, 0, 0, Rate.ONE));
            listed[u] = new Listed(u, perpetual, frame.figures(u), nextCoinPlace());
            coins.add(listed[u].coins().get(0));
        }
    }

    private int nextCoinPlace() {
        return instrumentsMax + Coin.PLACES * coins.count();
    }

    /**
     * Joins an asset to its underlying in the set, if it is one.
     *
     * @param asset that was defined.
     */
    public void define(final Asset asset) {
        final int place = set.find(asset.symbol().toString());
        if (place != NONE) {
            join(place, place, asset);
        }
    }

    private void join(final int coin, final int underlying, final Asset asset) {
        coins.join(coin, asset, frame.underlying(underlying).classOf());
    }

    /**
     * Lets a claim move as the asset for which it redeems, if that is an underlying of the set and the claim is none itself.
     *
     * @param claim that has become one.
     */
    public void claim(final Asset claim) {
        final int place = placeOf(claim.claim().underlying());
        if (place == NONE || coins.of(claim) != NONE) {
            return;
        }
        final Listed of = listed[place];
        final Coin coin = new Coin(of, nextCoinPlace());
        coins.add(coin);
        join(coins.count() - 1, place, claim);
        stateHash.replace(of.hashOrNone(), 0);
        of.coins().add(coin);
        stateHash.replace(0, of.hashOrNone());
    }

    /**
     * Takes an instrument up, if its underlying is in the set.
     *
     * @param instrument that was defined.
     */
    public void define(final Instrument instrument) {
        final int place = placeOf(instrument.underlying());
        if (place == NONE || instrument.kind() == InstrumentKind.SPOT) {
            return;
        }
        final Listed of = listed[place];
        of.instruments().add(instrument);
        final long expiryNs = instrument.terms().contract().expiry().timeNs();
        final int expiry = expiryNs == 0 ? NONE : expiryIndex(of, expiryNs);
        final long strike = instrument.terms().contract().option().strike();
        terms[instrument.ordinal()] = new RiskInstrument(
                instrument.id(),
                kindOf(instrument),
                place,
                expiry == NONE ? of.perpetual() : of.expiryPlaces().get(expiry),
                strike == 0 ? 0 : strikePlace(of, expiry, strike),
                frame.underlying(place).classOf(),
                instrument.kind().isInverse() ? 0 : 1 + instrument.settlement().ordinal() % QUOTES,
                Rate.ONE,
                null,
                CoinTiers.NONE);
    }

    private int expiryIndex(final Listed of, final long expiryNs) {
        for (int i = 0; i < of.expiries().size(); i++) {
            if (of.expiries().get(i) == expiryNs) {
                return i;
            }
        }
        of.expiries().add(expiryNs);
        of.expiryPlaces().add(frame.add(new RiskFrame.Expiry(of.place(), true, 0, 0, Rate.ONE)));
        return of.expiries().size() - 1;
    }

    private int strikePlace(final Listed of, final int expiry, final long strike) {
        for (final long[] known : of.strikes()) {
            if (known[0] == expiry && known[1] == strike) {
                return (int) known[2];
            }
        }
        final int place = frame.addStrike();
        of.strikes().add(new long[] {expiry, strike, place});
        return place;
    }

    private static RiskKind kindOf(final Instrument instrument) {
        return switch (instrument.kind()) {
            case LINEAR_FUTURE, INVERSE_FUTURE -> RiskKind.FUTURE;
            case OPTION -> instrument.isCall() ? RiskKind.CALL : RiskKind.PUT;
            default -> RiskKind.PERPETUAL;
        };
    }

    /**
     * Place of an asset among the underlyings.
     *
     * @param asset the asset.
     * @return from 0; -1 when it is no underlying of the set.
     */
    public int placeOf(final Asset asset) {
        final int coin = coins.of(asset);
        return coin < listed.length ? coin : NONE;
    }

    /** {@return number of underlyings of the set} */
    public int underlyings() {
        return listed.length;
    }

    /**
     * Asset of an underlying.
     *
     * @param place of it.
     * @return the asset; null while there is none of that name.
     */
    public Asset asset(final int place) {
        return listed[place].asset();
    }

    /**
     * How often the rows of an underlying were replaced.
     *
     * @param place of it.
     * @return 0 before the first time.
     */
    public long revaluation(final int place) {
        return listed[place].revaluation();
    }

    /**
     * Index price that the rows of an underlying were made at.
     *
     * @param place of it.
     * @return x 10^10; 0 without rows.
     */
    public long indexPrice(final int place) {
        return listed[place].indexPrice();
    }

    /**
     * When the rows of an underlying were made.
     *
     * @param place of it.
     * @return ns since 1970; 0 without rows.
     */
    public long timeNs(final int place) {
        return listed[place].timeNs();
    }

    /**
     * From when on the rows of an underlying are too old for a settlement window.
     *
     * @param place of it.
     * @return ns since 1970; {@link io.plimsoll.core.market.SettlementBook#NEVER} without a window to come.
     */
    public long agesAtNs(final int place) {
        return listed[place].agesAtNs();
    }

    /**
     * Volatility that the rows of an underlying were made with.
     *
     * @param place of it.
     * @return standard deviation of a day's return, a rate.
     */
    public long sigma(final int place) {
        return listed[place].sigma();
    }

    /**
     * Row in use of an instrument.
     *
     * @param instrument the instrument.
     * @return how it is added up; null when it has no row.
     */
    public RiskInstrument row(final Instrument instrument) {
        return rows.at(instrument.ordinal());
    }

    /** {@return coins that have rows} */
    public Coins coins() {
        return coins;
    }

    /** {@return the scenarios} */
    public ScenarioSet set() {
        return set;
    }

    /** {@return underlyings and expiries} */
    public RiskFrame frame() {
        return frame;
    }

    Listed listed(final int place) {
        return listed[place];
    }

    RowBook rows() {
        return rows;
    }

    RiskInstrument terms(final int place) {
        return terms[place];
    }

    /** Puts rows of coins in use. */
    void switchCoinsOver(final Listed of) {
        stateHash.replace(of.hashOrNone(), 0);
        for (int i = 0; i < of.coins().size(); i++) {
            of.coins().get(i).switchOver(rows);
        }
        stateHash.replace(0, of.hashOrNone());
    }

    /** Reads what charges want to know of an underlying besides its rows, which were switched over. */
    void figures(final Listed of, final long openInterest, final LiveFigures live) {
        stateHash.replace(of.hashOrNone(), 0);
        live.read(of, this, openInterest, frame.figures(of.place()));
        frame.stablePrice(live.stablePrice());
        stateHash.replace(0, of.hashOrNone());
    }

    /**
     * Whether there is more of a coin than its row was made for, and a coarser unit would take it.
     *
     * @param place of the underlying, which has an asset.
     * @return true when new rows are due.
     */
    public boolean isOutgrown(final int place) {
        final Listed of = listed[place];
        boolean isOutgrown = false;
        for (int i = 0; i < of.coins().size() && of.exponent() > 0; i++) {
            isOutgrown |= of.coins().get(i).isOutgrown();
        }
        return isOutgrown;
    }

    /**
     * Whether the price of an underlying, of a claim on it, or of the weakest stable coin has moved since its rows were made.
     *
     * @param place of the underlying, which has an asset.
     * @param prices of now.
     * @param movePpm by more than so much, parts per million.
     * @return true when new rows are due.
     */
    public boolean hasMoved(final int place, final PriceBook prices, final int movePpm) {
        final Listed of = listed[place];
        final long stable = frame.figures(place).stablePrice() / LiveFigures.RATE_PER_PRICE;
        boolean hasMoved = hasMoved(stable, prices.stablePrice(), movePpm);
        for (int i = 0; i < of.coins().size(); i++) {
            final long now = prices.indexPrice(of.coins().get(i).asset());
            hasMoved |= hasMoved(of.coins().get(i).price(), now, movePpm);
        }
        return hasMoved;
    }

    private static boolean hasMoved(final long made, final long now, final int movePpm) {
        return now != made
                && Math.abs(now - made) > FixedPoint.mulDivFloor(made, movePpm, FixedPoint.PPM, Long.MAX_VALUE);
    }

    /** {@return a number that grows whenever rows are replaced} */
    public long changes() {
        return changes;
    }

    /** Notes what the rows of an underlying are made from now. */
    void revalued(final Listed of, final long indexPrice, final long timeNs, final long sigma, final int exponent) {
        changes++;
        stateHash.replace(of.hashOrNone(), 0);
        of.revalued(indexPrice, timeNs, sigma, exponent);
        stateHash.replace(0, of.hash());
    }

    /** Takes its part out of the state hash: another regime has taken its place. */
    public void leave() {
        rows.leave();
        for (final Listed of : listed) {
            stateHash.replace(of.hashOrNone(), 0);
        }
    }

    /** {@return its part of the state hash, made from nothing} */
    public long hashFromScratch() {
        long sum = rows.hashFromScratch();
        for (final Listed of : listed) {
            sum += of.hashOrNone();
        }
        return sum;
    }
}
