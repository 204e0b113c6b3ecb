package io.plimsoll.core;

import io.plimsoll.core.account.MarginStatus;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The slow, obvious twin of the engine: unbounded integers, maps, everything computed from nothing each time. Knows the
 * market of {@link EngineDriver#withMarket} with more instruments of the same terms.
 */
final class ReferenceBook {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final long[][] TIERS = {{0, 20_000, 10_000}, {250_000_000_000L, 40_000, 20_000}};

    private final Map<Long, Twin> accounts = new TreeMap<>();
    private final Map<Integer, Long> marks = new TreeMap<>();
    private final Map<Integer, Long> indexPrices = new TreeMap<>(Map.of(1, 10_000_000_000L, 2, 200_000_000_000_000L));

    /** What the twin knows of an account. */
    static final class Twin {
        private final long group;
        private final Map<Integer, BigInteger> balances = new TreeMap<>();
        private final Map<Integer, BigInteger> lots = new TreeMap<>();
        private final Map<Integer, BigInteger> costs = new TreeMap<>();
        private MarginStatus status = MarginStatus.NORMAL;

        Twin(final long group) {
            this.group = group;
        }
    }

    /** Equity, NAV, initial and maintenance margin, notional. */
    record Assessment(BigInteger equity, BigInteger nav, BigInteger initial, BigInteger maintenance) {}

    void account(final long id, final long group) {
        accounts.put(id, new Twin(group));
    }

    void mark(final int instrument, final long ticks) {
        marks.put(instrument, ticks);
    }

    void index(final int asset, final long price) {
        indexPrices.put(asset, price);
    }

    long markOf(final int instrument) {
        return marks.getOrDefault(instrument, 0L);
    }

    void move(final long account, final int asset, final long change) {
        accounts.get(account).balances.merge(asset, BigInteger.valueOf(change), BigInteger::add);
    }

    void trade(final int instrument, final long price, final long lots, final long buyer, final long seller) {
        marks.putIfAbsent(instrument, price);
        side(accounts.get(buyer), instrument, BigInteger.valueOf(price), BigInteger.valueOf(lots));
        side(accounts.get(seller), instrument, BigInteger.valueOf(price), BigInteger.valueOf(-lots));
    }

    private static void side(final Twin twin, final int instrument, final BigInteger price, final BigInteger change) {
        final BigInteger perLot = price.multiply(BigInteger.valueOf(10_000));
        final BigInteger held = twin.lots.getOrDefault(instrument, BigInteger.ZERO);
        final BigInteger cost = twin.costs.getOrDefault(instrument, BigInteger.ZERO);
        BigInteger opened = change;
        BigInteger released = BigInteger.ZERO;
        if (held.signum() * change.signum() < 0) {
            final BigInteger closed = held.abs().min(change.abs());
            final BigInteger[] share = cost.multiply(closed).divideAndRemainder(held.abs());
            released = share[1].signum() < 0 ? share[0].subtract(BigInteger.ONE) : share[0];
            final BigInteger signedClosed = closed.multiply(BigInteger.valueOf(held.signum()));
            opened = change.add(signedClosed);
            twin.balances.merge(1, signedClosed.multiply(perLot).subtract(released), BigInteger::add);
        }
        twin.lots.put(instrument, held.add(change));
        twin.costs.put(instrument, cost.subtract(released).add(opened.multiply(perLot)));
    }

    Assessment assess(final long id) {
        final Twin twin = accounts.get(id);
        final Map<Integer, BigInteger> net = new TreeMap<>(twin.balances);
        BigInteger initial = BigInteger.ZERO;
        BigInteger maintenance = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> entry : twin.lots.entrySet()) {
            final int instrument = entry.getKey();
            final BigInteger lots = entry.getValue();
            if (lots.signum() != 0) {
                final BigInteger perLot = BigInteger.valueOf(marks.get(instrument) * 10_000);
                net.merge(1, lots.multiply(perLot).subtract(twin.costs.get(instrument)), BigInteger::add);
                final BigInteger groupLots = groupLots(twin.group, instrument);
                final BigInteger groupNotional = usd(1, groupLots.multiply(perLot), true);
                initial = initial.add(share(tiers(groupNotional, 1), lots.abs(), groupLots));
                maintenance = maintenance.add(share(tiers(groupNotional, 2), lots.abs(), groupLots));
            }
        }
        return assets(net, initial, maintenance);
    }

    private Assessment assets(
            final Map<Integer, BigInteger> net, final BigInteger positionInitial, final BigInteger maintenance) {
        BigInteger initial = positionInitial;
        BigInteger equity = BigInteger.ZERO;
        BigInteger nav = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> entry : net.entrySet()) {
            final boolean btc = entry.getKey() == 2;
            final boolean debt = entry.getValue().signum() < 0;
            final BigInteger value = usd(entry.getKey(), entry.getValue().abs(), debt);
            if (debt) {
                nav = nav.subtract(value);
                equity = equity.subtract(value).subtract(rateCeil(value, btc ? 100_000 : 0));
            } else {
                nav = nav.add(value);
                equity = equity.add(value).subtract(rateCeil(value, btc ? 50_000 : 0));
                initial = initial.add(rateCeil(value, btc ? 50_000 : 0));
            }
        }
        return new Assessment(equity, nav, initial, maintenance);
    }

    private BigInteger groupLots(final long group, final int instrument) {
        BigInteger sum = BigInteger.ZERO;
        for (final Twin twin : accounts.values()) {
            if (twin.group == group) {
                sum = sum.add(
                        twin.lots.getOrDefault(instrument, BigInteger.ZERO).abs());
            }
        }
        return sum;
    }

    private static BigInteger tiers(final BigInteger notional, final int column) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < TIERS.length; i++) {
            final BigInteger from = BigInteger.valueOf(TIERS[i][0]);
            final BigInteger to = i + 1 < TIERS.length ? BigInteger.valueOf(TIERS[i + 1][0]) : notional;
            final BigInteger part = notional.min(to).subtract(from).max(BigInteger.ZERO);
            sum = sum.add(rateCeil(part, TIERS[i][column]));
        }
        return sum;
    }

    private static BigInteger share(final BigInteger requirement, final BigInteger lots, final BigInteger groupLots) {
        return ceil(requirement.multiply(lots), groupLots);
    }

    private BigInteger usd(final int asset, final BigInteger amount, final boolean up) {
        final BigInteger product = amount.multiply(BigInteger.valueOf(indexPrices.get(asset)));
        final BigInteger divisor = BigInteger.TEN.pow(asset == 1 ? 10 : 12);
        return up ? ceil(product, divisor) : product.divide(divisor);
    }

    private static BigInteger rateCeil(final BigInteger amount, final long ppm) {
        return ceil(amount.multiply(BigInteger.valueOf(ppm)), MILLION);
    }

    private static BigInteger ceil(final BigInteger a, final BigInteger b) {
        final BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
    }

    /** Moves an account on the ladder as an event did, after checking that it had to. */
    MarginStatus ladder(final long id) {
        final Twin twin = accounts.get(id);
        final Assessment a = assess(id);
        final BigInteger two = BigInteger.TWO;
        MarginStatus status = MarginStatus.NORMAL;
        if (a.nav().signum() < 0) {
            status = MarginStatus.BANKRUPT;
        } else if (a.equity()
                        .multiply(BigInteger.valueOf(3))
                        .compareTo(a.maintenance().multiply(two))
                < 0) {
            status = MarginStatus.BACKSTOP;
        } else if (a.equity().compareTo(a.maintenance()) < 0) {
            status = MarginStatus.LIQUIDATION;
        } else if (a.equity().multiply(two).compareTo(a.initial().add(a.maintenance())) < 0) {
            status = MarginStatus.MARGIN_CALL;
        } else if (a.equity().compareTo(a.initial()) < 0) {
            status = MarginStatus.NO_NEW_RISK;
        }
        final boolean stays = twin.status.isLiquidating()
                && !status.isLiquidating()
                && a.equity().multiply(BigInteger.TEN).compareTo(a.maintenance().multiply(BigInteger.valueOf(11))) < 0;
        twin.status = stays ? MarginStatus.LIQUIDATION : status;
        return twin.status;
    }

    List<Long> ids() {
        return new ArrayList<>(accounts.keySet());
    }
}
