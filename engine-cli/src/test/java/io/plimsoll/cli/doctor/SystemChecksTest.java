package io.plimsoll.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of the operating system. */
class SystemChecksTest {
    private static final String CLOCK = "/sys/devices/system/clocksource/clocksource0/current_clocksource";
    private static final String HUGE_PAGES = "/sys/kernel/mm/transparent_hugepage/enabled";

    @ParameterizedTest
    @CsvSource({"tsc,OK", "kvm-clock,OK", "hpet,WARN", "acpi_pm,WARN", ",WARN"})
    void aClockSourceBehindTheKernelIsAWarning(final String source, final Verdict verdict) {
        final FakeMachine machine = source == null ? new FakeMachine() : new FakeMachine().file(CLOCK, source);

        assertThat(new ClockSourceCheck(machine).look().verdict()).isEqualTo(verdict);
    }

    @Test
    void whoKeepsTheClockIsAskedInTurn() {
        assertThat(new ClockSyncCheck(new FakeMachine().file("/run/systemd/timesync/synchronized", "")).look())
                .isEqualTo(Finding.ok("synchronised by systemd-timesyncd"));
        assertThat(new ClockSyncCheck(new FakeMachine().program("chronyc", "Stratum : 3\nLeap status     : Normal"))
                        .look())
                .isEqualTo(Finding.ok("synchronised by chrony"));
        assertThat(new ClockSyncCheck(new FakeMachine().program("chronyc", "Leap status     : Not synchronised"))
                        .look()
                        .verdict())
                .isEqualTo(Verdict.WARN);
        assertThat(new ClockSyncCheck(new FakeMachine().program("timedatectl", "yes")).look())
                .isEqualTo(Finding.ok("synchronised, says timedatectl"));
        assertThat(new ClockSyncCheck(new FakeMachine().program("timedatectl", "no"))
                        .look()
                        .verdict())
                .isEqualTo(Verdict.WARN);
        assertThat(new ClockSyncCheck(new FakeMachine()).look().found())
                .isEqualTo("unknown: neither timesyncd nor chrony answers");
    }

    @Test
    void hugePagesForEverythingAreAWarning() {
        assertThat(new HugePagesCheck(new FakeMachine().file(HUGE_PAGES, "always [madvise] never"))
                        .look()
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(new HugePagesCheck(new FakeMachine().file(HUGE_PAGES, "[always] madvise never")).look())
                .isEqualTo(Finding.warn("transparent huge pages: always", "echo madvise > " + HUGE_PAGES));
        assertThat(new HugePagesCheck(new FakeMachine()).look().verdict()).isEqualTo(Verdict.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "SwapTotal: 0 kB,60,OK,none",
        "SwapTotal: 1048576 kB,60,WARN,'1 GiB of swap, vm.swappiness 60'",
        "SwapTotal: 1048576 kB,1,OK,'1 GiB of swap, vm.swappiness 1'",
        "MemTotal: 1 kB,60,WARN,unknown: /proc/meminfo does not say"
    })
    void swapThatTheKernelLikesToUseIsAWarning(
            final String meminfo, final String swappiness, final Verdict verdict, final String found) {
        final FakeMachine machine =
                new FakeMachine().file("/proc/meminfo", meminfo).file("/proc/sys/vm/swappiness", swappiness);

        assertThat(new SwapCheck(machine).look())
                .extracting(Finding::verdict, Finding::found)
                .containsExactly(verdict, found);
    }

    @Test
    void strictOvercommitIsAWarning() {
        final String file = "/proc/sys/vm/overcommit_memory";

        assertThat(new OvercommitCheck(new FakeMachine().file(file, "0")).look())
                .isEqualTo(Finding.ok("vm.overcommit_memory 0"));
        assertThat(new OvercommitCheck(new FakeMachine().file(file, "2")).look().remedy())
                .isEqualTo("sysctl vm.overcommit_memory=0");
        assertThat(new OvercommitCheck(new FakeMachine()).look().verdict()).isEqualTo(Verdict.WARN);
    }

    /** 256 + 8 x 16 clients = 384. */
    @ParameterizedTest
    @CsvSource({"383,FAIL", "384,WARN", "4096,OK", "unlimited,OK", "none,WARN"})
    void clientsNeedOpenFiles(final String limit, final Verdict verdict) {
        final String limits = "Max processes   1   1   processes\nMax open files            " + limit + "    9 files";

        assertThat(new OpenFilesCheck(new FakeMachine().file("/proc/self/limits", limits), 16)
                        .look()
                        .verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"Umask:\t0077,OK", "Umask:\t0177,OK", "Umask:\t0022,WARN", "Name: x,WARN"})
    void newFilesAreForTheUserAlone(final String status, final Verdict verdict) {
        final FakeMachine machine = new FakeMachine().file("/proc/self/status", "Name:\tjava\n" + status);

        assertThat(new UmaskCheck(machine).look().verdict()).isEqualTo(verdict);
    }

    @Test
    void whoHasTheJournalOpenIsRead() {
        final String locks =
                "1: POSIX  ADVISORY  READ 11 fe:00:7 0 EOF\n2: POSIX  ADVISORY  WRITE 4711 fe:00:77 0 EOF\n";
        final Path journal = Path.of("/j");

        assertThat(new LockCheck(new FakeMachine().file("/proc/locks", locks).lockName("fe:00:77"), journal).look())
                .isEqualTo(Finding.ok("an engine has the journal open, process 4711"));
        assertThat(new LockCheck(new FakeMachine().file("/proc/locks", locks).lockName("fe:00:7"), journal).look())
                .isEqualTo(Finding.ok("free"));
        assertThat(new LockCheck(new FakeMachine(), journal).look().found()).startsWith("free: no engine");
    }

    @Test
    void whatOnlyLinuxCanTellIsNotCheckedElsewhere() {
        final FakeMachine machine = new FakeMachine().os("Mac OS X").folder("/j", "rwx------");
        final List<Check> checks = List.of(
                new ClockSourceCheck(machine),
                new ClockSyncCheck(machine),
                new HugePagesCheck(machine),
                new SwapCheck(machine),
                new OvercommitCheck(machine),
                new OpenFilesCheck(machine, 16),
                new UmaskCheck(machine),
                new LockCheck(machine, Path.of("/j")));

        assertThat(checks)
                .extracting(Check::look)
                .containsOnly(new Finding(Verdict.SKIP, "not checked on Mac OS X", ""));
    }
}
