package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on the machine that runs the tests. What that machine is like is not for the test to say. */
class DoctorIT {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    @TempDir
    private Path folder;

    @Test
    void everyCheckGivesALineAndTheExitCodeIsThatOfTheWorst() throws Exception {
        final Outcome outcome = doctor("--journal", folder.resolve("journal").toString());

        final List<String> lines = outcome.out.lines().toList();
        assertThat(lines.get(0)).startsWith("VERDICT  CHECK");
        assertThat(lines.subList(1, lines.size() - 1)).hasSize(21).allSatisfy(line -> assertThat(line)
                .matches("(OK|WARN|FAIL|SKIP) +\\S.*"));
        assertThat(outcome.out)
                .contains("module opens    9 packages are open\n")
                .contains("engine          media driver, ring and journal start and stop in " + folder + "\n")
                .contains("port            IPC, no port\n");
        assertThat(outcome.code).isEqualTo(outcome.out.contains(" 0 FAIL") ? 0 : 1);
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        final Path journal = Files.createDirectories(folder.resolve("journal"));

        doctor("--journal", journal.toString());

        assertThat(journal).isEmptyDirectory();
    }

    @Test
    void aJournalInMemoryFails() throws Exception {
        assumeTrue(
                Files.isDirectory(SHARED_MEMORY)
                        && Files.getFileStore(SHARED_MEMORY).type().equals("tmpfs"),
                "there is no shared memory");
        final Outcome outcome =
                doctor("--journal", SHARED_MEMORY.resolve("no-such-journal").toString(), "--format", "json");

        assertThat(outcome.code).isEqualTo(1);
        assertThat(outcome.out)
                .contains("\"found\" : \"tmpfs at /dev/shm: gone with the power\"")
                .contains("\"remedy\" : \"set journal.folder to a folder on a disk\"");
    }

    @Test
    void aPortThatIsTakenFailsAndStrictCountsWarnings() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            final Outcome outcome = doctor(
                    "--strict",
                    "--journal",
                    folder.resolve("journal").toString(),
                    "--set",
                    "aeron.channel=aeron:udp?endpoint=127.0.0.1:" + taken.getLocalPort());

            assertThat(outcome.code).isEqualTo(1);
            assertThat(outcome.out).contains("UDP 127.0.0.1:" + taken.getLocalPort() + " cannot be listened on");
        }
    }

    @Test
    void wrongConfigurationIsSaidBeforeAnythingIsChecked() {
        final CommandLineRun run = CommandLineRun.of("doctor", "--set", "sessions.max=0");

        assertThat(run.err()).isEqualTo("error: --set sessions.max: sessions.max is 0; allowed: 1 to 1024\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }

    private Outcome doctor(final String... args) throws Exception {
        final List<String> command = new ArrayList<>(PlimsollProcess.packaged("doctor"));
        command.addAll(List.of(args));
        try (PlimsollProcess process = PlimsollProcess.start(folder, Map.of(), command)) {
            final int code = process.await();
            assertThat(process.err()).isEmpty();
            return new Outcome(code, process.out());
        }
    }

    private record Outcome(int code, String out) {}
}
