package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.lab.whatif.MarketException;
import java.math.BigDecimal;
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
 * and margined anew in a copy of the engine. Nobody else is margined there, so that it takes as long whatever the number of accounts.
 */
public final class AccountLiquidation {
    private static final int SHARE_DIGITS = 6;

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
        final CrossingSearch search =
                new CrossingSearch(market.index(), isBelow, price -> point(market, price, BigDecimal.ZERO));
        final Crossing below = search.down();
        final Crossing above = search.up();
        market.back();
        return new LiquidationSurface(
                symbol,
                price(market.index()),
                price(search.step()),
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

    private static BigDecimal price(final long index) {
        final BigDecimal price =
                BigDecimal.valueOf(index, Asset.INDEX_PRICE_SCALE).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0, RoundingMode.UNNECESSARY) : price;
    }
}
