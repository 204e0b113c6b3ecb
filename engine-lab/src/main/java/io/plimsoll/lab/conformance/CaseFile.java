package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case file, read and checked as far as it is the same for all suites.
 *
 * @param name of the file.
 * @param suite that it belongs to.
 * @param root all of it.
 */
record CaseFile(String name, String suite, JsonNode root) {
    private static final String SCHEMA = "margin-cases/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads the files of a folder.
     *
     * @param folder with files, {@code *.json}.
     * @return the files by name.
     * @throws CaseException with everything that is wrong, a line each.
     */
    static List<CaseFile> readAll(final Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CaseException("'" + folder + "' is not a folder with case files");
        }
        final List<CaseFile> files = new ArrayList<>();
        final List<String> problems = new ArrayList<>();
        for (final Path path : paths(folder)) {
            try {
                files.add(read(path));
            } catch (final CaseException e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new CaseException(String.join("\n", problems));
        }
        if (files.isEmpty()) {
            throw new CaseException("'" + folder + "' has no case file; their names end in .json");
        }
        return files;
    }

    private static List<Path> paths(final Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw new CaseException("'" + folder + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static CaseFile read(final Path path) {
        final JsonNode root;
        try {
            root = JSON.readTree(path.toFile());
        } catch (final JsonProcessingException e) {
            throw new CaseException(
                    path + ":" + e.getLocation().getLineNr() + ":"
                            + e.getLocation().getColumnNr() + ": is not JSON: " + firstLine(e.getOriginalMessage()),
                    e);
        } catch (final IOException e) {
            throw new CaseException(path + ": cannot be read: " + e.getMessage(), e);
        }
        if (!root.isObject()) {
            throw new CaseException(path + ": is not a JSON object");
        }
        try {
            final String schema = Fields.text(root, "schema");
            if (!schema.equals(SCHEMA)) {
                throw new CaseException("'schema' is '" + schema + "'; allowed: " + SCHEMA);
            }
            checkLists(root);
            return new CaseFile(path.getFileName().toString(), Fields.text(root, "suite"), root);
        } catch (final CaseException e) {
            throw new CaseException(path + ": " + e.getMessage(), e);
        }
    }

    private static String firstLine(final String message) {
        return message.lines().findFirst().orElse("");
    }

    /** What holds cases must be a list, in the file and in each group of it. */
    private static void checkLists(final JsonNode owner) {
        owner.properties().forEach(field -> {
            final String key = field.getKey();
            if (key.equals("cases") || key.endsWith("_cases") || key.equals("sequences") || key.equals("rows")) {
                Fields.list(owner, key);
            } else if (key.equals("groups")) {
                field.getValue().forEach(CaseFile::checkLists);
            }
        });
    }
}
