package io.plimsoll.lab.profit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What an account gained in all replays of the same time: without any step, up to each, and as it was. */
record ProfitRuns(AccountProfit remarked, List<AccountProfit> steps, AccountProfit profit) {
    ProfitAttribution attribution() {
        final List<ProfitAttribution.OfInstrument> instruments = new ArrayList<>();
        for (final String name : names(AccountProfit::instruments, InstrumentProfit::instrument)) {
            final InstrumentProfit any = instrument(profit, name)
                    .or(() -> steps.stream()
                            .flatMap(step -> instrument(step, name).stream())
                            .findFirst())
                    .orElseThrow();
            instruments.add(new ProfitAttribution.OfInstrument(
                    name,
                    any.asset(),
                    any.scale(),
                    attributed(run -> amount(instrument(run, name), InstrumentProfit::total)),
                    attributed(run -> amount(instrument(run, name), InstrumentProfit::usd))));
        }
        final List<ProfitAttribution.OfCoin> coins = new ArrayList<>();
        for (final String name : names(AccountProfit::coins, CoinProfit::asset)) {
            coins.add(new ProfitAttribution.OfCoin(
                    name,
                    attributed(run -> amount(coin(run, name), CoinProfit::gain)),
                    attributed(run -> amount(coin(run, name), CoinProfit::interest))));
        }
        return new ProfitAttribution(instruments, coins);
    }

    private <T> Set<String> names(final Function<AccountProfit, List<T>> parts, final Function<T, String> name) {
        final Set<String> names = new LinkedHashSet<>();
        Stream.concat(Stream.of(profit, remarked), steps.stream())
                .flatMap(run -> parts.apply(run).stream())
                .map(name)
                .forEach(names::add);
        return names;
    }

    private Attributed attributed(final ToLongFunction<AccountProfit> amount) {
        return Attributed.of(
                amount.applyAsLong(remarked),
                steps.stream().mapToLong(amount).boxed().toList(),
                amount.applyAsLong(profit));
    }

    private static Optional<InstrumentProfit> instrument(final AccountProfit run, final String name) {
        return run.instruments().stream()
                .filter(of -> of.instrument().equals(name))
                .findFirst();
    }

    private static Optional<CoinProfit> coin(final AccountProfit run, final String name) {
        return run.coins().stream().filter(of -> of.asset().equals(name)).findFirst();
    }

    private static <T> long amount(final Optional<T> part, final ToLongFunction<T> amount) {
        return part.map(of -> amount.applyAsLong(of)).orElse(0L);
    }
}
