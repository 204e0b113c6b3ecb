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
import io.plimsoll.sbe.ParameterId;
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
    private static final int USDC = 1;
    private static final long DOLLAR = 1_000_000;
    private static final long PRICE_ONE = 10_000_000_000L;
    private static final long PRICE_TICKS_MAX = 10_000_000;
    private static final long POSITION_LOTS_MAX = 100_000_000;
    private static final long IDLE_NS = 50_000;

    /** Market orders go one per cent from the mark. */
    private static final long TAKING_BAND_PPM = 10_000;

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

    /** The markets, where the engine's configuration has none, and their first prices. */
    void open() {
        if (ask(() -> client.admin().defineAsset(new AssetTerms(USDC, "USDC", 6, 0, 0, 0, true)))
                == RejectReason.NONE) {
            must(() -> client.indexPrice(USDC, PRICE_ONE));
            for (final Market market : Market.values()) {
                define(market);
            }
        }
        for (final Market market : Market.values()) {
            must(() ->
                    client.admin().changeParameter(ParameterId.TAKING_BAND_PPM, market.instrument(), TAKING_BAND_PPM));
            must(() -> client.indexPrice(market.asset(), market.dollars() * PRICE_ONE));
            mark(market, market.firstMark());
        }
    }

    private void define(final Market market) {
        final Tier tier = new Tier(0, market.initialPpm(), market.initialPpm() / 2);
        must(() -> client.admin()
                .defineAsset(new AssetTerms(market.asset(), market.coin(), 8, 50_000, 50_000, 50_000, false)));
        must(() -> client.admin().defineTierTable(market.instrument(), List.of(tier)));
        must(() -> client.admin()
                .defineInstrument(new InstrumentTerms(
                        market.instrument(),
                        market.coin() + "-PERP",
                        market.asset(),
                        USDC,
                        Market.TICK_VALUE,
                        PRICE_TICKS_MAX,
                        POSITION_LOTS_MAX,
                        market.instrument(),
                        ContractTerms.LINEAR_PERPETUAL)));
    }

    /** An account of its own owner, with money. */
    void account(final long id, final long dollars) {
        must(() -> client.admin().defineGroup(id));
        must(() -> client.admin().defineAccount(id, id, MarginMode.CROSS));
        must(() -> client.deposit(id, USDC, dollars * DOLLAR));
    }

    void mark(final Market market, final long ticks) {
        must(() -> client.markPrice(market.instrument(), ticks));
    }

    void halt(final Market market) {
        must(() -> client.admin().haltMarket(market.instrument()));
    }

    void resume(final Market market) {
        must(() -> client.admin().resumeMarket(market.instrument()));
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
