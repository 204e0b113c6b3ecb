package io.plimsoll.bench.jmh;

import io.plimsoll.bench.load.Load;
import io.plimsoll.bench.load.MarkPrices;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A mark price moves by one tick; every holder of the instrument is margined anew. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MarkPriceBenchmark {
    /** Accounts with a position. Two is the least: who is long and who is short. */
    @Param({"2", "100", "1000"})
    int holders;

    private Load load;

    /** Opens the market and the positions. */
    @Setup
    public void open() {
        load = new Load(new MarkPrices(holders));
    }

    /** One mark price. */
    @Benchmark
    public long markPrice() {
        return load.next();
    }
}
