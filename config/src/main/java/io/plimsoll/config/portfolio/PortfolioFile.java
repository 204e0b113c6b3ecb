package io.plimsoll.config.portfolio;

import io.plimsoll.config.Reading;
import io.plimsoll.config.Section;
import io.plimsoll.config.YamlFile;
import java.nio.file.Path;

/** A portfolio file on disk. */
public final class PortfolioFile {
    private PortfolioFile() {}

    /**
     * Reads a portfolio file.
     *
     * @param path of the file.
     * @return what it says.
     * @throws io.plimsoll.config.ConfigException with everything that is wrong.
     */
    public static PortfolioText read(final Path path) {
        return read(YamlFile.read(path));
    }

    /**
     * Reads the text of a portfolio file.
     *
     * @param file its text.
     * @return what it says.
     * @throws io.plimsoll.config.ConfigException with everything that is wrong.
     */
    public static PortfolioText read(final YamlFile file) {
        final Reading reading = new Reading(file.name());
        final PortfolioText text = PortfolioReader.read(Section.of(reading, "", file.root(reading), null));
        reading.throwIfAny();
        return text;
    }
}
