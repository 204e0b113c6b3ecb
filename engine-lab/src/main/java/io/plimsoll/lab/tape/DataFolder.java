package io.plimsoll.lab.tape;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the data folders are: real market data and published cases, which are not part of the project. */
public final class DataFolder {
    private static final Path DATA = Path.of("..", "shared", "data");
    private static final Path CASES = Path.of("..", "shared", "cases");

    private DataFolder() {}

    /**
     * Looks for {@code ../shared/data}, seen from a folder or from one above it.
     *
     * @param from where to begin, usually the folder of the project.
     * @return the data folder, if there is one.
     */
    public static Optional<Path> findFrom(final Path from) {
        return findFrom(from, DATA);
    }

    /**
     * Looks for {@code ../shared/cases}, seen from a folder or from one above it.
     *
     * @param from where to begin, usually the folder of the project.
     * @return the folder of published cases, if there is one.
     */
    public static Optional<Path> casesFrom(final Path from) {
        return findFrom(from, CASES);
    }

    private static Optional<Path> findFrom(final Path from, final Path wanted) {
        Path folder = from.toAbsolutePath().normalize();
        while (folder != null) {
            final Path found = folder.resolve(wanted).normalize();
            if (Files.isDirectory(found)) {
                return Optional.of(found);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }
}
