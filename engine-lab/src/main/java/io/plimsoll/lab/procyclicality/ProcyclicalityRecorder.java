package io.plimsoll.lab.procyclicality;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Follows an engine while it is replayed. At the end of each UTC day, which is after the last command before midnight, it margins
 * what was held at the end of the day before; the engine is only looked at. What was held before the first day that has figures is
 * margined to the end.
 */
public final class ProcyclicalityRecorder {
    private static final long SECOND_NS = 1_000_000_000L;

    private final EngineState state;
    private final LocalDate from;
    private final LocalDate to;
    private final LongPredicate isAsked;
    private final Map<Long, List<DayFigure>> figures = new TreeMap<>();
    private final Map<Long, PeakAndTrough> extremes = new TreeMap<>();
    private final Set<LocalDate> withCommands = new HashSet<>();
    private LocalDate day;
    private DayEnd before;
    private HeldPortfolios first;
    private boolean isBegun;

    /** What was held at the end of a day, and what was asked for it then. */
    private record DayEnd(HeldPortfolios held, Map<Long, Long> margins) {}

    /**
     * Has seen nothing.
     *
     * @param engine that is replayed, empty still.
     * @param from first day, in UTC, that may have figures.
     * @param to last day.
     * @param isAsked which accounts, by id, are looked at.
     */
    public ProcyclicalityRecorder(
            final MarginEngine engine, final LocalDate from, final LocalDate to, final LongPredicate isAsked) {
        this.state = engine.state();
        this.from = from;
        this.to = to;
        this.isAsked = isAsked;
    }

    /**
     * The day of a moment.
     *
     * @param timeNs ns since 1970-01-01T00:00:00Z.
     * @return in UTC.
     */
    public static LocalDate dayOf(final long timeNs) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS)), ZoneOffset.UTC);
    }

    /**
     * The last moment of a day.
     *
     * @param day in UTC.
     * @return ns since 1970-01-01T00:00:00Z.
     */
    public static long endOf(final LocalDate day) {
        return day.plusDays(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * SECOND_NS - 1;
    }

    /**
     * A command is about to be applied.
     *
     * @param timeNs its time, ns since 1970-01-01T00:00:00Z.
     */
    public void command(final long timeNs) {
        if (day != null && timeNs <= endOf(day)) {
            return;
        }
        endDay();
        day = dayOf(timeNs);
    }

    /**
     * Ends when all commands up to the end of the last day were applied.
     *
     * @return what was seen.
     */
    public Procyclicality end() {
        endDay();
        final List<LocalDate> days = new ArrayList<>();
        final List<LocalDate> gaps = new ArrayList<>();
        for (LocalDate each = from; !each.isAfter(to); each = each.plusDays(1)) {
            if (withCommands.contains(each) && withCommands.contains(each.minusDays(1))) {
                days.add(each);
            } else if (!days.isEmpty()) {
                gaps.add(each);
            }
        }
        final List<AccountProcyclicality> accounts = new ArrayList<>();
        figures.forEach(
                (id, of) -> accounts.add(new AccountProcyclicality(id, of, Optional.ofNullable(extremes.get(id)))));
        return new Procyclicality(days, gaps, accounts);
    }

    private void endDay() {
        if (day == null || day.isBefore(from.minusDays(1)) || day.isAfter(to)) {
            return;
        }
        withCommands.add(day);
        final boolean hasFigures = withCommands.contains(day.minusDays(1));
        if (hasFigures) {
            compare();
        }
        if (hasFigures || isBegun) {
            holdOn();
        } else {
            hold();
        }
        isBegun |= hasFigures;
        final HeldPortfolios held = new HeldPortfolios(state, endOf(day.plusDays(1)));
        before = new DayEnd(held, marginsOf(held));
    }

    /** Begins with what is held now, to the last day: the next day may be the first one that has figures. */
    private void hold() {
        first = new HeldPortfolios(state, endOf(to));
        extremes.clear();
        marginsOf(first).forEach((id, margin) -> {
            if (margin > 0) {
                extremes.put(id, PeakAndTrough.of(day, margin));
            }
        });
    }

    private void holdOn() {
        final Map<Long, Long> now = marginsOf(first);
        extremes.keySet().retainAll(now.keySet());
        extremes.replaceAll((id, until) -> until.with(day, now.get(id)));
    }

    private Map<Long, Long> marginsOf(final HeldPortfolios held) {
        final Map<Long, Long> margins = held.initialMargins();
        margins.keySet().removeIf(id -> !isAsked.test(id));
        return margins;
    }

    private void compare() {
        final Map<Long, Long> now = marginsOf(before.held);
        before.margins.forEach((id, margin) -> {
            if (margin > 0 && now.containsKey(id)) {
                figures.computeIfAbsent(id, any -> new ArrayList<>()).add(new DayFigure(day, margin, now.get(id)));
            }
        });
    }
}
