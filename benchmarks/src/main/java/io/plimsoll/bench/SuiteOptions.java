package io.plimsoll.bench;

import io.plimsoll.bench.suite.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How suites run: options of {@code run}, {@code compare} and of the process of each suite. */
final class SuiteOptions {
    private static final Path KERNELS = Path.of("../shared/spikes/c");
    private static final int ROUNDS = 20;
    private static final int ROUNDS_MAX = 1_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description =
                    "For the journals that are written meanwhile, on the disk to be measured. Default: in the folder of"
                            + " results. Deleted at the end.")
    private Path folder;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description =
                    "How often each figure is measured, 1 to 1,000. Default: 20. Fewer than 6 give no 95 %% interval.")
    private int rounds = ROUNDS;

    @Option(names = "--quick", description = "Little work: to see that everything runs, not to measure.")
    private boolean quick;

    @Option(
            names = "--profile",
            paramLabel = "NAMES",
            description = "JMH profilers for the suite 'engine', such as gc; separated by commas.")
    private String profilers = "";

    @Option(
            names = "--kernels",
            paramLabel = "DIR",
            description = "C sources of baselines. Default: ../shared/spikes/c, if it is there.")
    private Path kernels;

    Suite.Options of(final Path results) {
        if (rounds < 1 || rounds > ROUNDS_MAX) {
            throw new ParameterException(spec.commandLine(), "--rounds is " + rounds + "; allowed: 1 to " + ROUNDS_MAX);
        }
        if (kernels != null && !Files.isDirectory(kernels)) {
            throw new ParameterException(spec.commandLine(), "--kernels: no folder '" + kernels + "'");
        }
        final Path sources = kernels == null && Files.isDirectory(KERNELS) ? KERNELS : kernels;
        final Path parent = folder == null ? results : folder;
        return new Suite.Options(parent.resolve("journals"), rounds, quick, sources, profilers);
    }

    /** The same options for another process. */
    static List<String> arguments(final Suite.Options options) {
        final List<String> arguments = new ArrayList<>(List.of(
                "--folder", options.folder().getParent().toString(),
                "--rounds", Integer.toString(options.rounds()),
                "--profile", options.profilers()));
        if (options.isQuick()) {
            arguments.add("--quick");
        }
        if (options.kernels() != null) {
            arguments.addAll(List.of("--kernels", options.kernels().toString()));
        }
        return arguments;
    }
}
