package io.plimsoll.bench;

import io.plimsoll.bench.suite.Suite;
import io.plimsoll.bench.suite.Suites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which suites there are. */
@Command(name = "list", description = "Says which suites there are.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        for (final Suite suite : Suites.all()) {
            spec.commandLine().getOut().printf("%-12s %s%n", suite.name(), suite.about());
        }
        spec.commandLine().getOut().flush();
    }
}
