package io.plimsoll.config.portfolio;

import io.plimsoll.config.ConfigError;
import io.plimsoll.config.Section;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where something stands in a file, for what is found to be wrong with it only later.
 *
 * @param file name of the file.
 * @param line from 1; 0: the file as a whole.
 * @param column from 1; 0: the file as a whole.
 */
public record Place(String file, int line, int column) {
    static Place of(final Section section, final String key) {
        final Optional<Mark> mark = section.markOf(key);
        return mark.map(at -> new Place(at.getName(), at.getLine() + 1, at.getColumn() + 1))
                .orElse(new Place("", 0, 0));
    }

    /**
     * An error here.
     *
     * @param problem what is wrong.
     * @return the error.
     */
    public ConfigError error(final String problem) {
        return new ConfigError(file, line, column, problem);
    }
}
