package io.plimsoll.config;

import io.plimsoll.config.MarketsConfig.FeeSchedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads schedules of fees. */
final class FeeReader {
    private static final int SCHEDULES_MAX = 64;
    private static final int ID_MAX = 65_536;
    private static final int RATE_MAX_PPM = 100_000;

    private FeeReader() {}

    /** Schedules by id; they have a meaning only when nothing was reported. */
    static List<FeeSchedule> read(final Optional<Section> section) {
        final List<FeeSchedule> schedules = new ArrayList<>();
        section.ifPresent(given -> readAll(given, schedules));
        schedules.sort(Comparator.comparingInt(FeeSchedule::id));
        return List.copyOf(schedules);
    }

    private static void readAll(final Section section, final List<FeeSchedule> schedules) {
        final UniqueIds ids = new UniqueIds(ID_MAX);
        for (final String name : section.names()) {
            final Section entry = section.section(name);
            final int before = entry.reading().count();
            final FeeSchedule schedule = new FeeSchedule(
                    ids.take(entry, name),
                    name,
                    entry.value("maker").asPpm(-RATE_MAX_PPM, RATE_MAX_PPM),
                    entry.value("taker").asPpm(-RATE_MAX_PPM, RATE_MAX_PPM));
            entry.close();
            if (entry.reading().count() == before && schedule.makerPpm() + schedule.takerPpm() < 0) {
                entry.error(entry.name() + " pays one side more than the other pays; allowed: maker + taker from 0 %");
            }
            schedules.add(schedule);
        }
        if (schedules.size() > SCHEDULES_MAX) {
            section.error(section.name() + " has " + schedules.size() + " schedules; allowed: up to " + SCHEDULES_MAX);
        }
    }
}
