package io.plimsoll.bench.load;

import io.plimsoll.core.engine.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * An account with positions and {@value #ORDERS} open orders on an option chain places one order more, and takes it back. Either it has
 * plenty of free margin, or so little that a bound does not show that it is enough, and it is.
 */
public final class ChainOrders implements Scenario {
    /** Open orders of the account. */
    public static final int ORDERS = 50;

    /** The order that is placed. */
    public static final long ORDER = 1_000_000;

    /** Its size. */
    public static final long LOTS = 5;

    /** Its limit. */
    public static final long LIMIT = Chain.PRICE - 10;

    private static final Chain CHAIN = new Chain(5, 10);
    private static final Limits ROOM = new Limits(8, 8, 8, 256, 64, 64, 128, 4_096, 128, 1 << 16);
    private static final long RICH = 100 * Venue.FUNDS;
    private static final int SEED = 20251206;
    private static final int INSTRUMENTS_ORDERED = 10;
    private static final long TOO_MANY_LOTS = 20_000;
    private static final int BASKET = 4;

    private final boolean isPortfolio;
    private final int positions;
    private final int orders;
    private final long account;
    private final Random random;
    private final long[] marks = new long[2 + CHAIN.options()];
    private final CommandFrame place;
    private final CommandFrame cancel;
    private final List<CommandFrame> opening = new ArrayList<>();
    private final List<Integer> ordered = new ArrayList<>();
    private final List<Long> lots = new ArrayList<>();
    private long funds = Venue.FUNDS;

    /**
     * Of one account; the one that it trades with has the next id.
     *
     * @param isPortfolio its mode; else cross.
     * @param positions different positions.
     * @param isScarce whether free margin is just enough.
     * @param account its id.
     */
    public ChainOrders(final boolean isPortfolio, final int positions, final boolean isScarce, final long account) {
        this(isPortfolio, positions, ORDERS, account, SEED);
        if (isScarce) {
            final Venue venue = venue();
            venue.send(place);
            // The bound is what the completion says, unless all was computed: then it is above that.
            funds -= (venue.detail() + venue.freeMargin(account, true)) / 2;
        }
    }

    /** With so many orders, from another seed; plenty of free margin. */
    ChainOrders(final boolean isPortfolio, final int positions, final int orders, final long account, final long seed) {
        this.isPortfolio = isPortfolio;
        this.positions = positions;
        this.orders = orders;
        this.account = account;
        this.random = new Random(seed);
        this.place = CommandFrame.orderPlace(account, ORDER, LOTS, LIMIT);
        this.cancel = CommandFrame.orderCancel(account, ORDER);
        learnMarks();
        choose();
    }

    private void learnMarks() {
        final Venue venue = new Venue(ROOM);
        definitions().forEach(venue::send);
        venue.work();
        for (int id = 1; id < marks.length; id++) {
            marks[id] =
                    venue.state().prices().markTicks(venue.state().instruments().get(id));
        }
    }

    /** An engine in which the account has its positions and orders. */
    Venue venue() {
        final Venue venue = new Venue(ROOM);
        definitions().forEach(venue::send);
        venue.work();
        deposits().forEach(venue::send);
        open(venue::send);
        return venue;
    }

    /** {@return id of the account} */
    public long account() {
        return account;
    }

    /** {@return what all such accounts share} */
    public static List<CommandFrame> market() {
        return CHAIN.definitions();
    }

    /** {@return the account, and the one that it trades with} */
    public List<CommandFrame> members() {
        final List<CommandFrame> frames = new ArrayList<>();
        frames.add(CommandFrame.defineGroup(account));
        frames.add(CommandFrame.defineGroup(account + 1));
        frames.add(isPortfolio ? RiskFrames.account(account) : CommandFrame.defineAccount(account));
        frames.add(CommandFrame.defineAccount(account + 1));
        return frames;
    }

    @Override
    public String name() {
        return (isPortfolio ? "portfolio, " : "cross, ") + positions + " positions, " + orders + " open orders";
    }

    @Override
    public int accounts() {
        return 2;
    }

    @Override
    public Limits limits() {
        return ROOM;
    }

    @Override
    public List<CommandFrame> definitions() {
        final List<CommandFrame> frames = market();
        frames.addAll(members());
        return frames;
    }

    @Override
    public List<CommandFrame> deposits() {
        return List.of(CommandFrame.deposit(account, funds), CommandFrame.deposit(account + 1, RICH));
    }

    /** The perpetual and options, long and short; a third of the orders are in the perpetual, the rest in some of the options. */
    private void choose() {
        for (int i = 0; i < positions; i++) {
            final int instrument = 1 + i * (CHAIN.options() / positions);
            opening.add(trade(instrument, random.nextBoolean() ? 10 : -10).tradeId(account * 10_000 + i));
        }
        for (int i = 0; i < orders; i++) {
            ordered.add(i % 3 == 0 ? 1 : 2 + i % INSTRUMENTS_ORDERED * (CHAIN.options() / INSTRUMENTS_ORDERED));
            lots.add((1 + random.nextInt(4)) * (i / 3 % 2 == 0 ? 1L : -1L));
            opening.add(order(i));
        }
    }

    /** A trade at the mark; positive lots are bought. */
    CommandFrame trade(final int instrument, final long signedLots) {
        final boolean buys = signedLots > 0;
        return RiskFrames.trade(
                instrument,
                buys ? account : account + 1,
                buys ? account + 1 : account,
                Math.abs(signedLots),
                marks[instrument]);
    }

    private CommandFrame order(final int index) {
        final int instrument = ordered.get(index);
        return RiskFrames.order(instrument, account, account * 10_000 + index, lots.get(index), marks[instrument]);
    }

    /** The fill of one of the open orders, or with -1 what undoes it. */
    CommandFrame fill(final int index, final int sign) {
        return trade(ordered.get(index), sign * lots.get(index));
    }

    /** Another order at the mark. */
    CommandFrame another(final Random choice) {
        final int instrument = ordered.get(choice.nextInt(ordered.size()));
        final long signedLots = (1 + choice.nextInt(20)) * (choice.nextBoolean() ? 1L : -1L);
        return RiskFrames.order(instrument, account, ORDER, signedLots, marks[instrument]);
    }

    /** An order that is much larger than the account can bear. */
    CommandFrame tooLarge() {
        return CommandFrame.orderPlace(account, ORDER, TOO_MANY_LOTS, LIMIT);
    }

    /** Four orders that are together much larger than the account can bear: one in the perpetual, the others sell options. */
    CommandFrame tooLargeBasket() {
        final int apart = CHAIN.options() / BASKET;
        return RiskFrames.basket(
                account, ORDER, new int[] {1, 2 + apart, 2 + 2 * apart, 2 + 3 * apart}, TOO_MANY_LOTS, marks);
    }

    @Override
    public void open(final Consumer<CommandFrame> send) {
        opening.forEach(send);
    }

    @Override
    public CommandFrame next() {
        return place;
    }

    @Override
    public CommandFrame undo() {
        return cancel;
    }
}
