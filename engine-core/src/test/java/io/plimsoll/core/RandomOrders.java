package io.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sends orders and baskets at random, amends, cancels and fills what rests, in part or in whole. */
final class RandomOrders {
    private static final long FIRST_TRADE = 1_000_000;

    private final EngineDriver driver;
    private final ReferenceBook twin;
    private long nextOrder;
    private long nextTrade = FIRST_TRADE;

    /** Fills are told the twin of balances and positions. */
    RandomOrders(final EngineDriver driver, final ReferenceBook twin) {
        this.driver = driver;
        this.twin = twin;
    }

    /** The command that was sent. */
    String step(final Random random) {
        final List<Long> ids = twin.ids();
        final long account = ids.get(random.nextInt(ids.size()));
        return switch (random.nextInt(10)) {
            case 0 -> basket(random, account);
            case 1, 2 -> withOneThatRests(random, account);
            default -> place(random, account);
        };
    }

    private String place(final Random random, final long account) {
        final int instrument = any(random).id();
        final String command = "OrderPlace account=" + account + " instrument=" + instrument + " order=" + ++nextOrder
                + (random.nextInt(16) == 0 ? " lots=1 limit=MARKET" : size(random, instrument)) + " side="
                + (random.nextBoolean() ? "BUY" : "SELL");
        driver.send(command);
        return command;
    }

    /** A price that loses a little, or would gain. */
    private String size(final Random random, final int instrument) {
        return " lots=" + (1 + random.nextInt(random.nextInt(4) == 0 ? 100 : 10)) + " limit="
                + EveryKind.ON_TWO_COINS.get(instrument - 1).tradePrice(twin.markOf(instrument), random);
    }

    private String withOneThatRests(final Random random, final long account) {
        final Orders orders = driver.engine().state().orders();
        final List<Integer> resting = new ArrayList<>();
        for (int slot = orders.firstOf(driver.engine().state().accounts().account(account));
                slot != Orders.NONE;
                slot = orders.nextOf(slot)) {
            resting.add(slot);
        }
        if (resting.isEmpty()) {
            return place(random, account);
        }
        final int slot = resting.get(random.nextInt(resting.size()));
        final String order = " account=" + account + " order=" + orders.id(slot);
        return switch (random.nextInt(4)) {
            case 0 -> send("OrderCancel" + order);
            case 1 ->
                send("OrderAmend" + order + size(random, orders.instrument(slot).id()));
            default -> fill(random, account, slot);
        };
    }

    private String send(final String command) {
        driver.send(command);
        return command;
    }

    private String fill(final Random random, final long account, final int slot) {
        final Orders orders = driver.engine().state().orders();
        final long all = orders.signedLots(slot);
        final long lots = random.nextBoolean() ? Math.abs(all) : 1 + random.nextInt((int) Math.abs(all));
        final int instrument = orders.instrument(slot).id();
        final long price = orders.limit(slot);
        final long other = 1L + random.nextInt(12);
        final long buyer = all > 0 ? account : other;
        final long seller = all > 0 ? other : account;
        final String command = "Trade id=" + ++nextTrade + " instrument=" + instrument + " price=" + price + " lots="
                + lots + " buy=" + buyer + " sell=" + seller + (all > 0 ? " buyOrder=" : " sellOrder=")
                + orders.id(slot);
        assertThat(driver.send(command)).as(command).isEqualTo("OK");
        twin.trade(instrument, price, lots, buyer, seller);
        return command;
    }

    private String basket(final Random random, final long account) {
        final List<String> orders = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            final int instrument = any(random).id();
            orders.add(++nextOrder + (random.nextBoolean() ? ":BUY:" : ":SELL:") + (1 + random.nextInt(20)) + "@"
                    + twin.markOf(instrument) + ":" + instrument);
        }
        final String command = "BasketPlace account=" + account + " orders=" + String.join(",", orders);
        final int before = driver.engine().state().orders().count();
        final boolean isAccepted = driver.send(command).startsWith("OK");
        assertThat(driver.engine().state().orders().count()).isEqualTo(before + (isAccepted ? orders.size() : 0));
        return command;
    }

    private static EveryKind any(final Random random) {
        return EveryKind.ON_TWO_COINS.get(random.nextInt(EveryKind.ON_TWO_COINS.size()));
    }
}
