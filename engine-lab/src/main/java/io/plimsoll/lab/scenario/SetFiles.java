package io.plimsoll.lab.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a set. */
public final class SetFiles {
    private SetFiles() {}

    /**
     * Writes all files under other names first and then renames them, the YAML file last: what stops half-way leaves a set
     * that is refused for its hash, never one that is half new.
     *
     * @param set to write.
     * @param folder made if need be.
     * @throws IOException when a file cannot be written.
     */
    public static void write(final BuiltSet set, final Path folder) throws IOException {
        Files.createDirectories(folder);
        final Map<Path, Path> written = new LinkedHashMap<>();
        for (final Map.Entry<String, String> file : set.files().entrySet()) {
            final Path path = folder.resolve(file.getKey());
            final Path part = folder.resolve(file.getKey() + ".part");
            Files.write(part, file.getValue().getBytes(StandardCharsets.UTF_8));
            written.put(part, path);
        }
        final List<Path> parts = new ArrayList<>(written.keySet());
        for (int i = parts.size() - 1; i >= 0; i--) {
            Files.move(parts.get(i), written.get(parts.get(i)), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
