package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.RiskKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Cash in the margin currency and positions.
 *
 * @param cash signed.
 * @param positions in a fixed order, which is that of their ids.
 * @param others what each other account of the same owner holds: contracts and options, and the coins that it owns. They are not
 *     margined here; what is large, and tiers of haircuts, are read from all.
 */
public record Portfolio(BigDecimal cash, List<Position> positions, List<List<Position>> others) {
    /** Copies the lists. */
    public Portfolio {
        positions = List.copyOf(positions);
        others = others.stream().map(List::copyOf).toList();
    }

    /**
     * The only account of its owner.
     *
     * @param cash signed.
     * @param positions in a fixed order, which is that of their ids.
     */
    public Portfolio(final BigDecimal cash, final List<Position> positions) {
        this(cash, positions, List.of());
    }

    /** {@return whether it owes, or can come to owe: it has a debt, or a position other than a coin or a long option that is paid} */
    public boolean canOwe() {
        return cash.signum() < 0 || positions.stream().anyMatch(Portfolio::canOwe);
    }

    private static boolean canOwe(final Position position) {
        final RiskKind kind = position.instrument().kind();
        final boolean isPaid = kind == RiskKind.COIN || (kind.isOption() && position.isPremium());
        return !isPaid || position.quantity().signum() < 0;
    }

    /**
     * The same beside other accounts of its owner.
     *
     * @param accounts what each of them holds.
     * @return another portfolio.
     */
    public Portfolio beside(final List<List<Position>> accounts) {
        return new Portfolio(cash, positions, accounts);
    }

    /** The same without what others hold that is not in a market, for it has expired. */
    Portfolio withoutExpired(final Market market) {
        return beside(others.stream()
                .map(each -> each.stream()
                        .filter(position -> isIn(position.instrument(), market))
                        .toList())
                .toList());
    }

    private static boolean isIn(final InstrumentName instrument, final Market market) {
        return instrument
                .expiry()
                .map(name -> market.underlying(instrument.underlying()).expiries().stream()
                        .anyMatch(expiry -> expiry.name().equals(name)))
                .orElse(true);
    }

    /**
     * Cash alone.
     *
     * @param cash decimal.
     * @return the portfolio.
     */
    public static Portfolio ofCash(final String cash) {
        return new Portfolio(Position.decimal(cash), List.of());
    }

    /**
     * The same with one more position. A coin that is held or owed already becomes more or less of one position, or none at all: tiers
     * of its haircut are read from all of it.
     *
     * @param position to add.
     * @return another portfolio.
     */
    public Portfolio with(final Position position) {
        return with(List.of(position));
    }

    /** The same with some more positions. */
    Portfolio with(final List<Position> more) {
        final List<Position> all = new ArrayList<>(positions);
        more.forEach(position -> add(all, position));
        return new Portfolio(cash, all, others);
    }

    private static void add(final List<Position> all, final Position position) {
        final int held = position.instrument().kind() == RiskKind.COIN ? find(all, position.instrument()) : -1;
        if (held < 0) {
            all.add(position);
            return;
        }
        final Position before = all.get(held);
        final BigDecimal quantity = before.quantity().add(position.quantity());
        if (quantity.signum() == 0) {
            all.remove(held);
        } else {
            all.set(held, new Position(before.instrument(), quantity, before.entry(), before.isPremium()));
        }
    }

    private static int find(final List<Position> all, final InstrumentName instrument) {
        return all.stream().map(Position::instrument).toList().indexOf(instrument);
    }

    /**
     * The same with one more position, entered at the price now.
     *
     * @param instrument such as {@code BTC-26DEC25-100000-C}.
     * @param quantity signed decimal.
     * @return another portfolio.
     */
    public Portfolio with(final String instrument, final String quantity) {
        return with(Position.of(instrument, quantity));
    }

    /**
     * The same with more cash.
     *
     * @param amount signed.
     * @return another portfolio.
     */
    public Portfolio plusCash(final BigDecimal amount) {
        return new Portfolio(cash.add(amount), positions, others);
    }

    /**
     * The same after a trade: a premium-style option is paid for at its entry, or at its price now; anything else costs nothing.
     *
     * @param position to trade.
     * @param market prices.
     * @return another portfolio.
     */
    public Portfolio trade(final Position position, final Market market) {
        final boolean isPaid = position.instrument().kind().isOption() && position.isPremium();
        final BigDecimal price = position.entry().orElse(Marks.of(position.instrument(), market));
        final Portfolio paid =
                isPaid ? plusCash(price.multiply(position.quantity()).negate()) : this;
        return paid.with(position);
    }

    /**
     * The same with an entry for every position that has none: the price in a market. To be asked before a shock, so that the
     * shock is its profit or loss.
     *
     * @param market prices.
     * @return another portfolio.
     */
    public Portfolio entered(final Market market) {
        return new Portfolio(
                cash,
                positions.stream()
                        .map(each ->
                                each.entry().isPresent() ? each : each.enteredAt(Marks.of(each.instrument(), market)))
                        .toList(),
                others);
    }
}
