package io.plimsoll.bench.suite;

import io.plimsoll.bench.load.MarkPrices;
import io.plimsoll.bench.load.Orders;
import io.plimsoll.bench.load.Scenario;
import io.plimsoll.bench.load.Trades;
import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Recorder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a command costs in process, stage by stage, the time of reading the clock taken off. */
final class StageSuite implements Suite {
    private static final List<Supplier<Scenario>> SCENARIOS = List.of(
            () -> new Orders(EngineFlows.ACCOUNTS),
            () -> new Trades(EngineFlows.ACCOUNTS),
            () -> new MarkPrices(EngineFlows.ACCOUNTS));

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public String about() {
        return "a command in process, stage by stage: hop over the rings, append, apply, append of its events";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException {
        for (final Supplier<Scenario> scenario : SCENARIOS) {
            final String command = scenario.get().name();
            try (Stages stages = new Stages(options.folder().resolve(command.replaceAll("\\W+", "-")), scenario)) {
                final List<Exchange> kinds = new ArrayList<>();
                kinds.add(Exchange.of("clock", () -> {}));
                kinds.addAll(stages.all());
                final List<Timing> timings = new Turns(kinds, options).run(options.rounds());
                for (int kind = 1; kind < kinds.size(); kind++) {
                    recorder.figure(
                            command + ": " + kinds.get(kind).name(),
                            "ns",
                            Better.LOWER,
                            timings.get(kind).with(timings.get(0), (stage, clock) -> stage - clock));
                }
            }
        }
    }
}
