package io.plimsoll.core.engine;

import io.plimsoll.core.risk.AmountTree;

/** What the check of an order found. Reused: valid until the next order. Free margin is in millionths of the margin currency. */
public final class OrderAnswer {
    private OrderCheck check = OrderCheck.NONE;
    private long freeMarginBefore;
    private long freeMarginAfter;
    private long largestLots;
    private int largestPpm;
    private int scenario = AmountTree.NONE;

    void clear() {
        check = OrderCheck.NONE;
        freeMarginBefore = 0;
        freeMarginAfter = 0;
        largestLots = 0;
        largestPpm = 0;
        scenario = AmountTree.NONE;
    }

    void found(final OrderCheck by, final long before, final long after) {
        check = by;
        freeMarginBefore = before;
        freeMarginAfter = after;
    }

    void refused(final long largest, final int bindingScenario) {
        largestLots = largest;
        scenario = bindingScenario;
    }

    void refusedTogether(final int largest, final int bindingScenario) {
        largestPpm = largest;
        scenario = bindingScenario;
    }

    /** {@return how it was checked} */
    public OrderCheck check() {
        return check;
    }

    /** {@return free margin with the orders that rested before} */
    public long freeMarginBefore() {
        return freeMarginBefore;
    }

    /** {@return free margin with this order as well: whatever part of whichever orders fills, no less is left} */
    public long freeMarginAfter() {
        return freeMarginAfter;
    }

    /** {@return of an order that is refused: the largest size that would pass now, in lots; 0: none} */
    public long largestLots() {
        return largestLots;
    }

    /**
     * Of orders that are refused together: the largest share of the lots of every one of them, whole lots of it, with which they
     * would pass now.
     *
     * @return share in millionths; 0: none with a lot of each.
     */
    public int largestPpm() {
        return largestPpm;
    }

    /** {@return of an order that is refused: index of the scenario that decides; {@link AmountTree#NONE}: none does} */
    public int scenario() {
        return scenario;
    }
}
