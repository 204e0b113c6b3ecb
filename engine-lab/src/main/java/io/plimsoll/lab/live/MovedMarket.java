package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.core.market.PriceBook;
import io.plimsoll.core.math.LotPricer;
import io.plimsoll.core.math.SurfaceSlice;
import io.plimsoll.core.risk.RiskRegime;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A copy of an engine in which the price of one underlying moves, and its volatilities. Marks of contracts move in proportion to the
 * index price, within a settlement window what is not fixed of them yet; those of options are what the surface makes of them; a
 * volatility stays with its strike. Time, all other prices and the volatilities of joint scenarios stand still.
 *
 * <p>Prices go straight into the book, and rows are made beside the engine's work: nobody is margined but who is asked about, and that
 * is read from balances and positions alone, also what others of the group have.
 */
final class MovedMarket {
    private static final long MONEY_UNIT = 1_000_000;

    private final EngineState state;
    private final Account account;
    private final Asset underlying;
    private final long index;
    private final List<Instrument> marked = new ArrayList<>();
    private final List<Instrument> following = new ArrayList<>();
    private final Map<Instrument, Long> marks = new HashMap<>();
    private final Map<Instrument, Double> models = new HashMap<>();
    private final Map<Long, SurfaceSlice> slices = new TreeMap<>();
    private final RiskRegime regime;
    private final LotPricer pricer;
    private final RowMaker rows;
    private double factor = 1;

    MovedMarket(final MarginEngine engine, final HostFeed feed, final Account account, final Asset underlying) {
        this.state = engine.state();
        this.account = account;
        this.underlying = underlying;
        this.index = state.prices().indexPrice(underlying);
        final RiskRegime inUse =
                state.risk().inUse() == null ? null : state.risk().inUse().regime();
        this.regime = inUse != null && inUse.placeOf(underlying) >= 0 ? inUse : null;
        this.pricer = regime == null ? null : new LotPricer(regime.set().count());
        final boolean hasRows =
                regime != null && (account.mode() == MarginMode.PORTFOLIO || hasOptions(account, underlying));
        this.rows = hasRows ? new RowMaker(state, regime, underlying) : null;
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.underlying() == underlying) {
                note(instrument);
            }
        }
        bringUp(feed);
    }

    /** Interest, funding and rows that are due come up to the engine's time once, by commands that move no price. */
    private void bringUp(final HostFeed feed) {
        feed.index(underlying, index);
        marked.forEach(instrument -> feed.mark(instrument, marks.get(instrument)));
        if (rows != null) {
            feed.revalue(underlying);
        }
    }

    /** Whether an account has options on an underlying, so that its volatilities matter. */
    static boolean hasOptions(final Account account, final Asset underlying) {
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            if (instrument.kind() == InstrumentKind.OPTION && instrument.underlying() == underlying) {
                return true;
            }
        }
        return false;
    }

    private void note(final Instrument instrument) {
        if (!state.prices().hasMark(instrument) || state.prices().status(instrument) == MarketStatus.SETTLED) {
            return;
        }
        marks.put(instrument, state.prices().markTicks(instrument));
        final boolean isFollowing = state.prices().followsSurface(instrument);
        (isFollowing ? following : marked).add(instrument);
        final long expiryNs = instrument.terms().contract().expiry().timeNs();
        final SurfaceSlice slice = instrument.kind() == InstrumentKind.OPTION
                ? state.risk().surfaces().find(underlying, expiryNs)
                : null;
        if (slice != null) {
            slices.put(expiryNs, slice);
            if (!isFollowing && regime != null) {
                models.put(instrument, modelTicks(instrument, index));
            }
        }
    }

    /** {@return index price as it is, x 10^10} */
    long index() {
        return index;
    }

    /**
     * Moves prices and volatilities from where they were at first, whatever they are now.
     *
     * @param price index price x 10^10.
     * @param volatility factor of all volatilities.
     * @return false when the index, or an instrument that the account has a position in, cannot have such a price; what is not refused
     *     has moved.
     */
    boolean to(final long price, final double volatility) {
        if (price < 1 || price > PriceBook.INDEX_PRICE_MAX) {
            return false;
        }
        move(volatility);
        index(price);
        boolean isPossible = true;
        for (final Instrument instrument : marked) {
            final boolean isMarked = mark(instrument, ticks(instrument, price));
            isPossible = isPossible && (isMarked || account.positions().lotsOf(instrument) == 0);
        }
        if (rows != null) {
            following.forEach(option -> state.prices().markTicks(option, marks.get(option)));
            rows.make();
        }
        return isPossible;
    }

    /** Claims on the underlying are worth what they redeem for. What is fixed of a mean that settles stays what it is. */
    private void index(final long price) {
        state.settlement().onIndexPrice(underlying, price, state.timeNs());
        state.prices().indexPrice(underlying, price, state.timeNs());
        for (int i = 0; i < underlying.claims(); i++) {
            final Asset claim = underlying.claimAt(i);
            if (claim.claim().rate() != 0) {
                state.prices().indexPrice(claim, claim.claim().price(price, PriceBook.INDEX_PRICE_MAX), state.timeNs());
            }
        }
    }

    private boolean mark(final Instrument instrument, final long ticks) {
        final boolean isPrice = instrument.isPrice(ticks);
        if (isPrice) {
            state.prices().markTicks(instrument, ticks);
        }
        return isPrice;
    }

    /** Everything as it was, with rows made anew. */
    void back() {
        to(index, 1);
    }

    /** Straight into the book: the engine would refuse one expiry that moves before its neighbour. */
    private void move(final double volatility) {
        if (volatility != factor) {
            factor = volatility;
            slices.forEach((expiryNs, slice) -> state.risk()
                    .surfaces()
                    .put(underlying, expiryNs, volatility == 1 ? slice : slice.times(volatility), 0, state.timeNs()));
        }
    }

    private long ticks(final Instrument instrument, final long price) {
        final long mark = marks.get(instrument);
        if (instrument.kind() != InstrumentKind.OPTION) {
            return legal(instrument, mark + stillToCome(instrument, proportional(mark, price) - mark));
        }
        final Double before = models.get(instrument);
        return before == null ? mark : legal(instrument, mark + Math.round(modelTicks(instrument, price) - before));
    }

    /** Of a change of a contract's price what is not fixed yet: all of it outside its settlement window. */
    private long stillToCome(final Instrument instrument, final long change) {
        final long averagedNs = state.settlement().averagedNs(instrument);
        final long leftNs = instrument.terms().contract().expiry().timeNs() - state.timeNs();
        return leftNs >= averagedNs || averagedNs == 0
                ? change
                : Math.round(change * (double) Math.max(0, leftNs) / averagedNs);
    }

    /** To the nearest tick, half away from zero. */
    private long proportional(final long mark, final long price) {
        final BigInteger twice = BigInteger.valueOf(mark)
                .abs()
                .multiply(BigInteger.valueOf(price))
                .shiftLeft(1);
        final BigInteger of = BigInteger.valueOf(index);
        return Long.signum(mark) * twice.add(of).divide(of.shiftLeft(1)).longValueExact();
    }

    /** What falls below the least price stays there. */
    private static long legal(final Instrument instrument, final long ticks) {
        return Math.max(instrument.terms().contract().priceTicksMin(), ticks);
    }

    /** A lot of an option as the engine prices it from the surface, in ticks and not rounded. */
    private double modelTicks(final Instrument option, final long price) {
        final long expiryNs = option.terms().contract().expiry().timeNs();
        regime.set()
                .shocks(
                        regime.placeOf(underlying),
                        price,
                        state.risk().volatilities().used(underlying),
                        pricer);
        pricer.option(
                option.isCall(),
                option.terms().contract().option().strike(),
                expiryNs - state.timeNs(),
                state.settlement().averagedNs(option),
                state.settlement().averageSoFar(option, state.timeNs()),
                state.risk().surfaces().find(underlying, expiryNs),
                option.terms().contract().lotSize(),
                underlying.scale());
        return pricer.pricer().valueIn(MONEY_UNIT * MONEY_UNIT) / (double) MONEY_UNIT / MONEY_UNIT / tick(option);
    }

    /** What a tick of a lot is worth in the margin currency, at the present price of what it is settled in. */
    private double tick(final Instrument option) {
        final Asset asset = option.settlement();
        final double worth = Math.pow(10, -asset.scale()) * option.terms().tickValue();
        final double settled = state.prices().indexPrice(asset) / (double) Asset.INDEX_PRICE_ONE;
        return worth * (asset.stable() ? Math.min(1, settled) : settled);
    }
}
