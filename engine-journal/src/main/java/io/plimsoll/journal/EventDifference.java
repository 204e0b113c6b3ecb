package io.plimsoll.journal;

/**
 * The first place where replay made something else than the journal holds.
 *
 * @param generation in whose event queue the stored event is.
 * @param sequence of the command.
 * @param index of the event within it.
 * @param stored what the journal holds, decoded; or that it holds nothing.
 * @param replayed what replay made, decoded; or that it made nothing.
 */
public record EventDifference(int generation, long sequence, int index, String stored, String replayed) {}
