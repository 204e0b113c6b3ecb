package io.plimsoll.lab.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Published numbers, where a folder {@code shared/cases} lies beside or above the project. */
final class CasesFolder {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private CasesFolder() {}

    /** A file of the folder; skips the test, saying so, when there is none. Decimals are read exactly. */
    static JsonNode read(final String name) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null
                && !Files.isRegularFile(folder.resolve("shared/cases").resolve(name))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "skipped: no shared/cases/" + name + " here; published numbers are not compared");
        return MAPPER.readTree(Files.readString(folder.resolve("shared/cases").resolve(name)));
    }
}
