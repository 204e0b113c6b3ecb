package io.plimsoll.example;

import io.plimsoll.client.AssetTerms;
import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.ConnectionState;
import io.plimsoll.client.ContractTerms;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.InstrumentTerms;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.client.Tier;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.RejectReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What is done beside the matching: definitions, money, prices, halts. Each call waits for the answer; an exchange would have one client
 * for each of these, with a source and a role of its own.
 */
final class Administrator implements ClientHandler, AutoCloseable {
    /** The market that is traded: BTC-PERP of {@code config/markets.yaml}. A tick of a lot is worth 10 millionths of a USDC. */
    static final int BTC_PERP = 1;

    static final long TICK_VALUE = 10;
    static final int INITIAL_PPM = 20_000;

    private static final int USDC = 1;
    private static final int BTC = 3;
    private static final long DOLLAR = 1_000_000;
    private static final long PRICE_ONE = 10_000_000_000L;
    private static final long TICKS_PER_DOLLAR = 10;
    private static final long PRICE_TICKS_MAX = 10_000_000;
    private static final long POSITION_LOTS_MAX = 100_000_000;
    private static final long IDLE_NS = 50_000;

    private final int source;
    private final PlimsollClient client;
    private final Map<Long, RejectReason> answers = new HashMap<>();

    /** Looks for the engine of a media driver's folder. */
    Administrator(final String aeronDirectory, final int source) {
        this.source = source;
        client = PlimsollClient.connect(ClientConfig.of(aeronDirectory, source), this);
    }

    /** Does what there is to do; gives how much that was. */
    int poll() {
        return client.poll();
    }

    private void await(final BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (client.poll() == 0) {
                LockSupport.parkNanos(IDLE_NS);
            }
        }
    }

    /** Sends a command, and again until it is taken, and waits for its answer. */
    private RejectReason ask(final Supplier<Result> command) {
        await(() -> client.state() == ConnectionState.CONNECTED && command.get() == Result.SENT);
        final long number = client.lastSourceSequence();
        await(() -> answers.containsKey(number));
        return answers.remove(number);
    }

    private void must(final Supplier<Result> command) {
        final RejectReason reason = ask(command);
        if (reason != RejectReason.NONE) {
            throw new IllegalStateException("the engine does not take this: " + reason);
        }
    }

    /** The market, where the engine's configuration has none, and its first price. */
    void open(final long dollars) {
        if (ask(() -> client.admin().defineAsset(new AssetTerms(USDC, "USDC", 6, 0, 0, 0, true)))
                == RejectReason.NONE) {
            must(() -> client.admin().defineAsset(new AssetTerms(BTC, "BTC", 8, 50_000, 50_000, 50_000, false)));
            must(() -> client.indexPrice(USDC, PRICE_ONE));
            must(() -> client.admin().defineTierTable(1, List.of(new Tier(0, INITIAL_PPM, INITIAL_PPM / 2))));
            must(() -> client.admin()
                    .defineInstrument(new InstrumentTerms(
                            BTC_PERP,
                            "BTC-PERP",
                            BTC,
                            USDC,
                            TICK_VALUE,
                            PRICE_TICKS_MAX,
                            POSITION_LOTS_MAX,
                            1,
                            ContractTerms.LINEAR_PERPETUAL)));
        }
        must(() -> client.indexPrice(BTC, dollars * PRICE_ONE));
        mark(dollars * TICKS_PER_DOLLAR);
    }

    /** An account of its own owner, with money. */
    void account(final long id, final long dollars) {
        must(() -> client.admin().defineGroup(id));
        must(() -> client.admin().defineAccount(id, id, MarginMode.CROSS));
        must(() -> client.deposit(id, USDC, dollars * DOLLAR));
    }

    void mark(final long ticks) {
        must(() -> client.markPrice(BTC_PERP, ticks));
    }

    void halt() {
        must(() -> client.admin().haltMarket(BTC_PERP));
    }

    void resumeMarket() {
        must(() -> client.admin().resumeMarket(BTC_PERP));
    }

    /** Trading of an account goes on after its kill switch. */
    void resumeTrading(final long account) {
        must(() -> client.admin().resumeTrading(account));
    }

    @Override
    public void onCompletion(final EventInfo info, final CommandCompletedDecoder answer) {
        if (answer.source() == source) {
            answers.put(answer.sourceSequence(), answer.reason());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
