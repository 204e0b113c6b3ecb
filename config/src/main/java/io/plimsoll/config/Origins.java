package io.plimsoll.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The origin of a value is kept where YAML keeps it: in the mark of its node. An override has a mark too, whose name is
 * the variable or option and whose line is none.
 */
final class Origins {
    /** Begins the names of the files in the jar, so that no file of a user's is taken for one. */
    static final String SHIPPED = "the shipped ";

    private static final int NO_LINE = -1;

    private Origins() {}

    /** The mark of something that is not in a file. */
    static Mark outsideOfFiles(final String name) {
        return new Mark(name, 0, NO_LINE, NO_LINE, new int[0], 0);
    }

    static ConfigError error(final Optional<Mark> mark, final String file, final String problem) {
        return new ConfigError(
                mark.map(Mark::getName).orElse(file),
                mark.map(at -> at.getLine() + 1).orElse(0),
                mark.map(at -> at.getColumn() + 1).orElse(0),
                problem);
    }

    static Origin of(final Mark mark) {
        if (mark.getLine() == NO_LINE) {
            final Origin.Kind kind =
                    mark.getName().startsWith(Overrides.VARIABLE_START) ? Origin.Kind.ENVIRONMENT : Origin.Kind.OPTION;
            return new Origin(kind, mark.getName(), 0);
        }
        final boolean isShipped = mark.getName().startsWith(SHIPPED);
        return new Origin(isShipped ? Origin.Kind.DEFAULT : Origin.Kind.FILE, mark.getName(), mark.getLine() + 1);
    }
}
