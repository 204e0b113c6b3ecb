package io.plimsoll.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of shared memory, disk, folders and ports. */
class StorageChecksTest {
    private static final Path JOURNAL = Path.of("/data/journal");
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    /** 16 MiB, and 6 terms of 4 MiB for each of 16 clients: 400 MiB; for one client 40 MiB. */
    @ParameterizedTest
    @CsvSource({"tmpfs,400,OK", "tmpfs,399,WARN", "tmpfs,40,WARN", "tmpfs,39,FAIL", "ext4,400,WARN"})
    void sharedMemoryHasRoomForTheClients(final String type, final long freeMib, final Verdict verdict) {
        final FakeMachine machine =
                new FakeMachine().folder("/dev/shm", "rwxrwxrwx").space(type, GIB, freeMib * MIB);

        final Finding finding = new SharedMemoryCheck(machine, Path.of("/dev/shm/aeron-x"), 4 * MIB, 16).look();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.found())
                .isEqualTo(
                        "/dev/shm (" + type + ") has " + freeMib + " MiB free of 1 GiB; 16 clients take up to 400 MiB");
    }

    @Test
    void theDiskHasRoomForTheJournalToRoll() {
        assertThat(disk(20 * GIB).verdict()).isEqualTo(Verdict.OK);
        assertThat(disk(20 * GIB - 1).verdict()).isEqualTo(Verdict.WARN);
        assertThat(disk(2 * GIB).verdict()).isEqualTo(Verdict.WARN);
        assertThat(disk(2 * GIB - 1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(new DiskSpaceCheck(new FakeMachine().withoutSpace(), JOURNAL, GIB)
                        .look()
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    private static Finding disk(final long free) {
        return new DiskSpaceCheck(new FakeMachine().space("ext4", 100 * GIB, free), JOURNAL, GIB).look();
    }

    @ParameterizedTest
    @CsvSource({"ext4,OK", "xfs,OK", "tmpfs,FAIL", "nfs4,WARN", "fuse.sshfs,WARN", "overlay,WARN"})
    void aJournalInMemoryIsNone(final String type, final Verdict verdict) {
        final FakeMachine machine =
                new FakeMachine().folder("/data", "rwx------").space(type, GIB, GIB);

        final Finding finding = new FileSystemCheck(machine, JOURNAL).look();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.found()).startsWith(type + " at /data");
    }

    @Test
    void aSlowDiskIsAWarningAndOneThatRefusesIsAFailure() {
        assertThat(force(150_000, 2_000_000).found())
                .isEqualTo("200 writes of 4 KiB in /data/journal: p50 150 us, p99 2 ms; DURABLE waits for it, JOURNALED"
                        + " does not");
        assertThat(force(10_000_000, 100_000_000).verdict()).isEqualTo(Verdict.OK);
        assertThat(force(10_000_001, 100_000_000).verdict()).isEqualTo(Verdict.WARN);
        assertThat(force(10_000_000, 100_000_001).verdict()).isEqualTo(Verdict.WARN);
        assertThat(new ForceTimeCheck(JOURNAL, () -> {
                            throw new IOException("Read-only file system");
                        })
                        .look()
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    private static Finding force(final long p50Ns, final long p99Ns) {
        return new ForceTimeCheck(JOURNAL, () -> new ForceSample(200, p50Ns, p99Ns)).look();
    }

    @Test
    void forcesAreReallyMeasuredAndTheirFileIsTakenAway(@TempDir final Path folder) throws IOException {
        final ForceSample sample = ForceSample.take(folder, 100);

        assertThat(sample.p50Ns()).isPositive();
        assertThat(sample.p99Ns()).isGreaterThanOrEqualTo(sample.p50Ns());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPortMustBeFree() {
        assertThat(port("aeron:ipc", false)).isEqualTo(Finding.ok("IPC, no port"));
        assertThat(port("aeron:udp?endpoint=localhost:40123", false))
                .isEqualTo(Finding.ok("UDP localhost:40123 is free"));
        assertThat(port("aeron:udp?endpoint=[::1]:40123|mtu=1408", true).found())
                .isEqualTo("UDP [::1]:40123 cannot be listened on: Address already in use");
        assertThat(port("aeron:udp?endpoint=localhost:40123", true).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(port("aeron:udp?control=localhost:40124", false).verdict()).isEqualTo(Verdict.WARN);
        assertThat(port("nonsense", false).verdict()).isEqualTo(Verdict.FAIL);
    }

    private static Finding port(final String channel, final boolean taken) {
        return new PortCheck(channel, address -> {
                    assertThat(address.getPort()).isEqualTo(40123);
                    if (taken) {
                        throw new BindException("Address already in use");
                    }
                })
                .look();
    }

    @ParameterizedTest
    @CsvSource({"rwx------,OK", "rwxr-x---,WARN", "rwxr-xr-x,WARN", "rwxrwx---,FAIL", "rwx----w-,FAIL"})
    void aFolderIsForItsOwnerAlone(final String permissions, final Verdict verdict) {
        final Finding finding =
                new FolderCheck(new FakeMachine().folder("/data/journal", permissions), "journal", JOURNAL).look();

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.remedy()).isEqualTo(verdict == Verdict.OK ? "" : "chmod 700 /data/journal");
    }

    @Test
    void aFolderThatIsNotThereCanBeMadeOrNot() {
        final FakeMachine machine = new FakeMachine().folder("/data", "rwxr-xr-x");

        assertThat(new FolderCheck(machine, "journal", JOURNAL).look())
                .isEqualTo(Finding.ok("/data/journal is not there yet; it will be made in /data"));
        assertThat(new FolderCheck(machine.readOnly(), "journal", JOURNAL)
                        .look()
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }
}
