package io.plimsoll.example;

/** A day of random trading with a running engine whose journal is new, and what came of it. */
public final class Example {
    private static final int ADMIN = 1;
    private static final int MATCHING = 2;
    private static final int WRONG_USAGE = 2;
    private static final long STOPPED = 3;
    private static final long ORDER_DEADLINE_NS = 2_000_000_000L;

    private Example() {}

    /**
     * Runs the example.
     *
     * @param args folder of the engine's media driver, how often traders do something, seed of what they do.
     */
    public static void main(final String[] args) {
        if (args.length != 3) {
            System.err.println("usage: example-exchange AERON-FOLDER ACTS SEED");
            System.exit(WRONG_USAGE);
        }
        final int acts = Integer.parseInt(args[1]);
        try (Administrator administrator = new Administrator(args[0], ADMIN);
                Exchange exchange = new Exchange(args[0], MATCHING, ORDER_DEADLINE_NS)) {
            final Day day = new Day(administrator, exchange, Long.parseLong(args[2]));
            day.begin();
            day.trade(acts / 2);
            System.out.println("halted: order refused here: " + day.halt(Market.BTC_PERP));
            System.out.println(
                    "account " + STOPPED + " stopped: no order left, order refused here: " + day.stop(STOPPED));
            day.resume(STOPPED);
            day.trade(acts - acts / 2);
            day.quiet();
            print(exchange);
        }
    }

    private static void print(final Exchange exchange) {
        System.out.println(exchange.tally());
        System.out.println("positions that the engine booked as the book did: "
                + exchange.positions().confirmed());
        for (long account = 1; account <= Day.ACCOUNTS; account++) {
            System.out.println("account " + account + ": " + holdings(exchange, account));
        }
    }

    private static String holdings(final Exchange exchange, final long account) {
        final StringBuilder text = new StringBuilder();
        for (final Market market : Market.values()) {
            text.append(exchange.positions().of(account, market.instrument()))
                    .append(" lots of ")
                    .append(market.coin())
                    .append(", ");
        }
        final long orders = exchange.orders().stream()
                .filter(order -> order.account() == account)
                .count();
        return text.append(orders).append(" orders").toString();
    }
}
