package io.plimsoll.example;

/** A day of random trading with a running engine whose journal is new, and what came of it. */
public final class Example {
    private static final int ADMIN = 1;
    private static final int MATCHING = 2;
    private static final int WRONG_USAGE = 2;
    private static final long STOPPED = 3;

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
                Exchange exchange = new Exchange(args[0], MATCHING, Administrator.BTC_PERP)) {
            final Day day = new Day(administrator, exchange, Long.parseLong(args[2]));
            day.begin();
            day.trade(acts / 2);
            System.out.println("halted: order refused here: " + day.halt());
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
            final long owner = account;
            System.out.println(
                    "account " + account + ": " + exchange.positions().of(account) + " lots, "
                            + exchange.orders().stream()
                                    .filter(order -> order.account() == owner)
                                    .count()
                            + " orders");
        }
    }
}
