package io.plimsoll.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Collects what is wrong, so that one reading reports every error and not only the first. */
final class ErrorList {
    private final String file;
    private final List<ConfigError> errors = new ArrayList<>();

    ErrorList(final String file) {
        this.file = file;
    }

    void add(final Optional<Mark> mark, final String problem) {
        final int line = mark.map(at -> at.getLine() + 1).orElse(0);
        final int column = mark.map(at -> at.getColumn() + 1).orElse(0);
        errors.add(new ConfigError(file, line, column, problem));
    }

    int count() {
        return errors.size();
    }

    void throwIfAny() {
        if (!errors.isEmpty()) {
            errors.sort(Comparator.comparingInt(ConfigError::line).thenComparingInt(ConfigError::column));
            throw new ConfigException(errors);
        }
    }
}
