package io.plimsoll.cli;

import io.plimsoll.cli.view.RecordRange;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say which part of a journal: by sequence and by time. */
final class RangeOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--from-seq", paramLabel = "N", description = "First sequence. Default: 1")
    private Long fromSequence;

    @Option(names = "--to-seq", paramLabel = "N", description = "Last sequence. Default: the last one there is")
    private Long toSequence;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Nothing before this time, such as 2023-06-01T00:00:00Z. Default: the beginning")
    private Instant from;

    @Option(names = "--until", paramLabel = "TIME", description = "Nothing after this time. Default: the end")
    private Instant until;

    /** The part that all options together leave. */
    RecordRange range() {
        final long first = fromSequence == null ? 1 : Checks.atLeast(spec, "--from-seq", 1, fromSequence);
        final long last = toSequence == null ? Long.MAX_VALUE : Checks.atLeast(spec, "--to-seq", 1, toSequence);
        final long fromNs = from == null ? Long.MIN_VALUE : Checks.nanos(spec, "--from", from);
        final long untilNs = until == null ? Long.MAX_VALUE : Checks.nanos(spec, "--until", until);
        if (first > last) {
            throw new ParameterException(
                    spec.commandLine(), "--from-seq is " + first + ", after --to-seq, which is " + last);
        }
        if (fromNs > untilNs) {
            throw new ParameterException(
                    spec.commandLine(), "--from is " + from + ", after --until, which is " + until);
        }
        return new RecordRange(first, last, fromNs, untilNs);
    }
}
