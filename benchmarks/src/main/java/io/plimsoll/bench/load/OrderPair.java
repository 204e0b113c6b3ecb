package io.plimsoll.bench.load;

import io.plimsoll.core.engine.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Two {@link ChainOrders} in one engine; the first one sends. */
public final class OrderPair implements Scenario {
    private final ChainOrders first;
    private final ChainOrders second;

    /**
     * Of accounts with ids of their own.
     *
     * @param first whose order is placed.
     * @param second which is only there.
     */
    public OrderPair(final ChainOrders first, final ChainOrders second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public String name() {
        return first.name();
    }

    @Override
    public int accounts() {
        return first.accounts() + second.accounts();
    }

    @Override
    public Limits limits() {
        return first.limits();
    }

    @Override
    public List<CommandFrame> definitions() {
        final List<CommandFrame> frames = new ArrayList<>(ChainOrders.market());
        frames.addAll(first.members());
        frames.addAll(second.members());
        return frames;
    }

    @Override
    public List<CommandFrame> deposits() {
        final List<CommandFrame> frames = new ArrayList<>(first.deposits());
        frames.addAll(second.deposits());
        return frames;
    }

    @Override
    public void open(final Consumer<CommandFrame> send) {
        first.open(send);
        second.open(send);
    }

    @Override
    public CommandFrame next() {
        return first.next();
    }

    @Override
    public CommandFrame undo() {
        return first.undo();
    }
}
