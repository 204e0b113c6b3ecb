package io.plimsoll.core.risk;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A tree of amounts, each the sum, the largest, the smallest or a multiple of others. A margin is computed in it, so that what decides is
 * what can be shown. Nodes are numbered from 0 in the order in which they are opened, parents before children.
 *
 * <p>Allocates only while it grows to its largest size.
 */
public abstract class AmountTree {
    /** No node, no scenario. */
    public static final int NONE = -1;

    private static final int INITIAL_CAPACITY = 256;

    private NodeKind[] kinds = new NodeKind[INITIAL_CAPACITY];
    private String[] names = new String[INITIAL_CAPACITY];
    private long[] keys = new long[INITIAL_CAPACITY];
    private long[] rates = new long[INITIAL_CAPACITY];
    private int[] parents = new int[INITIAL_CAPACITY];
    private int[] details = new int[INITIAL_CAPACITY];
    private int count;
    private int open = NONE;

    /** An empty tree. */
    protected AmountTree() {}

    /** Takes all nodes away. */
    public void clear() {
        count = 0;
        open = NONE;
    }

    /**
     * Opens a sum; what is added until {@link #close} are its children.
     *
     * @param name what it is.
     * @param key of what: an ordinal, an id, or 0.
     * @return the node.
     */
    public final int sum(final String name, final long key) {
        return open(NodeKind.SUM, name, key, 0);
    }

    /**
     * Opens a choice of the largest.
     *
     * @param name what it is.
     * @param key of what.
     * @return the node.
     */
    public final int max(final String name, final long key) {
        return open(NodeKind.MAX, name, key, 0);
    }

    /**
     * Opens a choice of the smallest.
     *
     * @param name what it is.
     * @param key of what.
     * @return the node.
     */
    public final int min(final String name, final long key) {
        return open(NodeKind.MIN, name, key, 0);
    }

    /**
     * Opens a multiple of one child, rounded up.
     *
     * @param name what it is.
     * @param key of what.
     * @param rate a negative one takes off.
     * @return the node.
     */
    public final int scale(final String name, final long key, final long rate) {
        return open(NodeKind.SCALE, name, key, rate);
    }

    /**
     * Closes the node that was opened last, and brings its amount into its parent.
     *
     * @return the node.
     */
    public final int close() {
        final int node = open;
        if (kinds[node] == NodeKind.SCALE) {
            scaleUp(node, rates[node]);
        }
        open = parents[node];
        giveToParent(node);
        return node;
    }

    private int open(final NodeKind kind, final String name, final long key, final long rate) {
        final int node = add(kind, name, key);
        rates[node] = rate;
        details[node] = NONE;
        open = node;
        return node;
    }

    /** Adds a node whose amount is 0; a subclass that adds a leaf sets it and calls {@link #giveToParent}. */
    final int add(final NodeKind kind, final String name, final long key) {
        if (count == kinds.length) {
            grow(2 * count);
        }
        final int node = count++;
        kinds[node] = kind;
        names[node] = name;
        keys[node] = key;
        parents[node] = open;
        details[node] = NONE;
        setZero(node);
        return node;
    }

    /** Notes the scenario or the child that a node's amount comes from. */
    final void detail(final int node, final int detail) {
        details[node] = detail;
    }

    final void giveToParent(final int node) {
        final int parent = parents[node];
        if (parent == NONE) {
            return;
        }
        if (kinds[parent] != NodeKind.MAX && kinds[parent] != NodeKind.MIN) {
            addTo(parent, node);
        } else if (details[parent] == NONE || decides(node, parent)) {
            details[parent] = node;
            copyTo(parent, node);
        }
    }

    private boolean decides(final int node, final int parent) {
        return kinds[parent] == NodeKind.MAX ? isLarger(node, parent) : isLarger(parent, node);
    }

    private void grow(final int capacity) {
        kinds = Arrays.copyOf(kinds, capacity);
        names = Arrays.copyOf(names, capacity);
        keys = Arrays.copyOf(keys, capacity);
        rates = Arrays.copyOf(rates, capacity);
        parents = Arrays.copyOf(parents, capacity);
        details = Arrays.copyOf(details, capacity);
        growAmounts(capacity);
    }

    /** {@return number of nodes} */
    public final int count() {
        return count;
    }

    /**
     * How a node's amount comes about.
     *
     * @param node the node.
     * @return its kind.
     */
    public final NodeKind kind(final int node) {
        return kinds[node];
    }

    /**
     * What a node is.
     *
     * @param node the node.
     * @return its name.
     */
    public final String name(final int node) {
        return names[node];
    }

    /**
     * Of what a node is.
     *
     * @param node the node.
     * @return an ordinal, an id, or 0.
     */
    public final long key(final int node) {
        return keys[node];
    }

    /**
     * Rate of a {@link NodeKind#SCALE}.
     *
     * @param node the node.
     * @return the rate.
     */
    public final long rate(final int node) {
        return rates[node];
    }

    /**
     * The node above.
     *
     * @param node the node.
     * @return its parent, or {@link #NONE}.
     */
    public final int parent(final int node) {
        return parents[node];
    }

    /**
     * The child that binds, of a {@link NodeKind#MAX} or {@link NodeKind#MIN}.
     *
     * @param node the node.
     * @return the child, or {@link #NONE} without children.
     */
    public final int binding(final int node) {
        return kinds[node] == NodeKind.MAX || kinds[node] == NodeKind.MIN ? details[node] : NONE;
    }

    /**
     * The scenario that a leaf's amount comes from.
     *
     * @param node the node.
     * @return its index, or {@link #NONE}.
     */
    public final int scenario(final int node) {
        return kinds[node] == NodeKind.LEAF ? details[node] : NONE;
    }

    /**
     * The scenario that a node's amount comes from most: of a sum that of the largest part which has one.
     *
     * @param node the node.
     * @return its index, or {@link #NONE}.
     */
    public final int bindingScenario(final int node) {
        return switch (kinds[node]) {
            case LEAF -> details[node];
            case SAME -> bindingScenario(details[node]);
            case MAX, MIN -> details[node] == NONE ? NONE : bindingScenario(details[node]);
            case SUM, SCALE -> scenarioOfLargest(node);
        };
    }

    private int scenarioOfLargest(final int node) {
        int largest = NONE;
        int scenario = NONE;
        for (int child = node + 1; child < count; child++) {
            if (parents[child] == node && (largest == NONE || isLarger(child, largest))) {
                final int found = bindingScenario(child);
                if (found != NONE) {
                    largest = child;
                    scenario = found;
                }
            }
        }
        return scenario;
    }

    /**
     * A leaf with an amount that was given.
     *
     * @param name what it is.
     * @param key of what.
     * @param amount signed.
     * @param exponent the amount is in 10^-exponent minor units of the margin currency.
     * @return the node.
     */
    public abstract int amount(String name, long key, long amount, int exponent);

    /**
     * A node with the amount of another.
     *
     * @param name what it is.
     * @param key of what.
     * @param other the other node.
     * @return the node.
     */
    public final int same(final String name, final long key, final int other) {
        final int node = add(NodeKind.SAME, name, key);
        details[node] = other;
        copyTo(node, other);
        giveToParent(node);
        return node;
    }

    /**
     * The node whose amount a {@link NodeKind#SAME} has.
     *
     * @param node the node.
     * @return the other node, or {@link #NONE}.
     */
    public final int other(final int node) {
        return kinds[node] == NodeKind.SAME ? details[node] : NONE;
    }

    /**
     * Amount of a node in minor units of the margin currency, exact.
     *
     * @param node the node.
     * @return its amount.
     */
    public abstract BigDecimal exact(int node);

    /**
     * Amount of a node in minor units of the margin currency, rounded up.
     *
     * @param node the node.
     * @return its amount.
     */
    public abstract long ceil(int node);

    abstract void setZero(int node);

    abstract void addTo(int node, int child);

    abstract void copyTo(int node, int other);

    abstract boolean isLarger(int node, int than);

    abstract void scaleUp(int node, long rate);

    abstract void growAmounts(int capacity);
}
