package io.plimsoll.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the doctor says of this process: JDK, memory, threads, clocks. */
class ProcessChecksTest {
    private static final long GIB = 1L << 30;

    @Test
    void theJdkMustBe17OrNewerAndANewerOneIsMentioned() {
        final FakeMachine machine = new FakeMachine()
                .file("/usr/lib/jvm/old/release", "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.1\"\n")
                .file("/usr/lib/jvm/new/release", "JAVA_VERSION=\"25\"\n");

        assertThat(new JdkCheck(machine, 25, "25, x").look()).isEqualTo(Finding.ok("25, x"));
        assertThat(new JdkCheck(machine, 17, "17, x").look()).isEqualTo(Finding.ok("17, x; JDK 25 is installed too"));
        assertThat(new JdkCheck(machine, 11, "11, x").look())
                .isEqualTo(Finding.fail("11, x", "install JDK 17 or newer, or set JAVA_HOME to one"));
    }

    @Test
    void aPackageThatIsNotOpenIsNamed() {
        final List<String> wanted = List.of("java.base/java.nio", "java.base/sun.nio.ch");
        final Predicate<String> all = name -> true;

        assertThat(new OpensCheck(wanted, all).look()).isEqualTo(Finding.ok("2 packages are open"));
        assertThat(new OpensCheck(wanted, name -> name.endsWith("nio")).look())
                .isEqualTo(Finding.fail(
                        "closed: java.base/sun.nio.ch", "start it with ./plimsoll or java -jar plimsoll.jar"));
        assertThat(new OpensCheck(List.of(), all).look().verdict()).isEqualTo(Verdict.SKIP);
    }

    @Test
    void thePackagesAreReallyLookedAt() {
        assertThat(Opens.isOpen("java.base/sun.nio.ch")).isTrue();
        assertThat(Opens.isOpen("java.base/sun.security.x509")).isFalse();
        assertThat(Opens.isOpen("no.such/thing")).isFalse();
    }

    @Test
    void anEngineThatDoesNotStartSaysWhy() {
        assertThat(new EngineCheck(Path.of("/j"), () -> "it starts").look()).isEqualTo(Finding.ok("it starts"));

        final Finding finding = new EngineCheck(Path.of("/j"), () -> {
                    throw new IOException("No space left on device\nmore");
                })
                .look();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.found())
                .isEqualTo(
                        "a small engine with its journal in /j does not start: IOException: No space left on device");
    }

    @Test
    void theHeapMustHoldTheStateTwice() {
        final FakeMachine machine = new FakeMachine().memory(16 * GIB, 4 * GIB);

        assertThat(new HeapCheck(machine, () -> 2 * GIB).look())
                .isEqualTo(
                        Finding.ok("an empty state of these limits takes 2 GiB; the largest heap is 4 GiB, the machine"
                                + " has 16 GiB"));
        assertThat(new HeapCheck(machine, () -> 2 * GIB + 1).look().verdict()).isEqualTo(Verdict.WARN);
        assertThat(new HeapCheck(machine, () -> {
                            throw new OutOfMemoryError();
                        })
                        .look()
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(new HeapCheck(new FakeMachine().memory(4 * GIB, 4 * GIB), () -> GIB).look())
                .extracting(Finding::verdict, Finding::remedy)
                .containsExactly(Verdict.WARN, "leave a quarter of the memory to mapped files: set a smaller -Xmx");
    }

    @Test
    void threadsThatSpinNeedCoresOfTheirOwn() {
        assertThat(new CoresCheck(new FakeMachine().cores(2), 1, false).look())
                .isEqualTo(Finding.ok("2 cores for 1 thread of the pipeline, the driver and the clients"));
        assertThat(new CoresCheck(new FakeMachine().cores(6), 4, true).look().verdict())
                .isEqualTo(Verdict.OK);
        assertThat(new CoresCheck(new FakeMachine().cores(5), 4, true).look().remedy())
                .isEqualTo("set idle: backoff, or fewer threads, or give it 6 cores");
        assertThat(new CoresCheck(new FakeMachine().cores(3), 4, false).look().verdict())
                .isEqualTo(Verdict.WARN);
    }

    @Test
    void aClockThatRunsBackwardsOrIsSlowIsAWarning() {
        assertThat(clock(25, 0, 1_500).found())
                .isEqualTo(
                        "nanoTime takes 25 ns; in 200 ms the largest step back was 0 ns, the largest forwards 1.5 us");
        assertThat(clock(25, 0, 1_500).verdict()).isEqualTo(Verdict.OK);
        assertThat(clock(25, 1, 1_500).remedy()).contains("chrony");
        assertThat(clock(201, 0, 1_500).remedy()).isEqualTo("see 'clock source'");
        assertThat(clock(25, 0, 20_000_001).remedy()).contains("free cores");
    }

    private static Finding clock(final long costNs, final long backNs, final long gapNs) {
        return new ClockCheck(() -> new ClockSample(costNs, 200_000_000, backNs, gapNs)).look();
    }

    @Test
    void theClocksOfThisMachineAreReallyLookedAt() {
        final ClockSample sample = ClockSample.take(1_000_000);

        assertThat(sample.costNs()).isPositive();
        assertThat(sample.gapNs()).isPositive();
    }

    @Test
    void amountsAreRoundedDownToATenthOfAUnit() {
        assertThat(List.of(Amounts.bytes(0), Amounts.bytes(1_023), Amounts.bytes(1_536), Amounts.bytes(400L << 20)))
                .containsExactly("0 B", "1023 B", "1.5 KiB", "400 MiB");
        assertThat(List.of(Amounts.nanos(999), Amounts.nanos(1_999), Amounts.nanos(90_000_000_000L)))
                .containsExactly("999 ns", "1.9 us", "90 s");
    }
}
