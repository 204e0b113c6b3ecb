package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A machine that is as a test says. */
final class FakeMachine implements Machine {
    private String os = "Linux";
    private int cores = 8;
    private long memory = 16L << 30;
    private long heapMax = 4L << 30;
    private final Map<Path, String> files = new HashMap<>();
    private final Map<Path, String> folders = new HashMap<>();
    private final Map<String, String> programs = new HashMap<>();
    private Optional<Space> space = Optional.of(new Space("ext4", 100L << 30, 100L << 30));
    private boolean writable = true;
    private Optional<String> lockName = Optional.empty();

    FakeMachine os(final String name) {
        os = name;
        return this;
    }

    FakeMachine cores(final int count) {
        cores = count;
        return this;
    }

    FakeMachine memory(final long bytes, final long heapBytes) {
        memory = bytes;
        heapMax = heapBytes;
        return this;
    }

    FakeMachine file(final String path, final String text) {
        files.put(Path.of(path), text);
        return this;
    }

    FakeMachine folder(final String path, final String permissions) {
        folders.put(Path.of(path), permissions);
        return this;
    }

    FakeMachine program(final String name, final String answer) {
        programs.put(name, answer);
        return this;
    }

    FakeMachine space(final String type, final long total, final long free) {
        space = Optional.of(new Space(type, total, free));
        return this;
    }

    FakeMachine withoutSpace() {
        space = Optional.empty();
        return this;
    }

    FakeMachine readOnly() {
        writable = false;
        return this;
    }

    FakeMachine lockName(final String name) {
        lockName = Optional.of(name);
        return this;
    }

    @Override
    public String os() {
        return os;
    }

    @Override
    public Optional<String> read(final Path file) {
        return Optional.ofNullable(files.get(file));
    }

    @Override
    public List<String> names(final Path folder) {
        return files.keySet().stream()
                .filter(file -> file.startsWith(folder) && !file.equals(folder))
                .map(file -> folder.relativize(file).getName(0).toString())
                .sorted()
                .toList();
    }

    @Override
    public Optional<String> run(final String... command) {
        return Optional.ofNullable(programs.get(command[0]));
    }

    @Override
    public int cores() {
        return cores;
    }

    @Override
    public long memory() {
        return memory;
    }

    @Override
    public long heapMax() {
        return heapMax;
    }

    @Override
    public Optional<Space> space(final Path folder) {
        return space;
    }

    @Override
    public boolean isFolder(final Path folder) {
        return folders.containsKey(folder);
    }

    @Override
    public boolean isWritable(final Path folder) {
        return writable;
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(final Path folder) {
        return Optional.ofNullable(folders.get(folder)).map(PosixFilePermissions::fromString);
    }

    @Override
    public Optional<String> lockName(final Path file) {
        return lockName;
    }
}
