package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;

/**
 * A scenario set at work: the frame, and the rows in use of all instruments and coins. Positions are added up in it. When
 * another set comes, another regime is made beside it, and takes its place when all of its rows are there.
 *
 * <p>Places of rows: an instrument has its ordinal; behind these every underlying has two, of a coin that is held and of a coin
 * that is owed; behind these one for each further tier of the haircut on the coin.
 */
public final class RiskRegime {
    private static final int NONE = -1;
    private static final int QUOTES = 63;
    private static final long COIN_MAX = 1L << 55;
    private static final int FURTHER_TIERS = CoinTiers.MAX;

    private final ScenarioSet set;
    private final int instrumentsMax;
    private final RiskFrame frame = new RiskFrame();
    private final RowBook rows;
    private final Listed[] listed;
    private final RiskInstrument[] terms;
    private final StateHash stateHash;
    private final long[] largest;
    private long changes;

    /**
     * A regime without rows.
     *
     * @param set its scenarios.
     * @param instrumentsMax room for instruments.
     * @param stateHash hash to keep up to date.
     */
    public RiskRegime(final ScenarioSet set, final int instrumentsMax, final StateHash stateHash) {
        this.set = set;
        this.instrumentsMax = instrumentsMax;
        this.stateHash = stateHash;
        final int underlyings = set.underlyings().size();
        final int places = instrumentsMax + (2 + FURTHER_TIERS) * underlyings;
        this.rows = new RowBook(places, set.count(), stateHash);
        this.terms = new RiskInstrument[places];
        this.listed = new Listed[underlyings];
        this.largest = new long[2 * underlyings];
        for (int u = 0; u < underlyings; u++) {
            final ScenarioSet.Underlying of = set.underlyings().get(u);
            frame.add(
                    new RiskFrame.Underlying(of.symbol(), of.group(), 0, of.classOf(), of.dailyVolume(), Rate.ONE),
                    set.damping(u));
            final int perpetual = frame.add(new RiskFrame.Expiry(u, false, 0, Rate.ONE, Rate.ONE, Rate.ONE));
            listed[u] = new Listed(u, perpetual, frame.figures(u));
        }
    }

    /**
     * Joins an asset to its underlying in the set, if it is one.
     *
     * @param asset that was defined.
     */
    public void define(final Asset asset) {
        final int place = set.find(asset.symbol().toString());
        if (place != NONE) {
            listed[place].asset(asset);
            coin(listed[place], creditPlace(place), listed[place].tiers());
            coin(listed[place], debtPlace(place), CoinTiers.NONE);
            for (int tier = 1; tier <= FURTHER_TIERS; tier++) {
                coin(listed[place], tierPlace(place, tier), CoinTiers.NONE);
            }
        }
    }

    private void coin(final Listed of, final int place, final CoinTiers tiers) {
        terms[place] = new RiskInstrument(
                -of.asset().id(),
                RiskKind.COIN,
                of.place(),
                of.perpetual(),
                0,
                frame.underlying(of.place()).classOf(),
                0,
                Rate.ONE,
                null,
                tiers);
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
        of.expiryPlaces().add(frame.add(new RiskFrame.Expiry(of.place(), true, 0, Rate.ONE, Rate.ONE, Rate.ONE)));
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
        for (int u = 0; u < listed.length; u++) {
            if (listed[u].asset() == asset) {
                return u;
            }
        }
        return NONE;
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

    /**
     * Row in use of a coin.
     *
     * @param place of the underlying.
     * @param isDebt whether it is owed.
     * @return how it is added up; null when it has no row.
     */
    public RiskInstrument coinRow(final int place, final boolean isDebt) {
        return rows.at(isDebt ? debtPlace(place) : creditPlace(place));
    }

    /**
     * Size of a lot of a coin's row.
     *
     * @param place of the underlying.
     * @return minor units of the coin, a power of ten.
     */
    public long coinLot(final int place) {
        return listed[place].coinLot();
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

    int creditPlace(final int underlying) {
        return instrumentsMax + 2 * underlying;
    }

    int debtPlace(final int underlying) {
        return instrumentsMax + 2 * underlying + 1;
    }

    /** Place of a further tier of the haircut on a coin, from 1. */
    int tierPlace(final int underlying, final int tier) {
        return instrumentsMax + 2 * listed.length + FURTHER_TIERS * underlying + tier - 1;
    }

    /** Puts the rows of further tiers in use, which were switched over; each from so many lots. */
    void tiers(final Listed of, final long[] fromLots, final int count) {
        stateHash.replace(of.hashOrNone(), 0);
        of.tiers().clear();
        for (int tier = 1; tier <= count; tier++) {
            of.tiers()
                    .add(
                            fromLots[tier - 1],
                            rows.at(tierPlace(of.place(), tier)).row());
        }
        stateHash.replace(0, of.hashOrNone());
    }

    /** Reads what charges want to know of an underlying besides its rows, which were switched over. */
    void figures(final Listed of, final long price, final LiveFigures live) {
        stateHash.replace(of.hashOrNone(), 0);
        live.read(of, this, price, frame.figures(of.place()));
        stateHash.replace(0, of.hashOrNone());
    }

    private static long largest(final RiskInstrument coin) {
        long most = 0;
        for (int i = 0; coin != null && i < coin.row().length(); i++) {
            most = Math.max(most, Math.abs(coin.row().column(i)));
        }
        return most;
    }

    private long largest(final int place, final boolean isDebt) {
        return largest[2 * place + (isDebt ? 1 : 0)];
    }

    /**
     * How much of a coin fits its row.
     *
     * @param place of the underlying.
     * @param isDebt whether it is owed.
     * @return lots.
     */
    public long coinLotsMax(final int place, final boolean isDebt) {
        return COIN_MAX / (1 + largest(place, isDebt));
    }

    /**
     * Whether there is more of a coin than its row was made for, and a coarser unit would take it.
     *
     * @param place of the underlying, which has an asset.
     * @return true when new rows are due.
     */
    public boolean isOutgrown(final int place) {
        final Listed of = listed[place];
        return of.exponent() > 0
                && (of.asset().totals().credit() / of.coinLot() > coinLotsMax(place, false)
                        || of.asset().totals().debt() / of.coinLot() > coinLotsMax(place, true));
    }

    /** {@return a number that grows whenever rows are replaced} */
    public long changes() {
        return changes;
    }

    /** Notes what the rows of an underlying are made from now. */
    void revalued(
            final Listed of,
            final long indexPrice,
            final long timeNs,
            final long sigma,
            final int exponent,
            final long coinLot) {
        changes++;
        largest[2 * of.place()] = largest(coinRow(of.place(), false));
        largest[2 * of.place() + 1] = largest(coinRow(of.place(), true));
        stateHash.replace(of.hashOrNone(), 0);
        of.revalued(indexPrice, timeNs, sigma, exponent, coinLot);
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
