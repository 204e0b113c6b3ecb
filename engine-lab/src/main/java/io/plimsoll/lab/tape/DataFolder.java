package io.plimsoll.lab.tape;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the data folder is: real market data that is not part of the project. */
public final class DataFolder {
    private static final Path DEFAULT = Path.of("..", "shared", "data");

    private DataFolder() {}

    /**
     * Looks for {@code ../shared/data}, seen from a folder or from one above it.
     *
     * @param from where to begin, usually the folder of the project.
     * @return the data folder, if there is one.
     */
    public static Optional<Path> findFrom(final Path from) {
        Path folder = from.toAbsolutePath().normalize();
        while (folder != null) {
            final Path data = folder.resolve(DEFAULT).normalize();
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }
}
