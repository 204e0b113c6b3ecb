package io.plimsoll.core;

import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.PremiumStyle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The slow, obvious twin of the engine: unbounded integers, maps, everything computed from nothing each time. Knows the
 * assets and tiers of {@link EngineDriver#withMarket}, two tiers of haircuts on the coin, a claim on it, and instruments of every kind.
 */
final class ReferenceBook {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final int BTC = 2;
    private static final int CLAIM = 3;
    private static final long[][] HAIRCUTS = {{0, 50_000, 50_000}, {2_000_000_000L, 150_000, 80_000}};
    private static final long[][] CLAIM_HAIRCUTS = {{0, 120_000, 30_000}};
    private static final long[][] NO_HAIRCUTS = {{0, 0, 0}};
    private static final long[][] TIERS = {{0, 20_000, 10_000}, {250_000_000_000L, 40_000, 20_000}};

    private final Map<Long, Twin> accounts = new TreeMap<>();
    private final Map<Integer, Terms> terms = new TreeMap<>();
    private final Map<Integer, Long> marks = new TreeMap<>();
    private final ReferencePrices prices;

    /** At such index prices. */
    ReferenceBook(final ReferencePrices prices) {
        this.prices = prices;
    }

    /** What the twin knows of an account. */
    static final class Twin {
        private final long group;
        private final Map<Integer, BigInteger> balances = new TreeMap<>();
        private final Map<Integer, BigInteger> lots = new TreeMap<>();
        private final Map<Integer, BigInteger> costs = new TreeMap<>();
        private MarginStatus status = MarginStatus.NORMAL;
        private Twin parent;

        Twin(final long group) {
            this.group = group;
        }

        BigInteger balanceOf(final int asset) {
            return balances.getOrDefault(asset, BigInteger.ZERO);
        }

        BigInteger lotsOf(final int instrument) {
            return lots.getOrDefault(instrument, BigInteger.ZERO);
        }

        BigInteger costOf(final int instrument) {
            return costs.getOrDefault(instrument, BigInteger.ZERO);
        }
    }

    /** Equity, NAV, initial and maintenance margin, and the option value within equity. */
    record Assessment(
            BigInteger equity, BigInteger nav, BigInteger initial, BigInteger maintenance, BigInteger optionValue) {}

    /** What the twin knows of an instrument; the underlying is always {@link #BTC}. */
    record Terms(
            InstrumentKind kind,
            int settlement,
            long tickValue,
            int quote,
            long lotSize,
            long contractValue,
            PremiumStyle style) {

        /** Inverse values are rounded once, half away from zero. */
        BigInteger value(final BigInteger lots, final long price) {
            final BigInteger worth = BigInteger.valueOf(tickValue);
            if (!kind.isInverse()) {
                return lots.multiply(worth).multiply(BigInteger.valueOf(price));
            }
            final BigDecimal exact = new BigDecimal(lots.multiply(worth).negate());
            return exact.divide(BigDecimal.valueOf(price), 0, RoundingMode.HALF_UP)
                    .toBigIntegerExact();
        }

        long lotNotional(final long mark) {
            if (kind.isInverse()) {
                return contractValue;
            }
            return kind == InstrumentKind.OPTION ? lotSize : Math.abs(mark * tickValue);
        }

        /** 0 is the margin currency. */
        int notionalAsset() {
            if (kind.isInverse()) {
                return quote;
            }
            return kind == InstrumentKind.OPTION ? BTC : settlement;
        }
    }

    void account(final long id, final long group) {
        accounts.put(id, new Twin(group));
    }

    void pocket(final long id, final long parent) {
        account(id, accounts.get(parent).group);
        accounts.get(id).parent = accounts.get(parent);
    }

    void mark(final int instrument, final long ticks) {
        marks.put(instrument, ticks);
    }

    /** Whether an account has something of which the price may not be used. */
    boolean isUnusableFor(final long id) {
        final Twin twin = accounts.get(id);
        return twin.balances.entrySet().stream()
                        .anyMatch(balance -> balance.getValue().signum() != 0 && prices.isUnusable(balance.getKey()))
                || twin.lots.entrySet().stream()
                        .anyMatch(held -> held.getValue().signum() != 0 && isUnusable(terms.get(held.getKey())));
    }

    /** Whether an account has a position or a debt. */
    boolean isExposed(final long id) {
        final Twin twin = accounts.get(id);
        return twin.balances.values().stream().anyMatch(balance -> balance.signum() < 0)
                || twin.lots.values().stream().anyMatch(lots -> lots.signum() != 0);
    }

    private boolean isUnusable(final Terms contract) {
        return prices.isUnusable(BTC)
                || prices.isUnusable(contract.settlement())
                || prices.isUnusable(contract.notionalAsset());
    }

    long markOf(final int instrument) {
        return marks.getOrDefault(instrument, 0L);
    }

    void move(final long account, final int asset, final long change) {
        accounts.get(account).balances.merge(asset, BigInteger.valueOf(change), BigInteger::add);
    }

    void define(final int instrument, final Terms terms) {
        this.terms.put(instrument, terms);
    }

    void trade(final int instrument, final long price, final long lots, final long buyer, final long seller) {
        marks.putIfAbsent(instrument, price);
        side(accounts.get(buyer), instrument, price, lots);
        side(accounts.get(seller), instrument, price, -lots);
        sweep(accounts.get(buyer), terms.get(instrument).settlement());
        sweep(accounts.get(seller), terms.get(instrument).settlement());
    }

    /** A flat pocket gives what is left to its parent; a loss is paid by the fund. */
    private static void sweep(final Twin twin, final int asset) {
        if (twin.parent == null || twin.lots.values().stream().anyMatch(lots -> lots.signum() != 0)) {
            return;
        }
        twin.parent.balances.merge(asset, twin.balanceOf(asset).max(BigInteger.ZERO), BigInteger::add);
        twin.balances.put(asset, BigInteger.ZERO);
    }

    private void side(final Twin twin, final int instrument, final long price, final long lots) {
        final Terms contract = terms.get(instrument);
        final BigInteger change = BigInteger.valueOf(lots);
        final BigInteger value = contract.value(change, price);
        final BigInteger held = twin.lotsOf(instrument);
        if (contract.kind() == InstrumentKind.SPOT) {
            twin.balances.merge(BTC, change.multiply(BigInteger.valueOf(contract.lotSize())), BigInteger::add);
            twin.balances.merge(contract.settlement(), value.negate(), BigInteger::add);
            return;
        }
        twin.lots.put(instrument, held.add(change));
        if (contract.style() == PremiumStyle.PREMIUM) {
            twin.balances.merge(contract.settlement(), value.negate(), BigInteger::add);
            return;
        }
        final BigInteger cost = twin.costOf(instrument);
        BigInteger closing = BigInteger.ZERO;
        BigInteger released = BigInteger.ZERO;
        if (held.signum() * lots < 0) {
            final BigInteger closed = held.abs().min(change.abs());
            closing = floor(value.multiply(closed), change.abs());
            released = floor(cost.multiply(closed), held.abs());
            twin.balances.merge(contract.settlement(), closing.add(released).negate(), BigInteger::add);
        }
        twin.costs.put(instrument, cost.subtract(released).add(value).subtract(closing));
    }

    Assessment assess(final long id) {
        final Twin twin = accounts.get(id);
        final Map<Integer, BigInteger> net = new TreeMap<>(twin.balances);
        final Map<Integer, BigInteger> options = new TreeMap<>();
        BigInteger initial = BigInteger.ZERO;
        BigInteger maintenance = BigInteger.ZERO;
        BigInteger shortInitial = BigInteger.ZERO;
        BigInteger shortMaintenance = BigInteger.ZERO;
        BigInteger longs = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> entry : twin.lots.entrySet()) {
            final int instrument = entry.getKey();
            final BigInteger lots = entry.getValue();
            if (lots.signum() != 0) {
                final Terms contract = terms.get(instrument);
                final BigInteger value = contract.value(lots, marks.get(instrument));
                if (contract.style() == PremiumStyle.PREMIUM) {
                    options.merge(contract.settlement(), value, BigInteger::add);
                    shortInitial = shortInitial.add(requirement(twin.group, instrument, lots, 1));
                    shortMaintenance = shortMaintenance.add(requirement(twin.group, instrument, lots, 2));
                } else {
                    net.merge(contract.settlement(), value.subtract(twin.costOf(instrument)), BigInteger::add);
                    initial = initial.add(requirement(twin.group, instrument, lots, 1));
                    maintenance = maintenance.add(requirement(twin.group, instrument, lots, 2));
                }
                if (contract.kind() != InstrumentKind.OPTION && lots.signum() > 0) {
                    longs = longs.add(notional(instrument, lots));
                }
            }
        }
        BigInteger optionValue = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> option : options.entrySet()) {
            final BigInteger value = option.getValue();
            final BigInteger usd = usd(option.getKey(), value.abs(), value.signum() < 0);
            optionValue = optionValue.add(value.signum() < 0 ? usd.negate() : usd);
        }
        // What is positive of it is no equity, and takes off what short options need, down to nothing.
        final BigInteger off = optionValue.max(BigInteger.ZERO);
        initial = initial.add(shortInitial.subtract(off).max(BigInteger.ZERO));
        maintenance = maintenance.add(shortMaintenance.subtract(off).max(BigInteger.ZERO));
        final BigInteger wrongWay = wrongWay(twin, net, longs);
        return assets(twin, net, optionValue, initial.add(wrongWay), maintenance.add(wrongWay));
    }

    private BigInteger requirement(final long group, final int instrument, final BigInteger lots, final int column) {
        final Terms contract = terms.get(instrument);
        final BigInteger groupLots = groupLots(group, instrument);
        final BigInteger share = share(tiered(TIERS, notional(instrument, groupLots), column), lots.abs(), groupLots);
        if (contract.kind() != InstrumentKind.OPTION || lots.signum() < 0) {
            return share;
        }
        return contract.style() == PremiumStyle.PREMIUM
                ? BigInteger.ZERO
                : share.min(usd(contract.settlement(), contract.value(lots, marks.get(instrument)), true));
    }

    private BigInteger notional(final int instrument, final BigInteger lots) {
        final long ofLot = terms.get(instrument).lotNotional(marks.get(instrument));
        return usd(terms.get(instrument).notionalAsset(), lots.multiply(BigInteger.valueOf(ofLot)), true);
    }

    /** The haircut again of as much of the coin, and of the claim on it, as long contracts are worth; all are on the coin. */
    private BigInteger wrongWay(final Twin twin, final Map<Integer, BigInteger> net, final BigInteger longs) {
        BigInteger sum = BigInteger.ZERO;
        for (final int asset : twin.parent == null ? new int[] {BTC, CLAIM} : new int[0]) {
            final BigInteger value =
                    usd(asset, net.getOrDefault(asset, BigInteger.ZERO).max(BigInteger.ZERO), false);
            final BigInteger all = value.add(usd(asset, ownedByOthers(twin, asset), true));
            final BigInteger haircut = share(tiered(haircuts(asset), all, 1), value, all);
            sum = sum.add(share(haircut, longs.min(value), value));
        }
        return sum;
    }

    private Assessment assets(
            final Twin twin,
            final Map<Integer, BigInteger> net,
            final BigInteger optionValue,
            final BigInteger positionInitial,
            final BigInteger maintenance) {
        final boolean isPocket = twin.parent != null;
        BigInteger initial = positionInitial;
        BigInteger equity = optionValue.min(BigInteger.ZERO);
        BigInteger nav = optionValue;
        for (final Map.Entry<Integer, BigInteger> entry : net.entrySet()) {
            final boolean btc = entry.getKey() == BTC && !isPocket;
            final long[][] haircuts = isPocket ? NO_HAIRCUTS : haircuts(entry.getKey());
            final boolean debt = entry.getValue().signum() < 0;
            final BigInteger value = usd(entry.getKey(), entry.getValue().abs(), debt);
            if (debt) {
                nav = nav.subtract(value);
                equity = equity.subtract(value).subtract(rateCeil(value, btc ? 100_000 : 0));
            } else {
                nav = nav.add(value);
                final BigInteger all = value.add(usd(entry.getKey(), ownedByOthers(twin, entry.getKey()), true));
                equity = equity.add(value).subtract(share(tiered(haircuts, all, 1), value, all));
                initial = initial.add(share(tiered(haircuts, all, 2), value, all));
            }
        }
        return new Assessment(equity, nav, initial, maintenance, optionValue);
    }

    /** Nothing where there is but one tier: then it is nobody's business what others own. */
    private BigInteger ownedByOthers(final Twin twin, final int asset) {
        BigInteger sum = BigInteger.ZERO;
        for (final Twin other : accounts.values()) {
            final boolean counts = other != twin && other.group == twin.group && other.parent == null;
            if (counts && twin.parent == null && haircuts(asset).length > 1) {
                sum = sum.add(other.balanceOf(asset).max(BigInteger.ZERO));
            }
        }
        return sum;
    }

    private static long[][] haircuts(final int asset) {
        return switch (asset) {
            case BTC -> HAIRCUTS;
            case CLAIM -> CLAIM_HAIRCUTS;
            default -> NO_HAIRCUTS;
        };
    }

    private BigInteger groupLots(final long group, final int instrument) {
        BigInteger sum = BigInteger.ZERO;
        for (final Twin twin : accounts.values()) {
            if (twin.group == group) {
                sum = sum.add(twin.lotsOf(instrument).abs());
            }
        }
        return sum;
    }

    private static BigInteger tiered(final long[][] tiers, final BigInteger notional, final int column) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < tiers.length; i++) {
            final BigInteger from = BigInteger.valueOf(tiers[i][0]);
            final BigInteger to = i + 1 < tiers.length ? BigInteger.valueOf(tiers[i + 1][0]) : notional;
            final BigInteger part = notional.min(to).subtract(from).max(BigInteger.ZERO);
            sum = sum.add(rateCeil(part, tiers[i][column]));
        }
        return sum;
    }

    private static BigInteger share(final BigInteger ofAll, final BigInteger part, final BigInteger all) {
        return all.signum() == 0 ? BigInteger.ZERO : ceil(ofAll.multiply(part), all);
    }

    private BigInteger usd(final int asset, final BigInteger amount, final boolean up) {
        if (asset == 0) {
            return amount;
        }
        final BigInteger product = amount.multiply(prices.of(asset));
        final BigInteger divisor = BigInteger.TEN.pow(asset == 1 ? 10 : 12);
        return up ? ceil(product, divisor) : product.divide(divisor);
    }

    private static BigInteger rateCeil(final BigInteger amount, final long ppm) {
        return ceil(amount.multiply(BigInteger.valueOf(ppm)), MILLION);
    }

    private static BigInteger floor(final BigInteger a, final BigInteger b) {
        return ceil(a.negate(), b).negate();
    }

    private static BigInteger ceil(final BigInteger a, final BigInteger b) {
        final BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
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
        final MarginStatus next = stays ? MarginStatus.LIQUIDATION : status;
        if (!next.isWorseThan(twin.status) || !isUnusableFor(id)) {
            twin.status = next;
        }
        return twin.status;
    }

    Twin of(final long id) {
        return accounts.get(id);
    }

    List<Long> ids() {
        return new ArrayList<>(accounts.keySet());
    }
}
