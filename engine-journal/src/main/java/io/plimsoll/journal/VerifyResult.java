package io.plimsoll.journal;

import java.util.Optional;

/**
 * What a verification found.
 *
 * @param replay what was replayed, up to the end or to the difference.
 * @param eventsCompared events found the same, byte for byte.
 * @param difference the first difference, if there is one.
 */
public record VerifyResult(ReplayResult replay, long eventsCompared, Optional<EventDifference> difference) {}
