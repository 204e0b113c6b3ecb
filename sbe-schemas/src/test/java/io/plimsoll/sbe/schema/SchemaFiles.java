package io.plimsoll.sbe.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The committed files that must agree with the schema: golden bytes, ledger of ids, and the tables of `docs/WIRE.md`. They
 * are compared; with `-Dschema.write=true` they are written, except those of a released version.
 */
final class SchemaFiles {
    static final String HOW_TO_WRITE = "mvn -pl sbe-schemas test -Dschema.write=true";
    static final Path WIRE_PAGE = Path.of("..", "docs", "WIRE.md");
    static final String RELEASED = "# released: yes";

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static boolean toWrite = Boolean.getBoolean("schema.write");

    private SchemaFiles() {}

    static Path golden(final int version, final String message) {
        return RESOURCES.resolve(Path.of("golden", "v" + version, message + ".hex"));
    }

    static Path ledger(final int version) {
        return RESOURCES.resolve("ids-v" + version + ".txt");
    }

    static Path advice() {
        return RESOURCES.resolve("what-to-do.txt");
    }

    static List<Integer> goldenVersions() {
        return list(RESOURCES.resolve("golden")).stream()
                .map(folder -> Integer.valueOf(folder.getFileName().toString().substring(1)))
                .sorted()
                .toList();
    }

    static List<String> goldenFiles(final int version) {
        return list(RESOURCES.resolve(Path.of("golden", "v" + version))).stream()
                .map(Path::toString)
                .sorted()
                .toList();
    }

    /** The message that a golden file is about. */
    static String messageName(final String file) {
        final String name = Path.of(file).getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    static boolean isReleased(final int version) {
        return Files.exists(ledger(version)) && read(ledger(version).toString()).startsWith(RELEASED);
    }

    static String read(final String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The committed file must hold this text. */
    static void assertSame(final Path file, final String text) {
        writeOnceIfAsked();
        assertThat(file).as("missing; to write it: %s", HOW_TO_WRITE).exists();
        assertThat(read(file.toString()))
                .as("%s is not what the schema says; to write it: %s", file, HOW_TO_WRITE)
                .isEqualTo(text);
    }

    /** With `-Dschema.write=true` the first caller writes all files; every test that reads them calls this first. */
    static synchronized void writeOnceIfAsked() {
        if (!toWrite) {
            return;
        }
        toWrite = false;
        try {
            new SchemaWriter().write();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(final Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
