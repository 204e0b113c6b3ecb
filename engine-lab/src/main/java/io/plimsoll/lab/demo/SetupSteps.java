package io.plimsoll.lab.demo;

import io.plimsoll.client.AssetTerms;
import io.plimsoll.client.ContractTerms;
import io.plimsoll.client.InstrumentTerms;
import io.plimsoll.client.Result;
import io.plimsoll.client.Tier;
import io.plimsoll.lab.tape.Coin;
import io.plimsoll.lab.tape.Tape;
import io.plimsoll.sbe.RejectReason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What an empty engine must be told before the tape: USDC and the coins, one table of tiers with the venue's rates for 50
 * times leverage, a perpetual per coin, a group and an account per account of the tape, and a market maker with a large
 * deposit.
 */
final class SetupSteps {
    private static final int USDC_SCALE = 6;
    private static final int COIN_SCALE = 8;
    private static final int INITIAL_PPM = 20_000;
    private static final int MAINTENANCE_PPM = 10_000;
    private static final long INDEX_ONE = 10_000_000_000L;
    private static final long MAKER_DEPOSIT = 1_000_000_000L * 1_000_000L;

    /** The engine allows this much value of one position at its largest price, in millionths. */
    private static final long POSITION_VALUE_MAX = 1L << 54;

    private static final long PRICE_ROOM = 16;

    private final Tape tape;
    private final List<Step> steps = new ArrayList<>();

    private SetupSteps(final Tape tape) {
        this.tape = tape;
    }

    static List<Step> of(final Tape tape) {
        final SetupSteps setup = new SetupSteps(tape);
        setup.addMarkets();
        setup.addAccounts();
        return setup.steps;
    }

    private void addMarkets() {
        add("asset USDC", port -> port.defineAsset(new AssetTerms(Ids.USDC, "USDC", USDC_SCALE, 0, 0, 0, true)));
        add("index price of USDC", port -> port.indexPrice(Ids.USDC, INDEX_ONE));
        add("margin tiers", port -> port.defineTiers(Ids.TIERS, List.of(new Tier(0, INITIAL_PPM, MAINTENANCE_PPM))));
        for (int i = 0; i < tape.coins().size(); i++) {
            final int coin = i;
            final Coin terms = tape.coins().get(i);
            add(
                    "asset " + terms.name(),
                    port -> port.defineAsset(
                            new AssetTerms(Ids.asset(coin), terms.name(), COIN_SCALE, 0, 0, 0, false)));
            add("perpetual of " + terms.name(), port -> port.defineInstrument(perpetual(coin, terms)));
        }
    }

    private static InstrumentTerms perpetual(final int coin, final Coin terms) {
        final long ticksMax = terms.ticksMax() * PRICE_ROOM;
        return new InstrumentTerms(
                Ids.instrument(coin),
                terms.name(),
                Ids.asset(coin),
                Ids.USDC,
                terms.tickValue(),
                ticksMax,
                POSITION_VALUE_MAX / ticksMax / terms.tickValue(),
                Ids.TIERS,
                ContractTerms.LINEAR_PERPETUAL);
    }

    private void addAccounts() {
        for (int i = 0; i <= tape.accounts().size(); i++) {
            final long id = Ids.account(i);
            add("group " + id, port -> port.defineGroup(id));
            add("account " + id, port -> port.defineAccount(id, id));
        }
        final long maker = Ids.marketMaker(tape);
        add("deposit of the market maker", port -> port.deposit(maker, Ids.USDC, MAKER_DEPOSIT));
    }

    private void add(final String what, final Function<CommandPort, Result> send) {
        steps.add(new Step(
                what,
                send,
                (sequence, reason, detail) -> {
                    if (reason != RejectReason.NONE) {
                        throw new DemoException("the engine refuses the definition of " + what + ": " + reason
                                + (reason == RejectReason.ALREADY_DEFINED
                                        ? "; the demo needs an engine with an empty journal and no markets of its own"
                                        : " (" + detail + ")"));
                    }
                },
                false));
    }
}
