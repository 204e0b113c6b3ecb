package io.plimsoll.bench;

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
    private TradeLoad load;

    /** Opens the market. */
    @Setup
    public void open() {
        load = new TradeLoad();
    }

    /** One trade, both sides. */
    @Benchmark
    public long trade() {
        return load.next();
    }
}
