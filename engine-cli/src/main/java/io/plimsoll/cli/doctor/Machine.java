package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Facts about the machine and this process. What cannot be told is empty. */
public interface Machine {
    /** {@return name of the operating system} */
    String os();

    /** {@return whether this is Linux, whose files in /proc and /sys most checks read} */
    default boolean isLinux() {
        return os().equals("Linux");
    }

    /**
     * A small text file.
     *
     * @param file to read.
     * @return its content, stripped.
     */
    Optional<String> read(Path file);

    /**
     * Names in a folder.
     *
     * @param folder to list.
     * @return the names in order; none when there is no such folder.
     */
    List<String> names(Path folder);

    /**
     * What a program says.
     *
     * @param command the program and its arguments.
     * @return its output, stripped; empty when it is not there or fails.
     */
    Optional<String> run(String... command);

    /** {@return cores this process may use} */
    int cores();

    /** {@return memory of the machine, in bytes; 0: unknown} */
    long memory();

    /** {@return largest heap of this process, in bytes} */
    long heapMax();

    /**
     * The file system below a folder.
     *
     * @param folder which is there.
     * @return type and space.
     */
    Optional<Space> space(Path folder);

    /**
     * Whether a folder is there.
     *
     * @param folder to look for.
     * @return true: a folder is there.
     */
    boolean isFolder(Path folder);

    /**
     * Whether this process may write to a folder.
     *
     * @param folder which is there.
     * @return true: it may.
     */
    boolean isWritable(Path folder);

    /**
     * Who may do what with a folder.
     *
     * @param folder which is there.
     * @return permissions in the sense of POSIX; empty where there are none such.
     */
    Optional<Set<PosixFilePermission>> permissions(Path folder);

    /**
     * Device and number of a file, as /proc/locks names them.
     *
     * @param file which may be there.
     * @return such as {@code fe:00:131077}.
     */
    Optional<String> lockName(Path file);

    /**
     * The folder, or the first one above it that is there.
     *
     * @param folder which may be there.
     * @return one that is there.
     */
    default Path nearest(final Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        while (path.getParent() != null && !isFolder(path)) {
            path = path.getParent();
        }
        return path;
    }

    /**
     * A file system.
     *
     * @param type such as ext4 or tmpfs.
     * @param total bytes.
     * @param free bytes that this process may take.
     */
    record Space(String type, long total, long free) {}
}
