package io.plimsoll.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads {@code engine.yaml}. The ranges are those within which the engine can be started at all. */
final class EngineConfigReader {
    private static final int MILLION = 1_000_000;
    private static final long MILLISECOND_NS = 1_000_000L;
    private static final long HOUR_NS = 3_600_000L * MILLISECOND_NS;
    private static final long FORCE_INTERVAL_MAX = 60_000L * MILLISECOND_NS;
    private static final long BLOCK_MIN = 256L << 10;
    private static final long TERM_MIN = 64L << 10;
    private static final long BLOCK_MAX = 1L << 30;
    private static final int RING_MIN = 64;
    private static final int RING_MAX = 1 << 20;
    private static final int ID_MAX = 65_536;
    private static final int WINDOW_MAX = 65_536;
    private static final List<String> THREADS = List.of("auto", "1", "2", "4");

    /** The section that a file replaces as a whole. */
    static final String SOURCES = "sources";

    private EngineConfigReader() {}

    /** The configuration; it has a meaning only when nothing was reported. */
    static EngineConfig read(final Section root) {
        final EngineConfig config = new EngineConfig(
                limits(root.section("limits")),
                journal(root.section("journal")),
                aeron(root.section("aeron")),
                sessions(root.section("sessions")),
                sequencer(root.section("sequencer")),
                threads(root.value("threads")),
                root.value("idle").asChoice(EngineConfig.Idle.class),
                root.value("checkpoint-every").asInt(0, 1_000 * MILLION),
                sources(root.wholeSection(SOURCES)));
        root.close();
        return config;
    }

    private static EngineConfig.Threads threads(final Value value) {
        return switch (value.asChoice(THREADS)) {
            case "1" -> EngineConfig.Threads.ONE;
            case "2" -> EngineConfig.Threads.TWO;
            case "4" -> EngineConfig.Threads.FOUR;
            default -> EngineConfig.Threads.AUTO;
        };
    }

    private static EngineConfig.Limits limits(final Section section) {
        final EngineConfig.Limits limits = new EngineConfig.Limits(
                section.value("sources").asInt(1, 10_000),
                section.value("assets").asInt(1, 64),
                section.value("tier-tables").asInt(1, 10_000),
                section.value("instruments").asInt(1, 10_000),
                section.value("groups").asInt(1, 10 * MILLION),
                section.value("accounts").asInt(1, 10 * MILLION),
                section.value("positions-per-account").asInt(1, 128),
                section.value("open-orders").asInt(1, 1 << 26),
                section.value("open-orders-per-account").asInt(1, 10_000),
                section.value("trade-ids").asInt(1, 1 << 26));
        section.close();
        return limits;
    }

    private static EngineConfig.Journal journal(final Section section) {
        final EngineConfig.Journal journal = new EngineConfig.Journal(
                path(section.value("folder")),
                section.value("roll-bytes").asBytes(1L << 20, 1L << 30),
                powerOfTwoBytes(section.value("block-bytes"), BLOCK_MIN, BLOCK_MAX),
                section.value("force-interval").asNanos(0, FORCE_INTERVAL_MAX),
                section.value("event-force-interval").asNanos(0, FORCE_INTERVAL_MAX));
        section.close();
        return journal;
    }

    private static int powerOfTwoBytes(final Value value, final long min, final long max) {
        final long bytes = value.asBytes(min, max);
        if (Long.bitCount(bytes) != 1) {
            value.bad("is " + Units.bytesText(bytes) + "; allowed: a power of two from " + Units.bytesText(min) + " to "
                    + Units.bytesText(max));
        }
        return Math.toIntExact(bytes);
    }

    private static EngineConfig.Aeron aeron(final Section section) {
        final EngineConfig.Aeron aeron = new EngineConfig.Aeron(
                section.value("driver").asChoice(EngineConfig.Driver.class),
                directory(section.value("directory")),
                channel(section.value("channel")),
                section.value("ingress-stream").asInt(1, Integer.MAX_VALUE),
                powerOfTwoBytes(section.value("term-bytes"), TERM_MIN, BLOCK_MAX));
        section.close();
        return aeron;
    }

    private static Optional<Path> directory(final Value value) {
        return value.asText().equals("auto") ? Optional.empty() : Optional.of(path(value));
    }

    private static EngineConfig.Sessions sessions(final Section section) {
        final EngineConfig.Sessions sessions = new EngineConfig.Sessions(
                section.value("max").asInt(1, 1_024),
                section.value("timeout").asNanos(100 * MILLISECOND_NS, HOUR_NS),
                section.value("cancel-on-disconnect-after").asNanos(0, HOUR_NS));
        section.close();
        return sessions;
    }

    private static String channel(final Value value) {
        final String channel = value.asText();
        if (!channel.isEmpty() && !channel.startsWith("aeron:ipc") && !channel.startsWith("aeron:udp?")) {
            value.bad("is '" + channel + "'; allowed: aeron:ipc, or aeron:udp?... with its parameters");
        }
        return channel;
    }

    private static EngineConfig.Sequencer sequencer(final Section section) {
        final EngineConfig.Sequencer sequencer = new EngineConfig.Sequencer(
                section.value("clock").asChoice(EngineConfig.Clock.class),
                section.value("tick-after").asNanos(MILLISECOND_NS, HOUR_NS),
                ringSize(section.value("ring-size")),
                powerOfTwoBytes(section.value("outbound-bytes"), BLOCK_MIN, BLOCK_MAX));
        section.close();
        return sequencer;
    }

    private static int ringSize(final Value value) {
        final int size = value.asInt(RING_MIN, RING_MAX);
        if (Integer.bitCount(size) != 1) {
            value.bad("is " + size + "; allowed: a power of two from " + RING_MIN + " to " + RING_MAX);
        }
        return size;
    }

    private static List<EngineConfig.Source> sources(final Section section) {
        final List<EngineConfig.Source> sources = new ArrayList<>();
        final UniqueIds ids = new UniqueIds(ID_MAX);
        for (final String name : section.names()) {
            final Section source = section.section(name);
            sources.add(new EngineConfig.Source(
                    ids.take(source, name),
                    name,
                    source.value("role").asChoice(EngineConfig.Role.class),
                    source.value("ordering").asChoice(EngineConfig.Ordering.class),
                    source.value("window").asInt(1, WINDOW_MAX)));
            source.close();
        }
        sources.sort(Comparator.comparingInt(EngineConfig.Source::id));
        return List.copyOf(sources);
    }

    private static Path path(final Value value) {
        try {
            return Path.of(value.asText());
        } catch (final InvalidPathException e) {
            value.bad("is not a path: " + e.getReason());
            return Path.of("");
        }
    }
}
