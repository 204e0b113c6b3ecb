package io.plimsoll.bench.suite;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import com.sun.management.ThreadMXBean;
import io.plimsoll.bench.result.Better;
import io.plimsoll.bench.result.Goal;
import io.plimsoll.bench.result.Recorder;
import io.plimsoll.core.math.Black76Array;
import io.plimsoll.core.math.ScenarioPricer;
import io.plimsoll.core.math.Shocks;
import io.plimsoll.core.math.SkewRule;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.math.VolatilityRules;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.RowPricer;
import io.plimsoll.core.risk.ScenarioBlock;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** The loops of portfolio risk, each beside a baseline in C or a peer in Java; the least of several blocks in each round. */
final class RiskSuite implements Suite {
    private static final int BLOCKS = 9;
    private static final int THOUSAND = 1_000;
    private static final int LEGS = 20;
    private static final int LEVEL_PPM = 975_000;
    private static final int VECTORS = 64;
    private static final int OPTIONS = 1_024;
    private static final int SAMPLE = 50;

    /** The row of a trade, and three underlyings that make the whole. */
    private static final int SUMS = 4;

    /** Numbers of the lines of fma.c that a small account lies between. */
    private static final int SHORTER = 16;

    private static final int LONGER = 128;

    /** Of three underlyings and the whole. */
    private static final int SHORTFALLS = 4;

    private static final long SEED = 7;
    private static final long WARM_UP_NS = 2_000_000_000L;
    private static final double NARROW = 1.15;
    private static final double USUAL = 1.3;
    private static final double WIDE = 1.35;
    private static final double SIXTH = 0.167;

    /** Takes results, so that the compiler cannot leave the work out. */
    private static volatile long sink;

    @Override
    public String name() {
        return "risk";
    }

    @Override
    public String about() {
        return "sums, expected shortfall and Black-76 beside C; 1,000 options x 1,000 scenarios beside OpenGamma Strata";
    }

    @Override
    public void run(final Options options, final Recorder recorder) throws IOException, InterruptedException {
        final CKernels c = new CKernels(options);
        final OptionalDouble sum = sums(options, recorder, c);
        portfolio(options, recorder, c);
        final OptionalDouble shortfall = shortfall(options, recorder, c);
        black(options, recorder, c);
        revaluation(options, recorder);
        final RiskBook small = new RiskBook(LEGS, 22, 0);
        final double[] smallNs = account(options, recorder, "32 scenarios", small);
        beside(
                recorder,
                smallNs,
                sumsInC(c, small.numbers()),
                null,
                "its sums in C: four of " + small.numbers() + " numbers, between fma.c at 16 and at 128");
        final double[] ns = account(options, recorder, "1,032 scenarios", new RiskBook(LEGS, 32, THOUSAND));
        if (sum.isPresent() && shortfall.isPresent()) {
            final double loops = SUMS * sum.getAsDouble() + SHORTFALLS * shortfall.getAsDouble();
            beside(recorder, ns, OptionalDouble.of(loops), null, "its loops in C: four sums, four warm shortfalls");
        }
    }

    private static OptionalDouble sums(final Options options, final Recorder recorder, final CKernels c)
            throws IOException, InterruptedException {
        final LongAccumulator sums = new LongAccumulator(THOUSAND - Column.COUNT);
        final int vector = sums.take(0);
        final RiskRow row = row(new Random(SEED), THOUSAND - Column.COUNT);
        final double[] ns = rounds(options, 400_000, () -> {
            sums.addTimes(vector, 3, row);
            return sums.numbers(vector)[0];
        });
        recorder.figure("sums += lots x row, 1,000 numbers", "ns", Better.LOWER, ns);
        final OptionalDouble inC = sumInC(c, THOUSAND);
        beside(recorder, ns, inC, Goal.atMost(NARROW), "fma.c");
        return inC;
    }

    /** The sums of a trade over so many numbers, which fma.c has no line for: as far between its lines as they are. */
    private static OptionalDouble sumsInC(final CKernels c, final int numbers)
            throws IOException, InterruptedException {
        final OptionalDouble shorter = sumInC(c, SHORTER);
        final OptionalDouble longer = sumInC(c, LONGER);
        if (shorter.isEmpty() || longer.isEmpty()) {
            return OptionalDouble.empty();
        }
        final double share = (double) (numbers - SHORTER) / (LONGER - SHORTER);
        return OptionalDouble.of(
                SUMS * (shorter.getAsDouble() + share * (longer.getAsDouble() - shorter.getAsDouble())));
    }

    private static OptionalDouble sumInC(final CKernels c, final int numbers) throws IOException, InterruptedException {
        return c.figure("fma.c", "", Pattern.compile("S=" + numbers + " +hot.* fma_l=([0-9.]+)"));
    }

    private static void portfolio(final Options options, final Recorder recorder, final CKernels c)
            throws IOException, InterruptedException {
        final Random random = new Random(SEED);
        final int scenarios = 1_024 - Column.COUNT;
        final LongAccumulator sums = new LongAccumulator(scenarios);
        final int vector = sums.take(0);
        final RiskRow[] rows = new RiskRow[200];
        Arrays.setAll(rows, i -> row(random, scenarios));
        final int[] turn = new int[1];
        final double[] ns = rounds(options, 2_000, () -> {
            sums.clear(vector);
            turn[0]++;
            for (int k = 0; k < LEGS; k++) {
                sums.addSoon(vector, turn[0] + (long) k, rows[(turn[0] * 7 + k * 13) % rows.length]);
            }
            sums.settle();
            return sums.numbers(vector)[0];
        });
        recorder.figure("20 positions from scratch, 1,024 numbers", "ns", Better.LOWER, ns);
        final String rows200 = "instruments=200 +S=1024 +legs=20 .*";
        final Pattern narrow = Pattern.compile(rows200 + "i64\\+=q\\*i32: ([0-9.]+) ns");
        final Pattern asWide = Pattern.compile(rows200 + "f64 fma: ([0-9.]+) ns");
        beside(recorder, ns, c.figure("port.c", "", narrow), Goal.atMost(WIDE), "port.c, rows of 32 bits");
        beside(recorder, ns, c.figure("port.c", "", asWide), Goal.atMost(WIDE), "port.c, rows of 64 bits");
    }

    private static OptionalDouble shortfall(final Options options, final Recorder recorder, final CKernels c)
            throws IOException, InterruptedException {
        final double[] warm = shortfalls(options, true);
        final double[] cold = shortfalls(options, false);
        recorder.figure("expected shortfall 97.5 % of 1,000, warm", "ns", Better.LOWER, warm);
        recorder.figure("expected shortfall 97.5 % of 1,000, cold", "ns", Better.LOWER, cold);
        final Pattern coldInC = Pattern.compile("std::partial_sort +([0-9.]+) ns");
        final Pattern warmInC = Pattern.compile("warm avx512 compress \\+ nth \\(int64\\) +([0-9.]+) ns");
        beside(
                recorder,
                cold,
                c.figure("tail.cpp", "K=25", coldInC, "-std=c++17"),
                Goal.atMost(USUAL),
                "tail.cpp, std::partial_sort");
        final OptionalDouble inC = c.figure("tail.cpp", "K=25", warmInC, "-std=c++17");
        beside(recorder, warm, inC, Goal.atMost(USUAL), "tail.cpp, warm AVX-512");
        return inC;
    }

    private static double[] shortfalls(final Options options, final boolean isWarm) {
        final LongAccumulator sums = new LongAccumulator(THOUSAND);
        final int[] vectors = isWarm ? drifting(sums) : unrelated(sums);
        final ScenarioBlock block = new ScenarioBlock("all", 0, THOUSAND);
        final int[] turn = new int[1];
        return rounds(options, 20_000, () -> {
            sums.clear();
            return sums.ceil(sums.shortfall("es", 0, vectors[turn[0]++ & (VECTORS - 1)], block, LEVEL_PPM));
        });
    }

    /** Vectors of which none says anything about the next. */
    private static int[] unrelated(final LongAccumulator sums) {
        final Random random = new Random(SEED);
        final int[] vectors = new int[VECTORS];
        for (int k = 0; k < VECTORS; k++) {
            vectors[k] = sums.take(0);
            for (int s = 0; s < THOUSAND; s++) {
                sums.numbers(vectors[k])[Column.COUNT + s] = (long) (random.nextGaussian() * 1e8);
            }
        }
        return vectors;
    }

    /** Vectors that move little from one to the next, so that nothing can be learnt by heart. */
    private static int[] drifting(final LongAccumulator sums) {
        final Random random = new Random(SEED);
        final double[] base =
                random.doubles(THOUSAND).map(x -> random.nextGaussian() * 1e8).toArray();
        final int[] vectors = new int[VECTORS];
        for (int k = 0; k < VECTORS; k++) {
            vectors[k] = sums.take(0);
            final double step = random.nextGaussian() * 0.03;
            for (int s = 0; s < THOUSAND; s++) {
                base[s] += step * random.nextGaussian() * 1e8;
                sums.numbers(vectors[k])[Column.COUNT + s] = (long) base[s];
            }
        }
        return vectors;
    }

    private static void black(final Options options, final Recorder recorder, final CKernels c)
            throws IOException, InterruptedException {
        final Random random = new Random(3);
        final double[] forwards = random.doubles(OPTIONS, 54_000, 66_000).toArray();
        final double[] strikes = random.doubles(OPTIONS, 36_000, 84_000).toArray();
        final double[] deviations = random.doubles(OPTIONS, 0.04, 0.9).toArray();
        final double[] prices = new double[OPTIONS];
        final Black76Array black = new Black76Array();
        final double[] ns = rounds(options, 500, () -> {
            black.prices(true, forwards, strikes, deviations, prices, OPTIONS);
            return Double.doubleToRawLongBits(prices[7]);
        });
        scale(ns, 1.0 / OPTIONS);
        recorder.figure("Black-76, an option of an array", "ns", Better.LOWER, ns);
        final OptionalDouble best = c.figure("black.c", "", Pattern.compile("hart ([0-9.]+) ns"), "-ffast-math", "-lm");
        beside(recorder, ns, best, Goal.atMost(USUAL), "black.c, libmvec");
    }

    private static void revaluation(final Options options, final Recorder recorder) {
        final Revaluation revaluation = new Revaluation();
        final int[] turn = new int[1];
        final double[] ours = new double[options.rounds()];
        final double[] theirs = new double[options.rounds()];
        warmUp(options, () -> revaluation.price(turn[0]++));
        warmUp(options, () -> revaluation.peer(turn[0]++));
        for (int round = 0; round < options.rounds(); round++) {
            ours[round] = least(options.size(SAMPLE, 5), () -> revaluation.price(turn[0]++)) / THOUSAND;
            theirs[round] = least(options.size(SAMPLE, 5), () -> revaluation.peer(turn[0]++)) / THOUSAND;
        }
        recorder.figure("an option under a scenario, row, sum and shortfall", "ns", Better.LOWER, ours);
        recorder.figure("the same price by Strata's BlackFormulaRepository", "ns", Better.LOWER, theirs);
        final double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
        recorder.ratio(
                "1,000 options x 1,000 scenarios / Strata",
                Goal.atMost(SIXTH),
                Better.LOWER,
                "repricing with rows, sum and expected shortfall / Strata's formula alone",
                ratios);
    }

    /** Options that are priced under a thousand scenarios, added and measured. */
    private static final class Revaluation {
        private static final VolatilityRules RULES =
                new VolatilityRules(0.5, 0.3, 0.3, 0.13, 1, 0.45, 3, SkewRule.NONE, SkewRule.NONE);
        private static final double FORWARD = 60_000;
        private static final double YEARS = 0.25;
        private static final double VOLATILITY = 0.6;

        private final ScenarioPricer pricer = new ScenarioPricer(THOUSAND);
        private final RowPricer rows = new RowPricer(pricer);
        private final RiskRow row = new RiskRow(THOUSAND, 0);
        private final LongAccumulator sums = new LongAccumulator(THOUSAND);
        private final int vector = sums.take(0);
        private final ScenarioBlock block = new ScenarioBlock("all", 0, THOUSAND);
        private final double[] spots = new double[THOUSAND];

        Revaluation() {
            final Random random = new Random(SEED);
            final Shocks shocks = new Shocks(THOUSAND);
            for (int s = 0; s < THOUSAND; s++) {
                spots[s] = 1 + 0.04 * random.nextGaussian();
                shocks.add(spots[s], VolatilityMove.SHARE, 0.05 * random.nextGaussian(), 0);
            }
            pricer.underlying(shocks, RULES);
            pricer.expiry(0, FORWARD, YEARS, 0.02);
        }

        long price(final int turn) {
            pricer.option((turn & 1) == 0, strike(turn), VOLATILITY);
            rows.option(row, 1_000_000, 60_000_000_000L, true);
            sums.addTimes(vector, 3 - (turn & 4), row);
            if (turn % THOUSAND == 0) {
                sums.clear();
                return sums.ceil(sums.shortfall("es", 0, vector, block, LEVEL_PPM));
            }
            return row.scenario(0);
        }

        long peer(final int turn) {
            double sum = 0;
            for (int s = 0; s < THOUSAND; s++) {
                sum += BlackFormulaRepository.price(
                        FORWARD * spots[s], strike(turn), YEARS, VOLATILITY, (turn & 1) == 0);
            }
            return (long) sum;
        }

        private static double strike(final int turn) {
            return 30_000 + 60 * (turn % THOUSAND);
        }
    }

    private static double[] account(
            final Options options, final Recorder recorder, final String name, final RiskBook book) {
        final double[] ns = rounds(options, 4_000, book::trade);
        recorder.figure("a trade of 20 positions, " + name + ": sums and both margins", "ns", Better.LOWER, ns);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final int trades = options.size(100_000, 1_000);
        final long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < trades; i++) {
            sink = book.trade();
        }
        final double bytes = threads.getCurrentThreadAllocatedBytes() - (double) before;
        recorder.figure("bytes allocated in " + trades + " such trades", "bytes", Better.LOWER, bytes);
        return ns;
    }

    private static RiskRow row(final Random random, final int scenarios) {
        final RiskRow row = new RiskRow(scenarios, 0);
        Arrays.setAll(row.values(), i -> random.nextInt(200_000) - 100_000L);
        row.pack();
        return row;
    }

    /** Without a goal the ratio is only reported. */
    private static void beside(
            final Recorder recorder,
            final double[] ns,
            final OptionalDouble baseline,
            final Goal goal,
            final String what) {
        if (baseline.isEmpty()) {
            recorder.out().println(Recorder.INDENT + "beside " + what + ": not run, no sources or no compiler");
            return;
        }
        recorder.figure(what, "ns", Better.LOWER, baseline.getAsDouble());
        final double[] ratios = new double[ns.length];
        Arrays.setAll(ratios, i -> ns[i] / baseline.getAsDouble());
        recorder.ratio("ours / " + what, goal, Better.LOWER, "time of ours / time of " + what, ratios);
    }

    private static double[] rounds(final Options options, final int calls, final LongSupplier work) {
        final double[] ns = new double[options.rounds()];
        warmUp(options, work);
        for (int round = 0; round < options.rounds(); round++) {
            ns[round] = least(options.size(calls, 1 + calls / 100), work);
        }
        return ns;
    }

    /** Until all of it is compiled, which a compiler does beside the work. */
    private static void warmUp(final Options options, final LongSupplier work) {
        final long begin = System.nanoTime();
        long sum = sink;
        do {
            sum += work.getAsLong();
        } while (!options.isQuick() && System.nanoTime() - begin < WARM_UP_NS);
        sink = sum;
    }

    /** The least mean of several blocks of calls, as the kernels in C give it. */
    private static double least(final int calls, final LongSupplier work) {
        double least = Double.MAX_VALUE;
        for (int block = 0; block < BLOCKS; block++) {
            final long begin = System.nanoTime();
            long sum = sink;
            for (int i = 0; i < calls; i++) {
                sum += work.getAsLong();
            }
            sink = sum;
            least = Math.min(least, (System.nanoTime() - begin) / (double) calls);
        }
        return least;
    }

    private static void scale(final double[] values, final double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
