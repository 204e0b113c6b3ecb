package io.plimsoll.lab.scenario;

import java.util.Locale;

/** What can be wrong with a price history. */
public enum IssueKind {
    /** A day stands in the file twice: the first row counts. */
    DUPLICATE_DATE,
    /** A row stands after one of a later day: rows are put in order. */
    OUT_OF_ORDER,
    /** Days are missing: they get no value; the return over them counts as one of so many days. */
    GAP,
    /** The close is blank, zero, negative or no number: the day is left out. */
    BAD_CLOSE,
    /** The close is not between low and high: the day is left out. */
    OUTSIDE_RANGE,
    /**
     * A move beyond 8 sigma that the next open takes back by more than half, or, in a file without opens, the next close by
     * more than 80 %: the day is left out.
     */
    BAD_TICK,
    /** After a break of a week or more the price is another by a factor of more than 5: the file ends before. */
    SYMBOL_REUSED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
