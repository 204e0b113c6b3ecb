package io.plimsoll.lab.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes of the basis of one underlying, a figure a row. Days without a change of their own take those of the other rows, one after
 * the other from the first on and from the start again: a zero would make the tail of a short history thinner than it was.
 */
final class BasisColumn {
    private BasisColumn() {}

    /** All zero when no row has a change. */
    static List<Double> of(final List<LocalDate> dates, final Map<LocalDate, Double> changes) {
        final List<Double> known =
                dates.stream().map(changes::get).filter(Objects::nonNull).toList();
        final List<Double> column = new ArrayList<>();
        int taken = 0;
        for (final LocalDate date : dates) {
            final Double change = changes.get(date);
            if (change != null) {
                column.add(change);
            } else {
                column.add(known.isEmpty() ? 0 : known.get(taken % known.size()));
                taken++;
            }
        }
        return column;
    }
}
