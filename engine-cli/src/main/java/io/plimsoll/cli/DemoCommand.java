package io.plimsoll.cli;

import io.plimsoll.cli.host.DemoEngine;
import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.lab.demo.DemoOptions;
import io.plimsoll.lab.demo.DemoResult;
import io.plimsoll.lab.demo.DemoRun;
import io.plimsoll.lab.demo.ProgressLine;
import io.plimsoll.lab.tape.BitstampTape;
import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.tape.Tapes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays weeks of a real exchange through the whole pipe. */
@Command(
        name = "demo",
        description = {
            "Plays weeks of a real exchange through the whole pipe.",
            "A client process, Aeron, the ring, the engine, the journal and its events; then it replays the journal in a"
                    + " fresh process and compares.",
            "Without a data folder it plays real trades that come with the build, with a made-up population."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  Play the trades that come with the build, then look at the accounts:",
            "    plimsoll demo --data none",
            "    plimsoll account ls --journal out/demo/journal --sort uni_mmr",
            "  Another population, in a folder of its own, for a log file:",
            "    plimsoll demo --data none --seed 7 --out /tmp/demo-7 --progress none"
        })
final class DemoCommand implements Callable<Integer> {
    private static final String NO_DATA = "none";

    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder; 'none': the trades that come with the build. Default: ../shared/data, if it is"
                            + " there")
    private Path data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the journal and the report, begun anew. Default: out/demo")
    private Path folder = Path.of("out", "demo");

    @Option(names = "--lines", paramLabel = "N", description = "Margin calls and triggers shown at most. Default: 20")
    private int lines = 20;

    @Option(names = "--seed", paramLabel = "N", description = "Of the made-up population. Default: 1")
    private long seed = 1;

    @Mixin
    private ProgressOption progress;

    DemoCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        final Tape tape = tape();
        final DemoOptions options = DemoOptions.of(folder).withScreenLines(lines);
        try (DemoEngine engine = new DemoEngine(folder, Main.class)) {
            final DemoResult result = new DemoRun(tape, options, engine, terminal.outStream(), display()).run();
            terminal.out()
                    .println("look around: plimsoll account ls --journal " + engine.journal() + " --sort uni_mmr");
            if (!result.replay().equal()) {
                return ExitCode.DIFFERENCE;
            }
            return result.isGood() ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    private Tape tape() {
        return data != null && data.toString().equals(NO_DATA)
                ? BitstampTape.load(seed)
                : Tapes.load(data, Path.of(System.getProperty("plimsoll.home", "")), seed);
    }

    private io.plimsoll.lab.demo.Progress display() {
        return progress.mode() == Progress.Mode.NONE
                ? io.plimsoll.lab.demo.Progress.NONE
                : new ProgressLine(
                        terminal.errStream(), progress.mode() == Progress.Mode.AUTO && terminal.errIsTerminal());
    }
}
