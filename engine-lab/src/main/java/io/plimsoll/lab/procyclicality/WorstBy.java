package io.plimsoll.lab.procyclicality;

import java.util.Comparator;

/** What makes a day of an account a bad one. */
public enum WorstBy {
    /** By how many times the margin rose; of equal ones the larger rise. */
    RATIO,
    /** By what amount it rose; of equal ones the larger ratio. */
    RISE;

    /** {@return the worst figure first, of equal ones the earliest day} */
    Comparator<DayFigure> figures() {
        return this == RATIO ? DayFigure.LARGEST_RATIO_FIRST : DayFigure.LARGEST_RISE_FIRST;
    }

    /** {@return the account with the worst day first, of equal ones by id} */
    Comparator<AccountProcyclicality> accounts() {
        return Comparator.comparing((AccountProcyclicality of) -> of.worst(this), figures())
                .thenComparing(AccountProcyclicality::account);
    }
}
