package io.plimsoll.config.scenario;

import java.util.List;

/**
 * Named stress: the worst windows of the past.
 *
 * @param volatilityDown what volatilities do when prices fall.
 * @param volatilityUp what they do in the rebound.
 * @param events in order of time.
 */
public record StressBlock(VolatilityMove volatilityDown, VolatilityMove volatilityUp, List<StressEvent> events) {
    /** Copies the list. */
    public StressBlock {
        events = List.copyOf(events);
    }
}
