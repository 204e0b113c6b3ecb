package io.plimsoll.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used. Carries everything that is wrong with it, in the order of the file. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigError> errors;

    /**
     * All errors of one reading.
     *
     * @param errors at least one.
     */
    public ConfigException(final List<ConfigError> errors) {
        super(errors.stream().map(ConfigError::toString).collect(Collectors.joining(System.lineSeparator())));
        this.errors = List.copyOf(errors);
    }

    /**
     * What is wrong.
     *
     * @return at least one error, by line and column.
     */
    public List<ConfigError> errors() {
        return errors;
    }
}
