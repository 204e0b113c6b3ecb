package io.plimsoll.core;

import static io.plimsoll.core.ReferenceNumbers.ceil;
import static io.plimsoll.core.ReferenceNumbers.floor;
import static io.plimsoll.core.ReferenceNumbers.notNegative;
import static io.plimsoll.core.ReferenceNumbers.rateCeil;
import static io.plimsoll.core.ReferenceNumbers.share;
import static io.plimsoll.core.ReferenceNumbers.tiered;

import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.instrument.InstrumentKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The slow, obvious twin of the engine: unbounded integers, maps, everything computed from nothing each time. Knows the
 * tiers of {@link EngineDriver#withMarket}, assets, and instruments of every kind.
 */
final class ReferenceBook {
    /** The coins, of which the second is a claim on the first. */
    static final int[] COINS = {2, 3, 4};

    private static final int BTC = 2;
    private static final int CLAIM = 3;
    private static final long[][] TIERS = {{0, 20_000, 10_000}, {250_000_000_000L, 40_000, 20_000}};

    private final ReferenceRaises raises = new ReferenceRaises();
    private final Map<Long, Twin> accounts = new TreeMap<>();
    private final Map<Integer, ReferenceTerms> terms = new TreeMap<>();
    private final Map<Integer, Long> marks = new TreeMap<>();
    private final ReferencePrices prices;
    private final ReferenceAssets market;

    /** At such index prices. */
    ReferenceBook(final ReferencePrices prices, final ReferenceAssets market) {
        this.prices = prices;
        this.market = market;
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

        boolean isPocket() {
            return parent != null;
        }

        Map<Integer, BigInteger> lots() {
            return lots;
        }

        BigInteger lotsOf(final int instrument) {
            return lots.getOrDefault(instrument, BigInteger.ZERO);
        }

        BigInteger costOf(final int instrument) {
            return costs.getOrDefault(instrument, BigInteger.ZERO);
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

    private boolean isUnusable(final ReferenceTerms contract) {
        return prices.isUnusable(contract.underlying())
                || prices.isUnusable(contract.settlement())
                || prices.isUnusable(contract.notionalAsset());
    }

    ReferenceTerms termsOf(final int instrument) {
        return terms.get(instrument);
    }

    long markOf(final int instrument) {
        return marks.getOrDefault(instrument, 0L);
    }

    void move(final long account, final int asset, final long change) {
        accounts.get(account).balances.merge(asset, BigInteger.valueOf(change), BigInteger::add);
    }

    void define(final int instrument, final ReferenceTerms terms) {
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
        if (!twin.isPocket() || twin.lots.values().stream().anyMatch(lots -> lots.signum() != 0)) {
            return;
        }
        twin.parent.balances.merge(asset, twin.balanceOf(asset).max(BigInteger.ZERO), BigInteger::add);
        twin.balances.put(asset, BigInteger.ZERO);
    }

    private void side(final Twin twin, final int instrument, final long price, final long lots) {
        final ReferenceTerms contract = terms.get(instrument);
        final BigInteger change = BigInteger.valueOf(lots);
        final BigInteger value = contract.value(change, price);
        final BigInteger held = twin.lotsOf(instrument);
        if (contract.kind() == InstrumentKind.SPOT) {
            twin.balances.merge(
                    contract.underlying(), change.multiply(BigInteger.valueOf(contract.lotSize())), BigInteger::add);
            twin.balances.merge(contract.settlement(), value.negate(), BigInteger::add);
            return;
        }
        twin.lots.put(instrument, held.add(change));
        if (contract.isPaid()) {
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

    /** As it counts: a raise comes in bit by bit. */
    ReferenceAssessment assess(final long id) {
        final ReferenceAssessment asked = asked(id);
        return asked.sparing(raises.spared(id, asked.maintenance(), prices.nowNs()));
    }

    ReferenceAssessment asked(final long id) {
        final Twin twin = accounts.get(id);
        BigInteger initial = BigInteger.ZERO;
        BigInteger maintenance = BigInteger.ZERO;
        BigInteger shortInitial = BigInteger.ZERO;
        BigInteger shortMaintenance = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> entry : twin.lots.entrySet()) {
            final BigInteger first = requirement(twin, entry.getKey(), entry.getValue(), 1);
            final BigInteger second = requirement(twin, entry.getKey(), entry.getValue(), 2);
            if (terms.get(entry.getKey()).isPaid()) {
                shortInitial = shortInitial.add(first);
                shortMaintenance = shortMaintenance.add(second);
            } else {
                initial = initial.add(first);
                maintenance = maintenance.add(second);
            }
        }
        final BigInteger optionValue = optionValue(twin);
        // What is positive of it is no equity, and takes off what short options need, down to nothing.
        final BigInteger off = !twin.isPocket() ? notNegative(optionValue) : BigInteger.ZERO;
        initial = initial.add(notNegative(shortInitial.subtract(off)));
        maintenance = maintenance.add(notNegative(shortMaintenance.subtract(off)));
        BigInteger wrongWay = BigInteger.ZERO;
        for (final int asset : COINS) {
            wrongWay = wrongWay.add(wrongWay(id, asset, BigInteger.ZERO, twin.lots));
        }
        return assets(id, twin, optionValue, initial.add(wrongWay), maintenance.add(wrongWay));
    }

    /** Balances and what is not realised yet of positions, by asset. */
    Map<Integer, BigInteger> net(final Twin twin) {
        final Map<Integer, BigInteger> net = new TreeMap<>(twin.balances);
        twin.lots.forEach((instrument, lots) -> {
            final ReferenceTerms contract = terms.get(instrument);
            if (lots.signum() != 0 && !contract.isPaid()) {
                final BigInteger value = contract.value(lots, marks.get(instrument));
                net.merge(contract.settlement(), value.subtract(twin.costOf(instrument)), BigInteger::add);
            }
        });
        return net;
    }

    /** Netted by asset, each sum rounded against the account. */
    private BigInteger optionValue(final Twin twin) {
        final Map<Integer, BigInteger> options = new TreeMap<>();
        twin.lots.forEach((instrument, lots) -> {
            final ReferenceTerms contract = terms.get(instrument);
            if (lots.signum() != 0 && contract.isPaid()) {
                options.merge(contract.settlement(), contract.value(lots, marks.get(instrument)), BigInteger::add);
            }
        });
        BigInteger optionValue = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> option : options.entrySet()) {
            optionValue = optionValue.add(usdSigned(option.getKey(), option.getValue()));
        }
        return optionValue;
    }

    /** What tiers ask of so many lots, beside what others of the group hold. */
    BigInteger requirement(final Twin twin, final int instrument, final BigInteger lots, final int column) {
        final ReferenceTerms contract = terms.get(instrument);
        if (lots.signum() == 0 || contract.kind() == InstrumentKind.SPOT) {
            return BigInteger.ZERO;
        }
        final BigInteger all = lotsOfOthers(twin, instrument).add(lots.abs());
        final BigInteger share = share(tiered(TIERS, notional(instrument, all), column), lots.abs(), all);
        if (contract.kind() != InstrumentKind.OPTION || lots.signum() < 0) {
            return share;
        }
        return contract.isPaid()
                ? BigInteger.ZERO
                : share.min(usd(contract.settlement(), contract.value(lots, marks.get(instrument)), true));
    }

    private BigInteger notional(final int instrument, final BigInteger lots) {
        final long ofLot = terms.get(instrument).lotNotional(marks.get(instrument));
        return usd(terms.get(instrument).notionalAsset(), lots.multiply(BigInteger.valueOf(ofLot)), true);
    }

    /** The haircut again of as much of a coin, with a value that comes, as long contracts on it are worth. */
    BigInteger wrongWay(final long id, final int asset, final BigInteger comes, final Map<Integer, BigInteger> lots) {
        final Twin twin = accounts.get(id);
        if (twin.isPocket()) {
            return BigInteger.ZERO;
        }
        BigInteger longs = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> entry : lots.entrySet()) {
            final ReferenceTerms contract = terms.get(entry.getKey());
            if (contract.isContract()
                    && entry.getValue().signum() > 0
                    && contract.underlying() == (asset == CLAIM ? BTC : asset)) {
                longs = longs.add(notional(entry.getKey(), entry.getValue()));
            }
        }
        final BigInteger net = net(twin).getOrDefault(asset, BigInteger.ZERO);
        final BigInteger value = notNegative(usdSigned(asset, net).add(comes));
        final BigInteger all = value.add(usd(asset, ownedByOthers(twin, asset), true));
        final BigInteger haircut = share(tiered(market.again(asset), all, 1), value, all);
        return share(haircut, longs.min(value), value);
    }

    private ReferenceAssessment assets(
            final long id,
            final Twin twin,
            final BigInteger optionValue,
            final BigInteger positionInitial,
            final BigInteger maintenance) {
        final boolean isPocket = twin.isPocket();
        BigInteger initial = BigInteger.ZERO;
        BigInteger equity = isPocket ? optionValue : optionValue.min(BigInteger.ZERO);
        BigInteger nav = optionValue;
        BigInteger capped = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> entry : net(twin).entrySet()) {
            final int asset = entry.getKey();
            final BigInteger value = usdSigned(asset, entry.getValue());
            nav = nav.add(value);
            equity = equity.add(value);
            if (value.signum() < 0 && !isPocket) {
                equity = equity.subtract(rateCeil(value.negate(), ReferenceAssets.liability(asset)));
            } else if (!isPocket) {
                final BigInteger all = value.add(usd(asset, ownedByOthers(twin, asset), true));
                final BigInteger haircut = share(tiered(ReferenceAssets.haircuts(asset), all, 1), value, all);
                final BigInteger ofInitial = share(tiered(ReferenceAssets.haircuts(asset), all, 2), value, all);
                final BigInteger again = wrongWay(id, asset, BigInteger.ZERO, twin.lots);
                final BigInteger counts =
                        value.subtract(haircut).subtract(ofInitial).subtract(again);
                equity = equity.subtract(haircut);
                initial = initial.add(ofInitial);
                capped = capped.add(ceil(notNegative(counts).multiply(aboveCap(asset)), owned(asset)));
            }
        }
        return new ReferenceAssessment(
                equity, nav, initial, positionInitial.add(initial), maintenance, optionValue, capped);
    }

    /** What all accounts together own of an asset, at least 1 to divide by. */
    BigInteger owned(final int asset) {
        BigInteger sum = BigInteger.ZERO;
        for (final Twin twin : accounts.values()) {
            sum = sum.add(notNegative(twin.balanceOf(asset)));
        }
        return sum.max(BigInteger.ONE);
    }

    /** How much of that is above the cap. */
    BigInteger aboveCap(final int asset) {
        return notNegative(owned(asset).subtract(market.cap(asset)));
    }

    /** Nothing where there is but one tier: then it is nobody's business what others own. */
    private BigInteger ownedByOthers(final Twin twin, final int asset) {
        BigInteger sum = BigInteger.ZERO;
        for (final Twin other : accounts.values()) {
            final boolean counts = other != twin && other.group == twin.group && !other.isPocket();
            if (counts && !twin.isPocket() && ReferenceAssets.haircuts(asset).length > 1) {
                sum = sum.add(notNegative(other.balanceOf(asset)));
            }
        }
        return sum;
    }

    private BigInteger lotsOfOthers(final Twin twin, final int instrument) {
        BigInteger sum = BigInteger.ZERO;
        for (final Twin other : accounts.values()) {
            if (other != twin && other.group == twin.group) {
                sum = sum.add(other.lotsOf(instrument).abs());
            }
        }
        return sum;
    }

    private BigInteger usdSigned(final int asset, final BigInteger amount) {
        final BigInteger usd = usd(asset, amount.abs(), amount.signum() < 0);
        return amount.signum() < 0 ? usd.negate() : usd;
    }

    BigInteger usd(final int asset, final BigInteger amount, final boolean up) {
        return market.usd(asset, amount, up);
    }

    /** Moves an account on the ladder as an event did, after checking that it had to. */
    MarginStatus ladder(final long id) {
        final Twin twin = accounts.get(id);
        final ReferenceAssessment a = assess(id);
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

    ReferenceRaises raises() {
        return raises;
    }

    Twin of(final long id) {
        return accounts.get(id);
    }

    List<Long> ids() {
        return new ArrayList<>(accounts.keySet());
    }
}
