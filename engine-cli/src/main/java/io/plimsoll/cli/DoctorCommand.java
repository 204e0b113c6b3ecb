package io.plimsoll.cli;

import io.plimsoll.cli.doctor.Diagnosis;
import io.plimsoll.cli.doctor.Doctor;
import io.plimsoll.cli.doctor.ThisMachine;
import io.plimsoll.cli.doctor.Verdict;
import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.config.EngineConfig;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the machine. */
@Command(
        name = "doctor",
        description = {
            "Checks whether this machine is fit to run an engine of this configuration: JDK, shared memory, heap, cores,"
                    + " clock, disk, permissions. One line a check: OK, WARN or FAIL, what was found, and the remedy.",
            "It writes and forces a small file and starts a small engine where the journal is to be, for a second or"
                    + " two, and takes both away again. The journal itself is not touched."
        },
        exitCodeList = {
            "0:nothing is FAIL; with --strict, nothing is WARN either",
            "1:something is",
            "2:wrong usage or" + " configuration"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "    plimsoll doctor",
            "    plimsoll doctor --config /etc/plimsoll/engine.yaml --journal /data/journal",
            "    plimsoll doctor --strict --format json",
            "    plimsoll doctor --set idle=busy --set threads=4"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigOptions configuration;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            description = "Folder of the journal; overrules the configuration. Default: journal.folder, out/journal")
    private Path journal;

    @Option(names = "--strict", description = "A WARN counts as a FAIL for the exit code.")
    private boolean strict;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), json or csv.")
    private Format format = Format.TABLE;

    DoctorCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final EngineConfig read = configuration.load().engine();
        final EngineConfig engine = journal == null ? read : read.withJournalFolder(journal);
        final Diagnosis diagnosis = new Diagnosis(Doctor.checks(engine, new ThisMachine()));
        switch (format) {
            case TABLE -> {
                format.write(diagnosis.lines(), terminal.out());
                terminal.out().println(diagnosis.summary());
                terminal.out().flush();
            }
            case JSON -> format.write(diagnosis.counted(), terminal.out());
            case CSV -> format.write(diagnosis.table(), terminal.out());
        }
        final boolean sound = diagnosis.count(Verdict.FAIL) == 0 && (!strict || diagnosis.count(Verdict.WARN) == 0);
        return sound ? ExitCode.OK : ExitCode.FAILURE;
    }
}
