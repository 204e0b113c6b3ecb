package io.plimsoll.core;

import static io.plimsoll.core.ReferenceNumbers.ceil;
import static io.plimsoll.core.ReferenceNumbers.floor;
import static io.plimsoll.core.ReferenceNumbers.notNegative;
import static io.plimsoll.core.ReferenceNumbers.rateCeil;

import io.plimsoll.core.account.Orders;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.InstrumentKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the slow twin asks of an account in cross mode, or of a pocket, with its open orders: from nothing each time, by the text of
 * docs/MARGIN.md. The orders are those that rest in the engine.
 */
final class ReferenceOrders {
    private final ReferenceBook book;
    private final ReferenceAssets assets;
    private final EngineState state;
    private final Map<Long, Long> fees = new TreeMap<>();

    ReferenceOrders(final ReferenceBook book, final ReferenceAssets assets, final EngineState state) {
        this.book = book;
        this.assets = assets;
        this.state = state;
    }

    /** An order: buys have positive lots. */
    private record Order(int instrument, ReferenceTerms terms, BigInteger lots, long limit) {
        boolean buys() {
            return lots.signum() > 0;
        }

        /** What it is worth at its price, signed. */
        BigInteger value() {
            return terms.value(lots, limit);
        }

        BigInteger coins() {
            return lots.abs().multiply(BigInteger.valueOf(terms.lotSize()));
        }

        /** The asset that it brings at once; 0: none. */
        int brings() {
            if (terms.kind() == InstrumentKind.SPOT) {
                return buys() ? terms.underlying() : terms.settlement();
            }
            return terms.isPaid() && !buys() ? terms.settlement() : 0;
        }

        /** The asset that it takes at once; 0: none. */
        int takes() {
            if (terms.kind() == InstrumentKind.SPOT) {
                return buys() ? terms.settlement() : terms.underlying();
            }
            return terms.isPaid() && buys() ? terms.settlement() : 0;
        }

        BigInteger taken() {
            return terms.kind() == InstrumentKind.SPOT && !buys() ? coins() : value().abs();
        }

        BigInteger brought() {
            return terms.kind() == InstrumentKind.SPOT && buys() ? coins() : value().abs();
        }
    }

    /** The worse rate that an account pays. */
    void fee(final long account, final long ppm) {
        fees.put(account, ppm);
    }

    private List<Order> of(final long id) {
        final List<Order> list = new ArrayList<>();
        final Orders orders = state.orders();
        for (int slot = orders.firstOf(state.accounts().account(id)); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            final int instrument = orders.instrument(slot).id();
            list.add(new Order(
                    instrument,
                    book.termsOf(instrument),
                    BigInteger.valueOf(orders.signedLots(slot)),
                    orders.limit(slot)));
        }
        return list;
    }

    /** Of positions and orders, without what haircuts take for the initial margin only. */
    BigInteger initialMargin(final long id) {
        final ReferenceBook.Twin twin = book.of(id);
        final Map<Integer, BigInteger> bought = new TreeMap<>(twin.lots());
        final Map<Integer, BigInteger> sold = new TreeMap<>(twin.lots());
        BigInteger alone = BigInteger.ZERO;
        BigInteger ofOptions = BigInteger.ZERO;
        BigInteger premiums = BigInteger.ZERO;
        for (final Order order : of(id)) {
            bought.merge(order.instrument(), notNegative(order.lots()), BigInteger::add);
            sold.merge(order.instrument(), order.lots().min(BigInteger.ZERO), BigInteger::add);
            final BigInteger loss = loss(id, order);
            if (order.terms().isPaid()) {
                ofOptions = ofOptions.add(loss);
                premiums = premiums.add(premium(id, order));
            } else {
                alone = alone.add(loss);
            }
        }
        for (final int instrument : bought.keySet()) {
            final BigInteger worse = book.requirement(twin, instrument, bought.get(instrument), 1)
                    .max(book.requirement(twin, instrument, sold.get(instrument), 1));
            if (book.termsOf(instrument).isPaid()) {
                ofOptions = ofOptions.add(worse);
            } else {
                alone = alone.add(worse);
            }
        }
        if (twin.isPocket()) {
            return alone.add(ofOptions);
        }
        final BigInteger optionValue = book.assess(id).optionValue();
        return alone.add(ofOptions.subtract(optionValue).max(premiums))
                .add(optionValue.min(BigInteger.ZERO))
                .add(wrongWay(id, bought))
                .add(surcharges(id));
    }

    /** Of what orders take of an asset beyond what there is, profit and loss included; a spot buy pays its fee with it. */
    private BigInteger surcharges(final long id) {
        final Map<Integer, BigInteger> owed = new TreeMap<>();
        for (final Order order : of(id)) {
            if (order.takes() != 0) {
                final boolean paysFee = order.terms().kind() == InstrumentKind.SPOT && order.buys();
                final BigInteger fee = paysFee ? feeOf(id, order) : BigInteger.ZERO;
                owed.merge(order.takes(), order.taken().add(fee), BigInteger::add);
            }
        }
        final Map<Integer, BigInteger> net = book.net(book.of(id));
        BigInteger sum = BigInteger.ZERO;
        for (final Map.Entry<Integer, BigInteger> entry : owed.entrySet()) {
            final BigInteger has = notNegative(net.getOrDefault(entry.getKey(), BigInteger.ZERO));
            final BigInteger debt = notNegative(entry.getValue().subtract(has));
            sum = sum.add(rateCeil(assets.usd(entry.getKey(), debt, true), ReferenceAssets.liability(entry.getKey())));
        }
        return sum;
    }

    /** With all that can become long and all coins that can come; a cap has taken its share of what orders add already. */
    private BigInteger wrongWay(final long id, final Map<Integer, BigInteger> bought) {
        BigInteger sum = BigInteger.ZERO;
        for (final int asset : ReferenceBook.COINS) {
            BigInteger comes = BigInteger.ZERO;
            for (final Order order : of(id)) {
                if (order.brings() == asset) {
                    comes = comes.add(assets.usd(asset, order.brought(), true));
                }
            }
            final BigInteger held =
                    book.wrongWay(id, asset, BigInteger.ZERO, book.of(id).lots());
            final BigInteger all = book.wrongWay(id, asset, comes, bought);
            sum = sum.add(all).subtract(floor(all.subtract(held).multiply(book.aboveCap(asset)), book.owned(asset)));
        }
        return sum;
    }

    /** What filling it loses at once: against the mark, in fees, both of which may be owed, and of what it brings what does not count. */
    private BigInteger loss(final long id, final Order order) {
        final int money = order.terms().settlement();
        if (order.terms().kind() == InstrumentKind.SPOT) {
            final BigInteger paid = assets.usd(order.takes(), order.taken(), true);
            return fee(id, order).add(notNegative(paid.subtract(counts(order))));
        }
        final BigInteger worth = order.terms().value(order.lots(), book.markOf(order.instrument()));
        final BigInteger worse = notNegative(order.value().subtract(worth));
        final BigInteger loss =
                withSurcharge(id, money, assets.usd(money, worse, true).add(fee(id, order)));
        return order.brings() == 0 || book.of(id).isPocket()
                ? loss
                : loss.add(assets.usd(money, order.brought(), false)).subtract(counts(order));
    }

    /** What it takes from money alone: the premium of a buy, and the fee, which may be owed. */
    private BigInteger premium(final long id, final Order order) {
        final int money = order.terms().settlement();
        final BigInteger paid = order.buys() ? assets.usd(money, order.value(), true) : BigInteger.ZERO;
        return paid.add(withSurcharge(id, money, fee(id, order)));
    }

    private BigInteger withSurcharge(final long id, final int asset, final BigInteger lost) {
        return book.of(id).isPocket() ? lost : lost.add(rateCeil(lost, ReferenceAssets.liability(asset)));
    }

    private BigInteger fee(final long id, final Order order) {
        return assets.usd(order.terms().settlement(), feeOf(id, order), true);
    }

    private BigInteger feeOf(final long id, final Order order) {
        return rateCeil(order.value().abs(), fees.getOrDefault(id, 0L));
    }

    /** What counts of what an order brings, by the highest rates of all tiers, and after the cap. */
    private BigInteger counts(final Order order) {
        final int asset = order.brings();
        final BigInteger value = assets.usd(asset, order.brought(), false);
        long credit = 0;
        long initial = 0;
        for (final long[] tier : ReferenceAssets.haircuts(asset)) {
            credit = Math.max(credit, tier[1]);
            initial = Math.max(initial, tier[2]);
        }
        final BigInteger left = value.subtract(rateCeil(value, credit)).subtract(rateCeil(value, initial));
        return left.subtract(ceil(left.multiply(book.aboveCap(asset)), book.owned(asset)));
    }
}
