package io.plimsoll.gateway;

import io.plimsoll.client.Basket;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.QuoteSet;
import io.plimsoll.client.Result;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.Side;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * A matching engine in a process of its own: places an order that stays, asks for cancel on disconnect, has an order, a basket and
 * quotes rest, says READY and keeps its session alive until it is killed.
 */
final class ClientProcess {
    /** An order that it placed before it asked. */
    static final long STAYING = 1;

    /** The first and the last of those that it placed after that. */
    static final long FIRST_BOUND = 2;

    static final long LAST_BOUND = 6;

    private static final String READY = "READY";
    private static final long ACCOUNT = 1;

    private final JavaProcess process;

    private ClientProcess(final JavaProcess process) {
        this.process = process;
    }

    /** What the process does. */
    public static void main(final String[] args) {
        final ClientConfig config = ClientConfig.of(args[0], TestGenesis.MATCHING);
        try (TestClient client = TestClient.of(config).awaitConnected()) {
            final PlimsollClient engine = client.client;
            must(client, () -> place(engine, STAYING, 19_000));
            must(client, () -> engine.cancelOnDisconnect(true));
            must(client, () -> place(engine, FIRST_BOUND, 19_100));
            final Basket basket = new Basket()
                    .add(TestGenesis.BTC_PERP, 3, Side.BUY, 2, 19_200, false)
                    .add(TestGenesis.BTC_PERP, 4, Side.SELL, 2, 20_800, false);
            must(client, () -> engine.placeBasket(ACCOUNT, basket));
            final QuoteSet quotes =
                    new QuoteSet().in(TestGenesis.BTC_PERP).bid(5, 3, 19_900).ask(LAST_BOUND, 3, 20_100);
            must(client, () -> engine.replaceQuotes(ACCOUNT, quotes));
            System.out.println(READY);
            client.await(() -> false);
        }
    }

    private static Result place(final PlimsollClient engine, final long order, final long limit) {
        return engine.placeOrder(TestGenesis.BTC_PERP, ACCOUNT, order, Side.BUY, 1, limit, false);
    }

    private static void must(final TestClient client, final Supplier<Result> command) {
        final RejectReason reason = client.ask(command);
        if (reason != RejectReason.NONE) {
            throw new IllegalStateException("the engine refused: " + reason);
        }
    }

    /** Starts it, and gives it once its orders rest. */
    static ClientProcess start(final String aeronDirectory) throws IOException {
        final JavaProcess process = JavaProcess.start(ClientProcess.class, aeronDirectory);
        process.awaitLine(READY);
        return new ClientProcess(process);
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        process.kill();
    }
}
