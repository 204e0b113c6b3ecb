package io.plimsoll.cli;

import io.plimsoll.cli.view.MessageNames;
import io.plimsoll.cli.view.RecordFilter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --type}, {@code --source} and {@code --account}: which records. */
final class SelectOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "Only messages of this name, such as Trade or StatusChanged, or 'command' or 'event'. May be"
                    + " repeated. Default: all")
    private List<String> types = List.of();

    @Option(
            names = "--source",
            paramLabel = "ID",
            split = ",",
            description = "Only commands of this source, and their events. May be repeated. Default: all")
    private List<Integer> sources = List.of();

    @Option(
            names = "--account",
            paramLabel = "ID",
            split = ",",
            description =
                    "Only records of which any field names this account, and the completions of such commands. May be"
                            + " repeated. Default: all")
    private List<Long> accounts = List.of();

    /** The filter that all options make. */
    RecordFilter filter() {
        return new RecordFilter(types(), Set.copyOf(sources), Set.copyOf(accounts));
    }

    /** The types as the schema writes them; empty: all. */
    Set<String> types() {
        final Set<String> known = new LinkedHashSet<>();
        try {
            types.forEach(type -> known.add(MessageNames.canonical(type)));
        } catch (final IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return known;
    }
}
