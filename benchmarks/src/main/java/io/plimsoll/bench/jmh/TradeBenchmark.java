package io.plimsoll.bench.jmh;

import io.plimsoll.bench.load.Load;
import io.plimsoll.bench.load.Trades;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two accounts trade one lot to and fro: positions open, close, and their P and L is booked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TradeBenchmark {
    private Load load;

    /** Opens the market. */
    @Setup
    public void open() {
        load = new Load(new Trades(2));
    }

    /** One trade, both sides. */
    @Benchmark
    public long trade() {
        return load.next();
    }
}
