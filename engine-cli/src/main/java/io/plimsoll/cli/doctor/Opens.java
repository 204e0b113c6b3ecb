package io.plimsoll.cli.doctor;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The packages that the manifest of the program's jar asks the JDK to open. */
final class Opens {
    private static final List<String> ASKED = List.of("Add-Opens", "Add-Exports");

    private Opens() {}

    /** The packages; none when the program does not run from a jar. */
    static List<String> asked() {
        try {
            final Path jar = Path.of(Opens.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(jar) ? asked(jar) : List.of();
        } catch (final IOException | URISyntaxException e) {
            return List.of();
        }
    }

    private static List<String> asked(final Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            final Attributes attributes = jar.getManifest().getMainAttributes();
            final List<String> packages = new ArrayList<>();
            for (final String name : ASKED) {
                final String value = attributes.getValue(name);
                packages.addAll(value == null ? List.of() : List.of(value.split(" ", -1)));
            }
            return packages;
        }
    }

    /** Whether code of this program can use what a package does not offer to everybody. */
    static boolean isOpen(final String moduleAndPackage) {
        final String[] parts = moduleAndPackage.split("/", 2);
        final Module ours = Opens.class.getModule();
        return ModuleLayer.boot()
                .findModule(parts[0])
                .map(module -> module.isOpen(parts[1], ours) || module.isExported(parts[1], ours))
                .orElse(false);
    }
}
