package io.plimsoll.cli.stat;

import io.plimsoll.gateway.CounterReader;
import io.plimsoll.gateway.EngineCounter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A live engine as seen from outside at one moment.
 *
 * @param aeronDirectory where it was found.
 * @param values by counter.
 * @param nowMs when, ms since 1970.
 */
public record EngineStat(Path aeronDirectory, Map<EngineCounter, Long> values, long nowMs) {
    /** Silence after which an engine does not count as alive, ms. */
    public static final long SILENCE_MAX_MS = 5_000;

    private static final long SURELY_ALIVE_MS = 1_000;

    /**
     * Looks at an engine.
     *
     * @param aeronDirectory of its media driver.
     * @param ingressStream on which it takes commands.
     * @return what it shows.
     * @throws CounterReader.NotThere there is none, or no right to look.
     */
    public static EngineStat read(final Path aeronDirectory, final int ingressStream) throws CounterReader.NotThere {
        return new EngineStat(
                aeronDirectory, CounterReader.read(aeronDirectory, ingressStream), System.currentTimeMillis());
    }

    /**
     * Value of a counter.
     *
     * @param counter which.
     * @return its value; 0: the engine does not have it.
     */
    public long of(final EngineCounter counter) {
        return values.getOrDefault(counter, 0L);
    }

    /** {@return ms since the engine's agents last went round} */
    public long heartbeatAgeMs() {
        return Math.max(0, nowMs - of(EngineCounter.HEARTBEAT));
    }

    /** {@return ms since the engine became ready} */
    public long uptimeMs() {
        return Math.max(0, nowMs - of(EngineCounter.START_TIME));
    }

    /**
     * Whether the engine works. A killed one is known by its process before its silence tells.
     *
     * @return false when it was silent for {@link #SILENCE_MAX_MS} or its process is gone.
     */
    public boolean isAlive() {
        final long age = heartbeatAgeMs();
        return age <= SURELY_ALIVE_MS || (age <= SILENCE_MAX_MS && isProcessThere());
    }

    private boolean isProcessThere() {
        return ProcessHandle.of(of(EngineCounter.PROCESS))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    /**
     * How far something is behind the sequencer.
     *
     * @param counter one of the sequences.
     * @return commands.
     */
    public long behind(final EngineCounter counter) {
        return Math.max(0, of(EngineCounter.SEQUENCED) - of(counter));
    }

    /**
     * How full something is.
     *
     * @param fill what is in it.
     * @param size what it holds.
     * @return percent, rounded up, so that 0 is empty.
     */
    public long percent(final EngineCounter fill, final EngineCounter size) {
        return of(size) == 0 ? 0 : (of(fill) * 100 + of(size) - 1) / of(size);
    }

    /** {@return frames refused, for whatever cause} */
    public long refused() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().key().startsWith("refused_"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** {@return all figures under their stable names, with those made from them} */
    public Map<String, Object> fields() {
        final Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alive", isAlive());
        fields.put("heartbeat_age_ms", heartbeatAgeMs());
        fields.put("uptime_ms", uptimeMs());
        fields.put("aeron_dir", aeronDirectory.toString());
        values.forEach((counter, value) -> fields.put(counter.key(), value));
        fields.put("journal_lag_commands", behind(EngineCounter.JOURNALED));
        fields.put("apply_lag_commands", behind(EngineCounter.APPLIED));
        fields.put("release_lag_commands", behind(EngineCounter.RELEASED));
        fields.put("durable_lag_commands", behind(EngineCounter.DURABLE));
        fields.put("ring_fill_percent", percent(EngineCounter.RING_FILL, EngineCounter.RING_SIZE));
        fields.put("outbound_fill_percent", percent(EngineCounter.OUTBOUND_FILL, EngineCounter.OUTBOUND_SIZE));
        fields.put("frames_refused", refused());
        return fields;
    }
}
