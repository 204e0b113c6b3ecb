package io.plimsoll.core.risk;

/**
 * Where a margin is computed: vectors of scenario profit and loss, by number, and the {@link AmountTree} that their measures go
 * into. There are two: {@link LongAccumulator} for the live engine, in the risk units that its limits prove to fit, and
 * {@link WideAccumulator}, exact at any precision. What stands above is written once against this.
 */
public abstract class Accumulator extends AmountTree {
    /** Has no vectors yet. */
    protected Accumulator() {}

    /**
     * Takes a vector that nobody uses, with every number 0.
     *
     * @param exponent one minor unit of the margin currency is 10^exponent risk units.
     * @return its number.
     */
    public abstract int take(int exponent);

    /**
     * Takes a vector that nobody uses, with the numbers and the risk unit of another.
     *
     * @param from the other, with scenarios.
     * @return its number.
     */
    public abstract int takeCopy(int from);

    /**
     * Takes a vector that nobody uses, with every number 0 and the risk unit of another.
     *
     * @param other the other, with scenarios.
     * @return its number.
     */
    public abstract int takeLike(int other);

    /**
     * The unit that vectors for a row must be kept apart by, where rows of different risk units come together.
     *
     * @param row to be added.
     * @return from 0, below 32; the same for rows that may go into one vector.
     */
    public abstract int unitOf(RiskRow row);

    /**
     * Takes a vector that has columns only: scenarios may be neither added nor measured.
     *
     * @param exponent one minor unit of the margin currency is 10^exponent risk units.
     * @return its number.
     */
    public abstract int takeColumns(int exponent);

    /**
     * Gives a vector back.
     *
     * @param vector to be taken by somebody else.
     */
    public abstract void giveBack(int vector);

    /**
     * Sets every number to 0.
     *
     * @param vector which.
     */
    public abstract void clear(int vector);

    /**
     * Adds lots of an instrument: columns and scenarios.
     *
     * @param vector to add to.
     * @param lots signed.
     * @param row of one lot, in the vector's risk unit.
     */
    public abstract void addTimes(int vector, long lots, RiskRow row);

    /**
     * Adds lots of an instrument with the next {@link #settle} at the latest, so that several rows can go into one pass. Until then
     * nobody may look at the vector or give it back, nor replace the row.
     *
     * @param vector to add to.
     * @param lots signed.
     * @param row of one lot, in the vector's risk unit.
     */
    public void addSoon(final int vector, final long lots, final RiskRow row) {
        addTimes(vector, lots, row);
    }

    /** Adds what {@link #addSoon} has left. */
    public void settle() {}

    /**
     * Adds lots of an instrument: columns only.
     *
     * @param vector to add to.
     * @param lots signed.
     * @param row of one lot, in the vector's risk unit.
     */
    public abstract void addColumns(int vector, long lots, RiskRow row);

    /**
     * Adds a vector to another, columns and scenarios, each number rounded towards minus infinity where the other's risk unit
     * is coarser: a loss is never made smaller.
     *
     * @param into to add to.
     * @param from to add.
     */
    public abstract void merge(int into, int from);

    /**
     * Adds the scenarios of a block: losses whole, of gains a share only.
     *
     * @param into to add to.
     * @param from to add; in the same risk unit.
     * @param block which scenarios.
     * @param share of a gain that counts, rounded down.
     * @param most largest gain that counts, in minor units.
     */
    public abstract void mergeGains(int into, int from, ScenarioBlock block, long share, long most);

    /**
     * Turns the value changes of a block into changes of a discounted value: with V the column {@link Column#VALUE} and v the
     * change under a scenario, the new change is {@code (V + v) f - V}, rounded down, where f depends on the sign of
     * {@code V + v}.
     *
     * @param vector to change.
     * @param block which scenarios.
     * @param positive factor of a positive value.
     * @param negative factor of a negative one.
     */
    public abstract void discount(int vector, ScenarioBlock block, long positive, long negative);

    /**
     * Makes every change of a block a loss of the same size.
     *
     * @param vector to change.
     * @param block which scenarios.
     */
    public abstract void alwaysLoss(int vector, ScenarioBlock block);

    /**
     * Lets a share only of each profit and loss of a block count, rounded down.
     *
     * @param vector to change.
     * @param block which scenarios.
     * @param shares one for each scenario of the set.
     */
    public abstract void dampen(int vector, ScenarioBlock block, long[] shares);

    /**
     * Adds a leaf: the worst loss of a block, negative when every scenario gains. Of equals the first scenario binds.
     *
     * @param name of the leaf.
     * @param key of the leaf.
     * @param vector to measure.
     * @param block which scenarios.
     * @return the node; {@link #scenario} says which one binds.
     */
    public abstract int worst(String name, long key, int vector, ScenarioBlock block);

    /**
     * Adds a leaf: the expected shortfall of a block of n equally likely scenarios. With {@code m = n (1 - level)},
     * {@code k = floor(m)} and {@code f = m - k} it is {@code (sum of the k worst losses + f x the next) / m}, rounded up. Of
     * equals the first scenario is the worse.
     *
     * @param name of the leaf.
     * @param key of the leaf.
     * @param vector to measure.
     * @param block which scenarios.
     * @param levelPpm level, below one million.
     * @return the node; {@link #scenario} is that of the worst loss.
     */
    public abstract int shortfall(String name, long key, int vector, ScenarioBlock block, int levelPpm);

    /**
     * Adds a leaf: the value at risk, the ceil(m)-th worst loss, m as in {@link #shortfall}.
     *
     * @param name of the leaf.
     * @param key of the leaf.
     * @param vector to measure.
     * @param block which scenarios.
     * @param levelPpm level, below one million.
     * @return the node; {@link #scenario} is that of the loss.
     */
    public abstract int valueAtRisk(String name, long key, int vector, ScenarioBlock block, int levelPpm);

    /**
     * Adds a leaf: a column, rounded up.
     *
     * @param name of the leaf.
     * @param key of the leaf.
     * @param vector to read.
     * @param column which.
     * @return the node.
     */
    public abstract int column(String name, long key, int vector, int column);

    /**
     * Adds a leaf: the loss under one scenario, negative for a gain, rounded up.
     *
     * @param name of the leaf.
     * @param key of the leaf.
     * @param vector to read.
     * @param scenario index in the set.
     * @return the node.
     */
    public abstract int loss(String name, long key, int vector, int scenario);

    /**
     * Adds a leaf: the absolute value of a column, rounded up.
     *
     * @param name of the leaf.
     * @param key of the leaf.
     * @param vector to read.
     * @param column which.
     * @return the node.
     */
    public abstract int size(String name, long key, int vector, int column);

    /**
     * Sign of a column.
     *
     * @param vector to read.
     * @param column which.
     * @return -1, 0 or 1.
     */
    public abstract int sign(int vector, int column);

    /**
     * Adds the columns of a vector to those of another in the same risk unit.
     *
     * @param into to add to.
     * @param from to add.
     */
    public abstract void mergeColumns(int into, int from);

    /**
     * The size of a column over an amount, as a rate rounded up.
     *
     * @param vector to read.
     * @param column which.
     * @param whole positive, in minor units.
     * @param most largest result.
     * @return the rate.
     */
    public abstract long ratio(int vector, int column, long whole, long most);
}
