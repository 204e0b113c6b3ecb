package io.plimsoll.bench.jmh;

import io.plimsoll.bench.load.Load;
import io.plimsoll.bench.load.Orders;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An order is checked, rests, and is cancelled. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OrderBenchmark {
    private Load load;

    /** Opens the market. */
    @Setup
    public void open() {
        load = new Load(new Orders(2));
    }

    /** Place and cancel: two commands, and the figure is for one. */
    @Benchmark
    @OperationsPerInvocation(2)
    public long placeAndCancel() {
        load.next();
        return load.next();
    }
}
