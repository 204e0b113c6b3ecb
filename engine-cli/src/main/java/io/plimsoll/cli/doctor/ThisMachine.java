package io.plimsoll.cli.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine this process runs on. */
public final class ThisMachine implements Machine {
    private static final long RUN_TIMEOUT_S = 5;

    @Override
    public String os() {
        return System.getProperty("os.name");
    }

    @Override
    public Optional<String> read(final Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<String> names(final Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (final IOException e) {
            return List.of();
        }
    }

    @Override
    public Optional<String> run(final String... command) {
        try {
            final Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(RUN_TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(said.strip()) : Optional.empty();
        } catch (final IOException e) {
            return Optional.empty();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    @Override
    public long heapMax() {
        return Runtime.getRuntime().maxMemory();
    }

    @Override
    public Optional<Space> space(final Path folder) {
        try {
            final FileStore store = Files.getFileStore(folder);
            return Optional.of(new Space(store.type(), store.getTotalSpace(), store.getUsableSpace()));
        } catch (final IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean isFolder(final Path folder) {
        return Files.isDirectory(folder);
    }

    @Override
    public boolean isWritable(final Path folder) {
        return Files.isWritable(folder);
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(final Path folder) {
        try {
            return Optional.of(Files.getPosixFilePermissions(folder));
        } catch (final IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Linux packs the device number: 12 bits major, 8 low and 12 high bits minor. */
    @Override
    public Optional<String> lockName(final Path file) {
        try {
            final long device = ((Number) Files.getAttribute(file, "unix:dev")).longValue();
            final long number = ((Number) Files.getAttribute(file, "unix:ino")).longValue();
            final long major = (device >>> 8) & 0xfff;
            final long minor = (device & 0xff) | ((device >>> 12) & 0xfff00);
            return Optional.of(String.format(Locale.ROOT, "%02x:%02x:%d", major, minor, number));
        } catch (final IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
