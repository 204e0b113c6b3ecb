package io.plimsoll.cli;

import io.plimsoll.cli.doctor.Diagnosis;
import io.plimsoll.cli.doctor.Doctor;
import io.plimsoll.cli.doctor.ThisMachine;
import io.plimsoll.cli.doctor.Verdict;
import io.plimsoll.cli.output.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks the machine. */
@Command(
        name = "doctor",
        description = {
            "Checks whether this machine is fit to run an engine.",
            "JDK, shared memory, heap, cores, clock, disk, permissions, for this configuration. One line a check: OK, WARN or"
                    + " FAIL, what was found, and the remedy.",
            "It writes and forces a small file and starts a small engine where the journal is to be, for a second or"
                    + " two, and takes both away again. The journal itself is not touched."
        },
        exitCodeList = {
            "0:nothing is FAIL; with --strict, nothing is WARN either",
            "1:something is",
            "2:wrong usage or configuration"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  This machine, for what ships:",
            "    plimsoll doctor",
            "  For files and a folder of your own:",
            "    plimsoll doctor --config /etc/plimsoll/engine.yaml --journal /data/journal",
            "  For a script that wants no warnings either:",
            "    plimsoll doctor --strict --format json",
            "  What if the threads spun?",
            "    plimsoll doctor --set idle=busy --set threads=4"
        })
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigOptions configuration;

    @Option(names = "--strict", description = "A WARN counts as a FAIL for the exit code.")
    private boolean strict;

    @Mixin
    private FormatOption format;

    DoctorCommand(final Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        final Diagnosis diagnosis =
                new Diagnosis(Doctor.checks(configuration.load().engine(), new ThisMachine()));
        switch (format.format()) {
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
