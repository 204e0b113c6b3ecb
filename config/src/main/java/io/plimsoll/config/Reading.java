package io.plimsoll.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects what is wrong, so that one reading reports every error and not only the first. */
public final class Reading {
    private final String file;
    private final List<ConfigError> errors = new ArrayList<>();

    /**
     * Nothing is wrong yet.
     *
     * @param file name, for errors without a place.
     */
    public Reading(final String file) {
        this.file = file;
    }

    /** Reports an error at the place that a mark names, which may be a file of defaults or an override. */
    void error(final Optional<Mark> mark, final String problem) {
        errors.add(Origins.error(mark, file, problem));
    }

    /** {@return number of errors so far} */
    public int count() {
        return errors.size();
    }

    /** Everything that is wrong, in the order of the file. */
    List<ConfigError> errors() {
        final List<ConfigError> sorted = new ArrayList<>(errors);
        sorted.sort(Comparator.comparingInt(ConfigError::line).thenComparingInt(ConfigError::column));
        return sorted;
    }

    /** Throws a {@link ConfigException} with all errors, if there is one. */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new ConfigException(errors());
        }
    }
}
