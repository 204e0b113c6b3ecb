package io.plimsoll.lab.scenario;

import java.time.LocalDate;
import java.util.Locale;

/** Days that people remember. Stress of a set is what prices did on them. */
public enum NamedEvent {
    /** The pandemic sell-off. */
    MARCH_2020("2020-03-12", "2020-03-11", "2020-03-14"),
    /** The ban on mining. */
    MAY_2021("2021-05-19", "2021-05-18", "2021-05-21"),
    /** The collapse of a stable coin and of the coin behind it. */
    LUNA_2022("2022-05-09", "2022-05-08", "2022-05-13"),
    /** The failure of an exchange. */
    FTX_2022("2022-11-09", "2022-11-07", "2022-11-10"),
    /** The largest day of liquidations. */
    OCTOBER_2025("2025-10-10", "2025-10-10", "2025-10-12");

    private final LocalDate date;
    private final LocalDate from;
    private final LocalDate to;

    NamedEvent(final String date, final String from, final String to) {
        this.date = LocalDate.parse(date);
        this.from = LocalDate.parse(from);
        this.to = LocalDate.parse(to);
    }

    /** {@return the day that gives the event its name, UTC} */
    public LocalDate date() {
        return date;
    }

    /** {@return first day that is looked at} */
    LocalDate from() {
        return from;
    }

    /** {@return last day that is looked at} */
    LocalDate to() {
        return to;
    }

    /** Whether a day in the form 2020-03-12, which orders as days do, is looked at. */
    boolean contains(final String day) {
        return day.compareTo(from.toString()) >= 0 && day.compareTo(to.toString()) <= 0;
    }

    boolean contains(final LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** {@return name in files, such as {@code march-2020}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
