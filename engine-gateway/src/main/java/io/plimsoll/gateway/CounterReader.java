package io.plimsoll.gateway;

import io.aeron.CncFileDescriptor;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.CountersReader;

/** Reads a live engine's counters from outside: the media driver's file, read-only, by type id and never by label. */
public final class CounterReader {
    private CounterReader() {}

    /** Why there is nothing to read. */
    public static final class NotThere extends Exception {
        private static final long serialVersionUID = 1L;

        NotThere(final String message) {
            super(message);
        }
    }

    /**
     * Reads all counters of an engine as they are now.
     *
     * @param aeronDirectory of the media driver.
     * @param ingressStream stream on which the engine takes commands; tells engines on one driver apart.
     * @return value by counter; those that an older engine does not have are missing.
     * @throws NotThere no media driver, no engine on it, or no right to look.
     */
    public static Map<EngineCounter, Long> read(final Path aeronDirectory, final int ingressStream) throws NotThere {
        final Path file = aeronDirectory.resolve(CncFileDescriptor.CNC_FILE);
        final MappedByteBuffer mapped = map(aeronDirectory, file);
        try {
            final UnsafeBuffer metaData = CncFileDescriptor.createMetaDataBuffer(mapped);
            final int version = metaData.getIntVolatile(CncFileDescriptor.cncVersionOffset(0));
            if (version == 0 || !CncFileDescriptor.isCncFileLengthSufficient(metaData, mapped.capacity())) {
                throw new NotThere("the media driver in '" + aeronDirectory + "' is only starting");
            }
            CncFileDescriptor.checkVersion(version);
            final CountersReader counters = new CountersReader(
                    CncFileDescriptor.createCountersMetaDataBuffer(mapped, metaData),
                    CncFileDescriptor.createCountersValuesBuffer(mapped, metaData));
            return read(counters, aeronDirectory, ingressStream);
        } finally {
            BufferUtil.free(mapped);
        }
    }

    /** An engine that went away leaves its counters for a while; the latest one's count. */
    private static Map<EngineCounter, Long> read(
            final CountersReader counters, final Path aeronDirectory, final int ingressStream) throws NotThere {
        final Map<Long, Map<EngineCounter, Long>> byOwner = new HashMap<>();
        counters.forEach((counterId, typeId, key, label) -> {
            final EngineCounter counter = EngineCounter.byTypeId(typeId);
            if (counter != null && CounterKey.isReadable(key) && CounterKey.ingressStream(key) == ingressStream) {
                byOwner.computeIfAbsent(
                                counters.getCounterOwnerId(counterId), owner -> new EnumMap<>(EngineCounter.class))
                        .put(counter, counters.getCounterValue(counterId));
            }
        });
        Map<EngineCounter, Long> latest = null;
        for (final Map<EngineCounter, Long> values : byOwner.values()) {
            if (latest == null || startOf(values) > startOf(latest)) {
                latest = values;
            }
        }
        if (latest == null) {
            throw new NotThere("there is a media driver in '" + aeronDirectory
                    + "', but no engine on it that takes commands on stream " + ingressStream);
        }
        return Collections.unmodifiableMap(latest);
    }

    private static long startOf(final Map<EngineCounter, Long> values) {
        return values.getOrDefault(EngineCounter.START_TIME, 0L);
    }

    private static MappedByteBuffer map(final Path aeronDirectory, final Path file) throws NotThere {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < CncFileDescriptor.META_DATA_LENGTH) {
                throw new NotThere("the media driver in '" + aeronDirectory + "' is only starting");
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } catch (final AccessDeniedException denied) {
            throw new NotThere(
                    "no right to look into '" + denied.getFile() + "'; run this as the user that runs the engine");
        } catch (final IOException failure) {
            if (Files.isDirectory(aeronDirectory) && !Files.isReadable(aeronDirectory)) {
                throw new NotThere(
                        "no right to look into '" + aeronDirectory + "'; run this as the user that runs the engine");
            }
            throw new NotThere("no media driver in '" + aeronDirectory + "': no engine is running there");
        }
    }
}
