package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.WordText;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.market.FollowRule;
import io.plimsoll.core.math.LotPricer;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.math.VolatilityRules;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario set as the engine uses it: what every underlying sees under every scenario. Immutable; comes in as words and goes
 * out as the same words.
 */
public final class ScenarioSet {
    /** Most scenarios. */
    public static final int SCENARIOS_MAX = 4_096;

    /** Most underlyings. */
    public static final int UNDERLYINGS_MAX = 64;

    /** Most blocks, and most classes. */
    public static final int PARTS_MAX = 64;

    private static final int HOURS_MAX = 24 * 30;
    private static final int FIGURES = 4;
    private static final int FOLLOW_WORDS = 3;
    private static final long BASIS_MAX = 10 * Rate.ONE;
    private static final long MOVE_MAX = 1_000 * Rate.ONE;

    /**
     * A class of underlyings.
     *
     * @param name of the class.
     * @param rules how far volatilities move.
     */
    public record RiskClass(String name, VolatilityRules rules) {}

    /**
     * An underlying.
     *
     * @param symbol of the asset.
     * @param classOf place of its class.
     * @param group underlyings of one group are taken to move together.
     * @param dailyVolume traded in a day, in minor units of the margin currency; 0: not known.
     * @param floor least standard deviation of a day's return that joint scenarios use, a rate.
     */
    public record Underlying(String symbol, int classOf, int group, long dailyVolume, long floor) {}

    private final String name;
    private final int version;
    private final List<ScenarioBlock> blocks;
    private final List<RiskClass> classes;
    private final List<Underlying> underlyings;
    private final VolatilityMove[] moves;
    private final int[] hours;
    private final boolean[] residuals;
    private final long[][] figures;
    private final FollowRule follow;
    private final long hash;

    /** Reads a set; the words come from outside and may say anything. */
    private ScenarioSet(final Words words) {
        words.rewind();
        this.hash = words.hash();
        this.name = WordText.read(words);
        this.version = count(words, Integer.MAX_VALUE, "version");
        this.blocks = blocks(words);
        this.classes = classes(words);
        this.underlyings = underlyings(words, classes.size());
        final int count = count(words, SCENARIOS_MAX, "number of scenarios");
        this.moves = new VolatilityMove[count];
        this.hours = new int[count];
        this.residuals = new boolean[count];
        for (int s = 0; s < count; s++) {
            moves[s] = VolatilityMove.of(count(words, VolatilityMove.count() - 1, "volatility move"));
            hours[s] = count(words, HOURS_MAX, "hours");
            residuals[s] = count(words, 1, "residual") == 1;
        }
        this.figures = new long[underlyings.size()][];
        for (int u = 0; u < figures.length; u++) {
            figures[u] = figures(words, count);
        }
        this.follow = words.rest() == 0 ? FollowRule.DEFAULT : follow(words);
        check(words.rest() == 0, "words after the end");
        for (final ScenarioBlock block : blocks) {
            check(block.from() <= block.to() && block.to() <= count, "block " + block.name());
        }
    }

    /**
     * Reads a set.
     *
     * @param words the whole set.
     * @return the set.
     * @throws IllegalArgumentException when it cannot be read or a figure is out of range.
     */
    public static ScenarioSet read(final Words words) {
        return new ScenarioSet(words);
    }

    /** A set that follows volatilities as others do ends before it. */
    private static FollowRule follow(final Words words) {
        check(words.rest() == FOLLOW_WORDS, "words after the end");
        final FollowRule rule = new FollowRule(words.read(), words.read(), words.read());
        check(rule.isSound(), "rule of following volatilities");
        return rule;
    }

    private static List<ScenarioBlock> blocks(final Words words) {
        final int count = count(words, PARTS_MAX, "number of blocks");
        final List<ScenarioBlock> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            final String name = WordText.read(words);
            final int from = count(words, SCENARIOS_MAX, "block");
            blocks.add(new ScenarioBlock(name, from, count(words, SCENARIOS_MAX, "block")));
        }
        return List.copyOf(blocks);
    }

    private static List<RiskClass> classes(final Words words) {
        final int count = count(words, PARTS_MAX, "number of classes");
        final List<RiskClass> classes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            final String name = WordText.read(words);
            final long[] rates = new long[VolatilityRules.RATES];
            for (int r = 0; r < rates.length; r++) {
                rates[r] = within(words.read(), MOVE_MAX, "volatility rule");
            }
            classes.add(new RiskClass(name, VolatilityRules.of(rates)));
        }
        return List.copyOf(classes);
    }

    private static List<Underlying> underlyings(final Words words, final int classes) {
        final int count = count(words, UNDERLYINGS_MAX, "number of underlyings");
        final List<Underlying> underlyings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            final String symbol = WordText.read(words);
            final int classOf = count(words, classes - 1, "class");
            final int group = count(words, PARTS_MAX, "group");
            final long volume = words.read();
            check(volume >= 0, "daily volume");
            final long floor = words.read();
            check(floor > 0 && floor <= Rate.ONE, "floor of the volatility");
            underlyings.add(new Underlying(symbol, classOf, group, volume, floor));
        }
        return List.copyOf(underlyings);
    }

    /** Of each scenario: move or residual, change of volatility, change of the basis, damping. */
    private long[] figures(final Words words, final int count) {
        final long[] read = new long[FIGURES * count];
        for (int s = 0; s < count; s++) {
            final long move = within(words.read(), MOVE_MAX, "move");
            check(residuals[s] || move > -Rate.ONE, "move");
            read[FIGURES * s] = move;
            read[FIGURES * s + 1] = within(words.read(), MOVE_MAX, "change of volatility");
            read[FIGURES * s + 2] = within(words.read(), BASIS_MAX, "change of the basis");
            read[FIGURES * s + 3] = words.read();
            check(read[FIGURES * s + 3] >= 0 && read[FIGURES * s + 3] <= Rate.ONE, "damping");
        }
        return read;
    }

    private static int count(final Words words, final int most, final String what) {
        final long number = words.read();
        check(number >= 0 && number <= most, what);
        return (int) number;
    }

    private static long within(final long number, final long most, final String what) {
        check(number >= -most && number <= most, what);
        return number;
    }

    private static void check(final boolean holds, final String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " out of range");
        }
    }

    /**
     * Gives a pricer all scenarios of an underlying.
     *
     * @param underlying place of it.
     * @param indexPrice x 10^10.
     * @param sigma standard deviation of a day's return, a rate.
     * @param pricer takes them.
     */
    public void shocks(final int underlying, final long indexPrice, final long sigma, final LotPricer pricer) {
        pricer.underlying(
                indexPrice, classes.get(underlyings.get(underlying).classOf()).rules());
        final long[] of = figures[underlying];
        for (int s = 0; s < moves.length; s++) {
            if (residuals[s]) {
                pricer.residual(of[FIGURES * s], sigma, of[FIGURES * s + 1], of[FIGURES * s + 2], hours[s]);
            } else {
                pricer.move(of[FIGURES * s], moves[s], hours[s]);
            }
        }
    }

    /** {@return how volatilities follow prices} */
    public FollowRule follow() {
        return follow;
    }

    /**
     * How far a scenario moves an underlying.
     *
     * @param underlying place of it.
     * @param scenario from 0.
     * @return a rate: the relative change of the price; of a residual, its number of standard deviations.
     */
    public long move(final int underlying, final int scenario) {
        return figures[underlying][FIGURES * scenario];
    }

    /**
     * Whether a scenario moves prices by standard deviations.
     *
     * @param scenario from 0.
     * @return false when by a share of them.
     */
    public boolean isResidual(final int scenario) {
        return residuals[scenario];
    }

    /**
     * What a scenario does to volatilities.
     *
     * @param scenario from 0.
     * @return the move.
     */
    public VolatilityMove volatilityMove(final int scenario) {
        return moves[scenario];
    }

    /**
     * Time that passes in a scenario.
     *
     * @param scenario from 0.
     * @return hours.
     */
    public int hours(final int scenario) {
        return hours[scenario];
    }

    /**
     * Damping of an underlying's scenarios.
     *
     * @param underlying place of it.
     * @return share of each one's profit or loss that counts.
     */
    public long[] damping(final int underlying) {
        final long[] damping = new long[moves.length];
        for (int s = 0; s < damping.length; s++) {
            damping[s] = figures[underlying][FIGURES * s + 3];
        }
        return damping;
    }

    /**
     * The smallest move that is not 0, residuals apart: a row must be fine enough for it.
     *
     * @param underlying place of it.
     * @return a rate; 0 when nothing moves.
     */
    public long smallestMove(final int underlying) {
        long least = 0;
        for (int s = 0; s < moves.length; s++) {
            final long move = residuals[s] ? 0 : Math.abs(figures[underlying][FIGURES * s]);
            if (move != 0 && (least == 0 || move < least)) {
                least = move;
            }
        }
        return least;
    }

    /**
     * Place of an underlying.
     *
     * @param symbol of the asset.
     * @return from 0; -1 when the set does not have it.
     */
    public int find(final String symbol) {
        for (int u = 0; u < underlyings.size(); u++) {
            if (underlyings.get(u).symbol().equals(symbol)) {
                return u;
            }
        }
        return -1;
    }

    /** {@return name of the set} */
    public String name() {
        return name;
    }

    /** {@return version of the set} */
    public int version() {
        return version;
    }

    /** {@return number of scenarios} */
    public int count() {
        return moves.length;
    }

    /** {@return runs of scenarios that are measured together} */
    public List<ScenarioBlock> blocks() {
        return blocks;
    }

    /** {@return classes of underlyings} */
    public List<RiskClass> classes() {
        return classes;
    }

    /** {@return underlyings} */
    public List<Underlying> underlyings() {
        return underlyings;
    }

    /** {@return hash of the words that the set came as} */
    public long hash() {
        return hash;
    }
}
