package io.plimsoll.lab.tape;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;

/** The data folder for tests: the system property {@code plimsoll.data}, or {@code ../shared/data} from here upwards. */
public final class DataFolders {
    private DataFolders() {}

    /** The data folder; skips the test, saying so, when there is none. */
    public static Path orSkip() {
        final String named = System.getProperty("plimsoll.data");
        final Optional<Path> folder = named == null ? DataFolder.findFrom(Path.of("")) : Optional.of(Path.of(named));
        assumeTrue(
                folder.isPresent() && HyperliquidTape.isIn(folder.get()),
                "skipped: no data folder; -Dplimsoll.data=DIR names it");
        return folder.get();
    }
}
