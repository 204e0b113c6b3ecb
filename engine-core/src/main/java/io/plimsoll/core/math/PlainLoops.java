package io.plimsoll.core.math;

/** The loops in plain Java. */
final class PlainLoops implements ArrayLoops {
    static final ArrayLoops LOOPS = new PlainLoops();

    private PlainLoops() {}

    @Override
    public BlackBlock black() {
        return new PlainBlackBlock();
    }

    @Override
    public Lowest lowest() {
        return new PlainLowest();
    }

    /** None at once: compilers make no vector instructions of a loop over several rows, so that one by one is faster. */
    @Override
    public RowSums rowSums() {
        return (sums, length, rows, lots, count) -> 0;
    }
}
