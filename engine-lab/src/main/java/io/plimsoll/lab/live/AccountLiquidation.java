package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.lab.whatif.MarketException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * At which prices an account is liquidated: its figures as the engine computes them after moves of one underlying, everything valued
 * and margined anew in a copy of the engine.
 *
 * <p>The nearest price on each side is looked for in steps of {@value #PACE_PERCENT} % from the price now, and between the first two
 * that differ by halving. An account that crosses twice within such a step is not seen to.
 */
public final class AccountLiquidation {
    private static final int PACE_PERCENT = 3;
    private static final int HUNDRED = 100;
    private static final int PRICE_DIGITS = 7;
    private static final int SHARE_DIGITS = 6;
    private static final int LEAST_PERCENT = 5;
    private static final int MOST_PERCENT = 400;

    private final MarginEngine engine;
    private final EngineState state;
    private final Account account;
    private final HostFeed feed;
    private final Standing now;
    private final boolean isBelow;

    /**
     * Takes note of where the account stands.
     *
     * @param engine a copy of its own: prices are as they were afterwards, rows are new, its sequence has gone on.
     * @param account in any mode.
     */
    public AccountLiquidation(final MarginEngine engine, final Account account) {
        this.engine = engine;
        this.state = engine.state();
        this.account = account;
        this.feed = new HostFeed(engine);
        this.now = Standing.of(engine, account.id());
        this.isBelow = now.left().signum() < 0;
    }

    /** {@return where the account stands, as the engine decides} */
    public Standing now() {
        return now;
    }

    /** {@return symbols of what the account moves with, but for stable assets} */
    public List<String> underlyings() {
        return moving().stream()
                .filter(asset -> !asset.stable())
                .map(asset -> asset.symbol().toString())
                .toList();
    }

    /** Underlyings of its positions, what those are settled in, and what it has or owes; a claim moves with what it is on. */
    private Set<Asset> moving() {
        final Set<Asset> all = new TreeSet<>(Comparator.comparingInt(Asset::id));
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            all.add(source(positions.instrumentAt(i).underlying()));
            all.add(source(positions.instrumentAt(i).settlement()));
        }
        final Balances balances = account.balances();
        for (int i = 0; i < balances.count(); i++) {
            if (balances.amountAt(i) != 0) {
                all.add(source(balances.assetAt(i)));
            }
        }
        all.removeIf(asset -> state.prices().indexPrice(asset) == 0);
        return all;
    }

    /**
     * Whether volatilities of an underlying matter to the account by themselves.
     *
     * @param symbol of the underlying.
     * @return true when it has options on it.
     * @throws MarketException when the account does not move with it.
     */
    public boolean hasOptions(final String symbol) {
        return MovedMarket.hasOptions(account, find(symbol));
    }

    private static Asset source(final Asset asset) {
        return asset.claim() == null ? asset : asset.claim().underlying();
    }

    /**
     * Moves one underlying.
     *
     * @param symbol of the underlying.
     * @param moves of its price, shares above -1.
     * @param volatilities moves of its volatilities as shares of them, above -1.
     * @return the account over these moves, and the nearest prices at which it crosses its maintenance margin.
     * @throws MarketException when the account does not move with it.
     */
    public LiquidationSurface of(
            final String symbol, final List<BigDecimal> moves, final List<BigDecimal> volatilities) {
        final Asset underlying = find(symbol);
        final MovedMarket market = new MovedMarket(engine, feed, account, underlying);
        final List<SurfacePoint> points = new ArrayList<>();
        for (final BigDecimal move : moves) {
            for (final BigDecimal volatility : volatilities) {
                points.add(point(market, priceAfter(market, move), volatility));
            }
        }
        final Crossing below = cross(market, false);
        final Crossing above = cross(market, true);
        market.back();
        return new LiquidationSurface(
                symbol,
                price(market.index()),
                price(step(market.index())),
                Standing.of(engine, account.id()),
                isBelow,
                below,
                above,
                points);
    }

    private Asset find(final String symbol) {
        return moving().stream()
                .filter(asset -> asset.symbol().toString().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new MarketException("account " + account.id() + " has nothing that moves with '"
                        + symbol + "'"
                        + (moving().isEmpty()
                                ? ""
                                : "; it moves with "
                                        + moving().stream()
                                                .map(asset -> asset.symbol().toString())
                                                .collect(Collectors.joining(", ")))));
    }

    private static long priceAfter(final MovedMarket market, final BigDecimal move) {
        return BigDecimal.valueOf(market.index())
                .multiply(BigDecimal.ONE.add(move))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /** Nothing is computed where nothing moves: these are the figures that the engine decides with. */
    private SurfacePoint point(final MovedMarket market, final long price, final BigDecimal volatility) {
        final Optional<Standing> standing = price == market.index() && volatility.signum() == 0
                ? Optional.of(now)
                : Optional.of(price)
                        .filter(each ->
                                market.to(each, BigDecimal.ONE.add(volatility).doubleValue()))
                        .map(each -> Standing.of(engine, account.id()));
        final BigDecimal move = BigDecimal.valueOf(price - market.index())
                .divide(BigDecimal.valueOf(market.index()), SHARE_DIGITS, RoundingMode.HALF_EVEN);
        return new SurfacePoint(move, price(price), volatility, standing);
    }

    private SurfacePoint at(final MovedMarket market, final long price) {
        return point(market, price, BigDecimal.ZERO);
    }

    private Crossing cross(final MovedMarket market, final boolean isUp) {
        final long step = step(market.index());
        final long last = market.index() / HUNDRED * (isUp ? MOST_PERCENT : LEAST_PERCENT) / step * step;
        SurfacePoint reached = at(market, market.index());
        long from = market.index();
        while (isUp ? from < last : from > last) {
            final long next = next(from, step, isUp);
            final long to = isUp ? Math.min(next, last) : Math.max(next, last);
            final SurfacePoint point = at(market, to);
            if (point.standing().isEmpty()) {
                return new Crossing(Optional.empty(), reached);
            }
            if (hasCrossed(point)) {
                return new Crossing(Optional.of(halve(market, from, to)), point);
            }
            reached = point;
            from = to;
        }
        return new Crossing(Optional.empty(), reached);
    }

    private boolean hasCrossed(final SurfacePoint point) {
        return point.left().orElseThrow().signum() < 0 != isBelow;
    }

    /** The next price to look at, a whole number of steps; at least one further on. */
    private static long next(final long from, final long step, final boolean isUp) {
        final long pace = Math.max(step, from / HUNDRED * PACE_PERCENT);
        return isUp ? Math.floorDiv(from + pace, step) * step : -Math.floorDiv(pace - from, step) * step;
    }

    /** Between a price on this side and one on the other; both whole numbers of steps, but for the price now. */
    private SurfacePoint halve(final MovedMarket market, final long stands, final long crossed) {
        final long step = step(market.index());
        long near = stands;
        long far = crossed;
        long middle = middle(near, far, step);
        while (middle != near && middle != far) {
            if (hasCrossed(at(market, middle))) {
                far = middle;
            } else {
                near = middle;
            }
            middle = middle(near, far, step);
        }
        return at(market, far);
    }

    /** A whole number of steps strictly between two prices, or one of them where there is none. */
    private static long middle(final long near, final long far, final long step) {
        final long low = Math.min(near, far);
        final long high = Math.max(near, far);
        final long middle = (low + (high - low) / 2) / step * step;
        if (middle > low) {
            return middle;
        }
        return middle + step < high ? middle + step : far;
    }

    /** One in the seventh digit of the price now. */
    private static long step(final long index) {
        final BigDecimal price = BigDecimal.valueOf(index);
        return Math.max(
                1,
                price.round(new MathContext(PRICE_DIGITS, RoundingMode.DOWN))
                        .ulp()
                        .longValue());
    }

    private static BigDecimal price(final long index) {
        final BigDecimal price =
                BigDecimal.valueOf(index, Asset.INDEX_PRICE_SCALE).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0, RoundingMode.UNNECESSARY) : price;
    }
}
