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
import java.util.Arrays;

/**
 * Makes new rows for one underlying at a time: begun, then step by step, then switched over. The first steps look at what is listed
 * and choose the {@linkplain RiskUnit risk unit}, the next one makes the rows of coins, all others the row of an instrument each.
 * Between the steps other commands may come; what the rows are made from was read at the beginning, but for marks and surfaces, which
 * are read as each instrument is priced. All that takes long is done in the steps, so that the switch-over is short.
 *
 * <p>An instrument that is too large for whole minor units, or too small for its lot to show the smallest move of the grid in
 * {@value #LEAST_UNITS} units, gets no row.
 */
public final class Revaluation {
    /** Positions of a portfolio account may be so many times the largest position limit there was. */
    public static final int LOTS_LIMIT = 2;

    /** Least size of the smallest move of a lot, in risk units. */
    public static final long LEAST_UNITS = 10_000;

    /** Instruments that a step looks at; about as much work as the row of one. */
    private static final int MEASURED_PER_STEP = 64;

    private static final int NO_MARK = -1;

    private final RiskRegime regime;
    private final PriceBook prices;
    private final SurfaceBook surfaces;
    private final SettlementBook settlement;
    private final LotPricer lots;
    private final RowPricer pricer;
    private final LotWorth worths;
    private final RiskUnit unit;
    private final RowAge age;
    private final CoinRows coins;
    private final LiveFigures figures;
    private final long[] marks;
    private final long[] averages;
    private final RowFault[] faults;
    private Listed of;
    private long indexPrice;
    private long timeNs;
    private long sigma;
    private long openInterest;
    private int exponent;
    private boolean isMeasured;
    private int measured;
    private boolean hasCoins;
    private int next;
    private int steps;
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
        this.unit = new RiskUnit(prices, worths);
        this.age = new RowAge(settlement);
        this.coins = new CoinRows(regime, lots, pricer, worths);
        this.marks = new long[instrumentsMax];
        this.averages = new long[instrumentsMax];
        this.faults = new RowFault[instrumentsMax];
        Arrays.fill(faults, RowFault.NONE);
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
        unit.begin(lots.largestMove());
        if (settlement.isAnyOpen(of.asset(), timeNs)) {
            readAverages();
        }
        openInterest = 0;
        age.begin(timeNs);
        isMeasured = false;
        measured = 0;
        hasCoins = false;
        next = 0;
        steps = 0;
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

    /** {@return place of the underlying being revalued} */
    public int underlying() {
        return of.place();
    }

    /** {@return how many steps are still to be made} */
    public int rest() {
        final int listed = of.instruments().size();
        final int measuring =
                isMeasured ? 0 : Math.max(1, (listed - measured + MEASURED_PER_STEP - 1) / MEASURED_PER_STEP);
        return measuring + (hasCoins ? 0 : 1) + listed - next;
    }

    /**
     * Makes the next step.
     *
     * @return the instrument, when it could not be priced and could be before, or its terms do not allow a row since now; else null.
     */
    public Instrument step() {
        steps++;
        if (!isMeasured) {
            measureSome();
            return null;
        }
        if (!hasCoins) {
            makeCoins();
            return null;
        }
        final Instrument instrument = of.instruments().get(next++);
        final int place = instrument.ordinal();
        final RowFault before = faults[place];
        final RowFault fault = price(instrument);
        faults[place] = fault;
        if (fault == RowFault.NONE) {
            made(instrument);
            return null;
        }
        regime.rows().notMade(place);
        final boolean isNews =
                fault.isOfTerms() ? fault != before : regime.rows().at(place) != null;
        return fault != RowFault.SETTLED && isNews ? instrument : null;
    }

    private void made(final Instrument instrument) {
        regime.rows().made(instrument.ordinal());
        openInterest = FixedPoint.addSaturated(
                openInterest,
                figures.openInterest(instrument, regime.rows().inMaking(instrument.ordinal())),
                Long.MAX_VALUE);
        priced++;
    }

    private void measureSome() {
        final int listed = of.instruments().size();
        for (int i = 0; i < MEASURED_PER_STEP && measured < listed; i++) {
            unit.fit(of.instruments().get(measured++));
        }
        if (measured == listed) {
            for (int i = 0; i < of.coins().size(); i++) {
                unit.fit(of.coins().get(i).asset());
            }
            exponent = unit.exponent();
            isMeasured = true;
        }
    }

    private void makeCoins() {
        for (int i = 0; i < of.coins().size(); i++) {
            final Coin coin = of.coins().get(i);
            coins.make(coin, prices.indexPrice(coin.asset()), exponent);
        }
        hasCoins = true;
    }

    /** Nobody holds it any more. */
    private boolean isSettled(final Instrument instrument) {
        return prices.status(instrument) == MarketStatus.SETTLED;
    }

    /**
     * Why an instrument got no row.
     *
     * @param instrument of the underlying.
     * @return the reason, after its step.
     */
    public RowFault fault(final Instrument instrument) {
        return faults[instrument.ordinal()];
    }

    private RowFault price(final Instrument instrument) {
        final long worth = worths.ofLot(instrument);
        marks[instrument.ordinal()] = NO_MARK;
        if (isSettled(instrument)) {
            return RowFault.SETTLED;
        }
        age.with(instrument);
        if (worth == 0) {
            return RowFault.NO_PRICE;
        }
        if (worth > LotWorth.MAX || !unit.fits(instrument, worth)) {
            return RowFault.TOO_LARGE;
        }
        if (RiskUnit.isTooCoarse(regime, of.place(), worth, exponent)) {
            return RowFault.TOO_COARSE;
        }
        if (instrument.kind() == InstrumentKind.OPTION) {
            return option(instrument) ? RowFault.NONE : RowFault.NO_SURFACE;
        }
        contract(instrument, worth);
        final RiskRow row = draft(instrument.ordinal());
        pricer.contract(row, RowPricer.unit(RiskUnit.WORTH_DIGITS, exponent), RiskUnit.inUnits(worth, exponent));
        row.values()[Column.UNITS] = units(worth, LOTS_LIMIT * instrument.positionLotsPeak());
        return RowFault.NONE;
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
                RowPricer.unit(RiskUnit.WORTH_DIGITS, exponent),
                RiskUnit.inUnits(worths.of(of.asset(), lotSize), exponent),
                instrument.isPremiumStyle());
        row.values()[Column.UNITS] = units(worths.of(of.asset(), lotSize), LOTS_LIMIT * instrument.positionLotsPeak());
        mark(instrument, lots.pricer().valueIn(RowPricer.unit(RiskUnit.WORTH_DIGITS, RiskUnit.WORTH_DIGITS)));
        return true;
    }

    /** An option that is worth less than its least price is marked there, not where it was worth something. */
    private void mark(final Instrument instrument, final long worth) {
        final long ticks = worths.ticks(instrument, worth);
        marks[instrument.ordinal()] = ticks < 0 ? NO_MARK : instrument.nearestPrice(ticks);
    }

    /** How many units of the underlying are worth as much, at its index price; no more than so many lots can be added up of. */
    private long units(final long worth, final long lotsMax) {
        final long units = FixedPoint.mulDivFloor(worth, Asset.INDEX_PRICE_ONE, indexPrice, RiskUnit.ROW_MAX);
        return FixedPoint.mulDivFloor(
                units,
                FixedPoint.powerOfTen(exponent),
                FixedPoint.powerOfTen(RiskUnit.WORTH_DIGITS),
                RiskUnit.ROW_MAX / lotsMax);
    }

    private RiskRow draft(final int place) {
        return regime.rows().draft(place, regime.terms(place), exponent).row();
    }

    /** Switches all rows over; {@link #rest} is 0. */
    public void switchOver() {
        // Methods of an element each: they are compiled long before a loop that runs once in a while.
        for (int i = 0; i < of.instruments().size(); i++) {
            switchOver(i);
        }
        regime.switchCoinsOver(of);
        regime.figures(of, openInterest, figures);
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
        of.agesAt(age.endsNs());
    }

    private void switchOver(final int index) {
        regime.rows().switchOver(of.instruments().get(index).ordinal());
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
     * @return a price of it, in ticks; -1 when it was not priced from a surface.
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

    /** {@return number of steps made so far, for the state hash} */
    public int position() {
        return steps;
    }
}
