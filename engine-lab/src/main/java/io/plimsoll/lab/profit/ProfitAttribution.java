package io.plimsoll.lab.profit;

import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.lab.live.ChangeStep;
import io.plimsoll.lab.live.PartialReplay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What did what an account gained and lost between two moments. For each step it is what would have been gained had only the
 * commands come up to that step, less the same for the step before: a trade counts at the prices of the first moment, and what
 * prices did from there on is theirs.
 *
 * @param instruments that the account had or traded.
 * @param coins assets that it has or had.
 */
public record ProfitAttribution(List<OfInstrument> instruments, List<OfCoin> coins) {
    /** Copies the lists. */
    public ProfitAttribution {
        instruments = List.copyOf(instruments);
        coins = List.copyOf(coins);
    }

    /**
     * Of one instrument.
     *
     * @param instrument symbol.
     * @param asset symbol of what it settles in.
     * @param scale decimals of the asset.
     * @param inAsset its total, in minor units of the asset.
     * @param usd the same in millionths of the margin currency, with what spot trades brought.
     */
    public record OfInstrument(String instrument, String asset, int scale, Attributed inAsset, Attributed usd) {}

    /**
     * Of one asset, in millionths of the margin currency.
     *
     * @param asset symbol.
     * @param gain of what the account has of it, as its index price moved.
     * @param interest on debts of it.
     */
    public record OfCoin(String asset, Attributed gain, Attributed interest) {}

    /** {@return all of it, in millionths of the margin currency} */
    public Attributed total() {
        return Stream.concat(
                        instruments.stream().map(OfInstrument::usd),
                        coins.stream().flatMap(coin -> Stream.of(coin.gain(), coin.interest())))
                .reduce(Attributed.NOTHING, Attributed::plus);
    }

    /**
     * Takes a profit apart.
     *
     * @param profit of an account between two moments.
     * @param then makes engines as they were at the first moment, a new one each time.
     * @param play gives all commands that were accepted between the moments to a replay, and ends it at the second.
     * @return the same profit by what did it.
     */
    public static ProfitAttribution of(
            final AccountProfit profit, final Supplier<MarginEngine> then, final Consumer<PartialReplay> play) {
        final MarginEngine first = then.get();
        final AccountProfit remarked = partial(
                profit,
                first,
                Optional.empty(),
                replay -> replay.end(first.state().timeNs()));
        final List<AccountProfit> steps = new ArrayList<>();
        for (final ChangeStep step : ChangeStep.values()) {
            steps.add(partial(profit, then.get(), Optional.of(step), play));
        }
        return new ProfitRuns(remarked, steps, profit).attribution();
    }

    private static AccountProfit partial(
            final AccountProfit profit,
            final MarginEngine engine,
            final Optional<ChangeStep> last,
            final Consumer<PartialReplay> play) {
        final ProfitRecorder recorder = new ProfitRecorder(engine, profit.account(), profit.since());
        play.accept(new PartialReplay(engine, last, recorder));
        return recorder.end(profit.to());
    }
}
