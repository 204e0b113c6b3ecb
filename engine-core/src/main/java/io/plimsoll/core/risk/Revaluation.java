package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.core.market.PriceBook;
import io.plimsoll.core.market.SettlementBook;
import io.plimsoll.core.market.SurfaceBook;
import io.plimsoll.core.math.LotPricer;
import io.plimsoll.core.math.SurfaceSlice;

/**
 * Makes new rows for one underlying at a time: begun, then one instrument after the other, then switched over. Between the steps
 * other commands may come; what the rows are made from was read at the beginning, but for marks and surfaces, which are read as
 * each instrument is priced.
 *
 * <p>The risk unit is the finest, up to 10^-9 minor units, in which {@value #LOTS_LIMIT} times the largest position limit of
 * every instrument, and {@value #LOTS_LIMIT} times what all accounts have of the coin, moved by the largest scenario, stays below
 * 2^55: so the sum over the positions of an account stays below
 * 2^62. An instrument that is too large for whole minor units, or too small for its lot to show the smallest move of the grid in
 * {@value #LEAST_UNITS} units, gets no row.
 */
public final class Revaluation {
    /** Positions of a portfolio account may be so many times the largest position limit there was. */
    public static final int LOTS_LIMIT = 2;

    /** Least size of the smallest move of a lot, in risk units. */
    static final long LEAST_UNITS = 10_000;

    private static final long ROW_MAX = 1L << 55;
    private static final int EXPONENT_MAX = 9;
    static final int UNIT_DIGITS = 6;
    private static final int MINUS_ONE = -1;
    private static final int WINDOW_PARTS = 60;
    private static final long PART_NS_MIN = 1_000_000_000L;

    private final RiskRegime regime;
    private final PriceBook prices;
    private final SurfaceBook surfaces;
    private final SettlementBook settlement;
    private final LotPricer lots;
    private final RowPricer pricer;
    private final LotWorth worths;
    private final CoinRows coins;
    private final LiveFigures figures;
    private final long[] marks;
    private final long[] averages;
    private Listed of;
    private long indexPrice;
    private long timeNs;
    private long sigma;
    private long largestMove;
    private int exponent;
    private int next;
    private int priced;

    /**
     * Prices nothing yet.
     *
     * @param regime takes the rows.
     * @param prices index and mark prices.
     * @param surfaces forwards and volatilities.
     * @param settlement means of settlement windows so far.
     * @param instrumentsMax room for instruments.
     * @param figures what charges read besides rows.
     */
    public Revaluation(
            final RiskRegime regime,
            final PriceBook prices,
            final SurfaceBook surfaces,
            final SettlementBook settlement,
            final int instrumentsMax,
            final LiveFigures figures) {
        this.regime = regime;
        this.prices = prices;
        this.surfaces = surfaces;
        this.settlement = settlement;
        this.lots = new LotPricer(regime.set().count());
        this.pricer = new RowPricer(lots.pricer());
        this.worths = new LotWorth(prices);
        this.coins = new CoinRows(regime, lots, pricer, worths);
        this.marks = new long[instrumentsMax];
        this.averages = new long[instrumentsMax];
        this.figures = figures;
    }

    /**
     * Begins.
     *
     * @param underlying place of the underlying; its asset has an index price.
     * @param nowNs the engine's time.
     * @param sigmaUsed standard deviation of a day's return, a rate.
     */
    public void begin(final int underlying, final long nowNs, final long sigmaUsed) {
        of = regime.listed(underlying);
        indexPrice = prices.indexPrice(of.asset());
        timeNs = nowNs;
        sigma = sigmaUsed;
        regime.set().shocks(underlying, indexPrice, sigma, lots);
        // A call gains as much as its underlying, and its premium is on top.
        largestMove = Rate.ONE + lots.largestMove();
        exponent = exponent();
        readAverages();
        next = MINUS_ONE;
        priced = 0;
    }

    /** Means so far are those of the time of the rows: prices that come while these are made belong to the next. */
    private void readAverages() {
        for (int i = 0; i < of.instruments().size(); i++) {
            final Instrument instrument = of.instruments().get(i);
            if (instrument.kind() == InstrumentKind.OPTION) {
                averages[instrument.ordinal()] = settlement.averageSoFar(instrument, timeNs);
            }
        }
    }

    private int exponent() {
        int finest = EXPONENT_MAX;
        for (int i = 0; i < of.coins().size(); i++) {
            final int fits = finestFor(of.coins().get(i).asset());
            finest = fits < 0 ? finest : Math.min(finest, fits);
        }
        for (int i = 0; i < of.instruments().size(); i++) {
            final int fits = finestFor(of.instruments().get(i));
            finest = fits < 0 ? finest : Math.min(finest, fits);
        }
        return finest;
    }

    /** The finest unit for an instrument's largest position; -1 when it does not fit even in minor units. */
    private int finestFor(final Instrument instrument) {
        // Worth is in 10^-12 of the margin currency, minor units are 10^-6.
        return finestFor(FixedPoint.mulDivCeil(
                notional(instrument),
                LOTS_LIMIT * instrument.positionLotsPeak(),
                FixedPoint.powerOfTen(UNIT_DIGITS),
                Long.MAX_VALUE));
    }

    /** The finest unit for as much of a coin again as all accounts have or owe, so that it fits whoever has it. */
    private int finestFor(final Asset asset) {
        final long index = prices.indexPrice(asset);
        final long price = asset.stable() ? Math.min(Asset.INDEX_PRICE_ONE, index) : index;
        final long most = Math.max(asset.totals().credit(), asset.totals().debt());
        return finestFor(FixedPoint.mulDivCeil(LOTS_LIMIT * most, price, asset.usdDivisor(), Long.MAX_VALUE));
    }

    /** The finest unit in which so many minor units, moved by the largest scenario, fit; -1 when they never do. */
    private int finestFor(final long minorUnits) {
        final long most = FixedPoint.mulDivCeil(minorUnits, largestMove, Rate.ONE, Long.MAX_VALUE);
        int fits = MINUS_ONE;
        while (fits < EXPONENT_MAX && most <= ROW_MAX / FixedPoint.powerOfTen(fits + 1)) {
            fits++;
        }
        return fits;
    }

    private long notional(final Instrument instrument) {
        return instrument.kind() == InstrumentKind.OPTION
                ? worths.of(of.asset(), instrument.terms().contract().lotSize())
                : worths.proportional(instrument);
    }

    /** {@return place of the underlying being revalued} */
    public int underlying() {
        return of.place();
    }

    /** {@return how many rows are still to be made} */
    public int rest() {
        return of.instruments().size() - next;
    }

    /**
     * Makes the next row.
     *
     * @return the instrument, when it could not be priced and could be before; else null.
     */
    public Instrument step() {
        if (next == MINUS_ONE) {
            for (int i = 0; i < of.coins().size(); i++) {
                final Coin coin = of.coins().get(i);
                coins.make(coin, prices.indexPrice(coin.asset()), exponent);
            }
            next++;
            return null;
        }
        final Instrument instrument = of.instruments().get(next++);
        final int place = instrument.ordinal();
        final boolean isMade = price(instrument);
        if (isMade) {
            regime.rows().made(place);
            priced++;
        } else {
            regime.rows().notMade(place);
        }
        return isMade || isSettled(instrument) || regime.rows().at(place) == null ? null : instrument;
    }

    /** Nobody holds it any more. */
    private boolean isSettled(final Instrument instrument) {
        return prices.status(instrument) == MarketStatus.SETTLED;
    }

    private boolean price(final Instrument instrument) {
        final long worth = notional(instrument);
        marks[instrument.ordinal()] = MINUS_ONE;
        if (isSettled(instrument)
                || worth == 0
                || worth > LotWorth.MAX
                || finestFor(instrument) < exponent
                || isTooCoarse(regime, of.place(), worth, exponent)) {
            return false;
        }
        if (instrument.kind() == InstrumentKind.OPTION) {
            return option(instrument);
        }
        contract(instrument, worth);
        final long unit = RowPricer.unit(UNIT_DIGITS, exponent);
        final RiskRow row = draft(instrument.ordinal());
        pricer.contract(row, unit, inUnits(worth, exponent));
        row.values()[Column.UNITS] = units(worth, LOTS_LIMIT * instrument.positionLotsPeak());
        return true;
    }

    private void contract(final Instrument instrument, final long worth) {
        if (!instrument.kind().isDated()) {
            lots.proportional(worth);
            return;
        }
        final long nsToExpiry = instrument.terms().contract().expiry().timeNs() - timeNs;
        final long averagedNs = settlement.averagedNs(instrument);
        final long lotSize = instrument.terms().contract().lotSize();
        if (instrument.kind().isInverse()) {
            lots.inverseFuture(worth, nsToExpiry, averagedNs);
        } else if (nsToExpiry < averagedNs && lotSize > 0) {
            // The rest of the mean will be of the index, whatever the mark says of what is fixed already.
            lots.future(worths.of(of.asset(), lotSize), nsToExpiry, averagedNs);
        } else {
            lots.future(worth, nsToExpiry, averagedNs);
        }
    }

    private boolean option(final Instrument instrument) {
        final long expiryNs = instrument.terms().contract().expiry().timeNs();
        final SurfaceSlice slice = surfaces.find(of.asset(), expiryNs);
        if (slice == null) {
            return false;
        }
        final long lotSize = instrument.terms().contract().lotSize();
        lots.option(
                instrument.isCall(),
                instrument.terms().contract().option().strike(),
                expiryNs - timeNs,
                settlement.averagedNs(instrument),
                averages[instrument.ordinal()],
                slice,
                lotSize,
                of.asset().scale());
        final RiskRow row = draft(instrument.ordinal());
        pricer.option(
                row,
                RowPricer.unit(UNIT_DIGITS, exponent),
                inUnits(worths.of(of.asset(), lotSize), exponent),
                instrument.isPremiumStyle());
        row.values()[Column.UNITS] = units(worths.of(of.asset(), lotSize), LOTS_LIMIT * instrument.positionLotsPeak());
        marks[instrument.ordinal()] =
                worths.ticks(instrument, lots.pricer().valueIn(RowPricer.unit(UNIT_DIGITS, UNIT_DIGITS)));
        return true;
    }

    /** How many units of the underlying are worth as much, at its index price; no more than so many lots can be added up of. */
    private long units(final long worth, final long lotsMax) {
        final long units = FixedPoint.mulDivFloor(worth, Asset.INDEX_PRICE_ONE, indexPrice, ROW_MAX);
        return FixedPoint.mulDivFloor(
                units, FixedPoint.powerOfTen(exponent), FixedPoint.powerOfTen(UNIT_DIGITS), ROW_MAX / lotsMax);
    }

    private RiskRow draft(final int place) {
        return regime.rows().draft(place, regime.terms(place), exponent).row();
    }

    /** Whether the least grid move of a lot is too few units. */
    static boolean isTooCoarse(final RiskRegime regime, final int underlying, final long worth, final int unit) {
        final long least = Rate.timesFloor(worth, regime.set().smallestMove(underlying));
        return FixedPoint.mulDivFloor(
                        least, FixedPoint.powerOfTen(unit), FixedPoint.powerOfTen(UNIT_DIGITS), Long.MAX_VALUE)
                < LEAST_UNITS;
    }

    static long inUnits(final long worth, final int exponent) {
        return FixedPoint.mulDivNearest(worth, FixedPoint.powerOfTen(exponent), FixedPoint.powerOfTen(UNIT_DIGITS));
    }

    /** Switches all rows over; {@link #rest} is 0. */
    public void switchOver() {
        for (int i = 0; i < of.instruments().size(); i++) {
            regime.rows().switchOver(of.instruments().get(i).ordinal());
        }
        regime.switchCoinsOver(of);
        regime.figures(of, figures);
        final RiskFrame frame = regime.frame();
        final RiskFrame.Underlying was = frame.underlying(of.place());
        if (was.exponent() != exponent) {
            frame.set(
                    of.place(),
                    new RiskFrame.Underlying(
                            was.name(), was.group(), exponent, was.classOf(), was.dailyVolume(), was.confidence()));
        }
        for (int i = 0; i < of.expiries().size(); i++) {
            expiry(frame, of.expiryPlaces().get(i), of.expiries().get(i));
        }
        regime.revalued(of, indexPrice, timeNs, sigma, exponent);
        of.agesAt(agesAt());
    }

    /**
     * When the rows are too old for a settlement window: within it what still moves shrinks by the minute. Each time a
     * {@value #WINDOW_PARTS}th of the window has passed, so that no row shows more of what a lot moved before the window than that
     * share too much, and windows of any length cost the same work.
     */
    private long agesAt() {
        long first = SettlementBook.NEVER;
        for (int i = 0; i < of.instruments().size(); i++) {
            final Instrument instrument = of.instruments().get(i);
            final long averagedNs = settlement.averagedNs(instrument);
            final long expiryNs = instrument.terms().contract().expiry().timeNs();
            if (averagedNs > 0 && timeNs < expiryNs && !isSettled(instrument)) {
                first = Math.min(first, Math.max(timeNs, expiryNs - averagedNs) + partOf(averagedNs));
            }
        }
        return first;
    }

    private static long partOf(final long averagedNs) {
        return Math.max(PART_NS_MIN, averagedNs / WINDOW_PARTS);
    }

    private void expiry(final RiskFrame frame, final int place, final long expiryNs) {
        final long years = LotPricer.years(expiryNs - timeNs);
        final SurfaceSlice slice = surfaces.find(of.asset(), expiryNs);
        final long rate = slice == null ? 0 : slice.rateOfInterest();
        frame.set(place, new RiskFrame.Expiry(of.place(), true, years, rate, Rate.ONE));
    }

    /**
     * Mark that an option was priced at.
     *
     * @param instrument of the underlying.
     * @return ticks; -1 when it was not priced from a surface.
     */
    public long mark(final Instrument instrument) {
        return marks[instrument.ordinal()];
    }

    /** {@return instruments with a row} */
    public int priced() {
        return priced;
    }

    /** {@return instruments without one} */
    public int unpriced() {
        return of.instruments().size() - priced;
    }

    /** {@return index price that the rows are made at} */
    public long indexPrice() {
        return indexPrice;
    }

    /**
     * Instruments of the underlying, in the order of their definition.
     *
     * @param index from 0.
     * @return the instrument.
     */
    public Instrument instrument(final int index) {
        return of.instruments().get(index);
    }

    /** {@return number of instruments of the underlying} */
    public int instruments() {
        return of.instruments().size();
    }

    /** {@return number of rows made so far, for the state hash} */
    public int position() {
        return next + 1;
    }
}
