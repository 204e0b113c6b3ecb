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
}
