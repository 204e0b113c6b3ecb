package io.plimsoll.gateway;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.journal.JournalSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Everything a live engine is started with.
 *
 * @param limits how much the engine has room for; part of the journal's identity.
 * @param journal where the journal lives and how it is written.
 * @param aeron how the engine is reached.
 * @param clock where time comes from.
 * @param tickNs silence after which a tick is sequenced, ns; wall clock only.
 * @param ringSlots commands between ingress and engine; a power of two. On one thread 256 are used at most.
 * @param outboundBytes bytes of events between engine and egress; a power of two.
 * @param layout on how many threads.
 * @param idle what they do when there is nothing to do.
 * @param checkpointEvery commands between two checkpoints; 0: only at an orderly stop.
 * @param sessionsMax clients at a time.
 * @param sessionTimeoutNs silence of a client after which its session ends, ns.
 * @param cancelAfterNs time without a session after which orders of a source that asked for it are cancelled, ns.
 * @param genesis frames of the host that define what the state does not know yet, in order.
 */
public record GatewaySettings(
        Limits limits,
        JournalSettings journal,
        AeronSettings aeron,
        ClockMode clock,
        long tickNs,
        int ringSlots,
        int outboundBytes,
        Layout layout,
        IdleMode idle,
        int checkpointEvery,
        int sessionsMax,
        long sessionTimeoutNs,
        long cancelAfterNs,
        List<byte[]> genesis) {
    private static final long MILLI_NS = 1_000_000L;

    /** Slots on one thread, which takes a round's commands off the ring before it puts the next ones on. */
    private static final int SLOTS_ON_ONE_THREAD = 256;

    /** Checks the ranges. */
    public GatewaySettings {
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(aeron, "aeron");
        if (Integer.bitCount(ringSlots) != 1 || Integer.bitCount(outboundBytes) != 1) {
            throw new IllegalArgumentException("ringSlots and outboundBytes must be powers of two");
        }
        if (checkpointEvery < 0 || sessionsMax < 1 || tickNs < 1 || sessionTimeoutNs < 1 || cancelAfterNs < 0) {
            throw new IllegalArgumentException(
                    "checkpointEvery and cancelAfterNs must not be negative; the others must be positive");
        }
        genesis = List.copyOf(genesis);
    }

    /**
     * How large the ring is made. The ring goes round its memory command by command: what is never full is small, so that it
     * stays in the nearest cache.
     *
     * @return commands between ingress and engine; a power of two.
     */
    int usedRingSlots() {
        return layout == Layout.ONE ? Math.min(ringSlots, SLOTS_ON_ONE_THREAD) : ringSlots;
    }

    /**
     * The usual: wall clock, a tick after 100 ms, one thread on few cores, a checkpoint every 10,000 commands.
     *
     * @param journalFolder of the journal.
     * @param aeronDirectory of the embedded media driver.
     * @return the settings.
     */
    public static GatewaySettings of(final Path journalFolder, final String aeronDirectory) {
        return new GatewaySettings(
                Limits.DEFAULT,
                JournalSettings.of(journalFolder),
                AeronSettings.embedded(aeronDirectory),
                ClockMode.WALL,
                100 * MILLI_NS,
                1 << 12,
                1 << 22,
                Layout.forCores(Runtime.getRuntime().availableProcessors()),
                IdleMode.YIELD,
                10_000,
                16,
                3_000 * MILLI_NS,
                5_000 * MILLI_NS,
                List.of());
    }

    /**
     * The same with another clock and other first definitions.
     *
     * @param newClock where time comes from.
     * @param newGenesis frames of the host.
     * @return the settings.
     */
    public GatewaySettings with(final ClockMode newClock, final List<byte[]> newGenesis) {
        return new GatewaySettings(
                limits,
                journal,
                aeron,
                newClock,
                tickNs,
                ringSlots,
                outboundBytes,
                layout,
                idle,
                checkpointEvery,
                sessionsMax,
                sessionTimeoutNs,
                cancelAfterNs,
                newGenesis);
    }

    /**
     * The same with other threads.
     *
     * @param newLayout on how many threads.
     * @param newIdle what they do when there is nothing to do.
     * @return the settings.
     */
    public GatewaySettings with(final Layout newLayout, final IdleMode newIdle) {
        return new GatewaySettings(
                limits,
                journal,
                aeron,
                clock,
                tickNs,
                ringSlots,
                outboundBytes,
                newLayout,
                newIdle,
                checkpointEvery,
                sessionsMax,
                sessionTimeoutNs,
                cancelAfterNs,
                genesis);
    }

    /**
     * The same with other limits and another journal.
     *
     * @param newLimits how much the engine has room for.
     * @param newJournal where the journal lives and how it is written.
     * @return the settings.
     */
    public GatewaySettings with(final Limits newLimits, final JournalSettings newJournal) {
        return new GatewaySettings(
                newLimits,
                newJournal,
                aeron,
                clock,
                tickNs,
                ringSlots,
                outboundBytes,
                layout,
                idle,
                checkpointEvery,
                sessionsMax,
                sessionTimeoutNs,
                cancelAfterNs,
                genesis);
    }

    /**
     * The same with other checkpoints.
     *
     * @param commands between two checkpoints; 0: only at an orderly stop.
     * @return the settings.
     */
    public GatewaySettings withCheckpointEvery(final int commands) {
        return new GatewaySettings(
                limits,
                journal,
                aeron,
                clock,
                tickNs,
                ringSlots,
                outboundBytes,
                layout,
                idle,
                commands,
                sessionsMax,
                sessionTimeoutNs,
                cancelAfterNs,
                genesis);
    }
}
