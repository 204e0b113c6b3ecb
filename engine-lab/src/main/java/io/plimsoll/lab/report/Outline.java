package io.plimsoll.lab.report;

import java.util.List;

/**
 * An amount that opens to show what it is made of.
 *
 * @param label what it is.
 * @param amount how much, as text.
 * @param note how it comes about; empty: nothing to say.
 * @param isMarked whether it stands out among those beside it.
 * @param isOpen whether what it is made of is shown at first.
 * @param parts what it is made of.
 */
public record Outline(String label, String amount, String note, boolean isMarked, boolean isOpen, List<Outline> parts) {
    /** Copies the list. */
    public Outline {
        parts = List.copyOf(parts);
    }
}
