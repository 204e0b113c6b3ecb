package io.plimsoll.lab.tape;

import java.nio.file.Path;

/** Chooses the tape of the demo. */
public final class Tapes {
    private Tapes() {}

    /**
     * The tape of a data folder, or the one that comes with a library.
     *
     * @param dataFolder named by the user; null: look for one.
     * @param projectFolder where to look from.
     * @param seed of the made-up population, if one is needed.
     * @return the tape.
     * @throws TapeException when the folder that the user named has no tape, or the tape is bad.
     */
    public static Tape load(final Path dataFolder, final Path projectFolder, final long seed) {
        if (dataFolder != null) {
            return HyperliquidTape.load(dataFolder);
        }
        return DataFolder.findFrom(projectFolder)
                .filter(HyperliquidTape::isIn)
                .map(HyperliquidTape::load)
                .orElseGet(() -> BitstampTape.load(seed));
    }
}
