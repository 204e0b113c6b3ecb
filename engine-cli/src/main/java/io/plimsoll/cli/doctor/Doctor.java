package io.plimsoll.cli.doctor;

import io.plimsoll.cli.host.EngineSettings;
import io.plimsoll.cli.host.EngineTrial;
import io.plimsoll.config.EngineConfig;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.gateway.IdleMode;
import io.plimsoll.gateway.Layout;
import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.List;

/** All checks for an engine of one configuration on this machine. */
public final class Doctor {
    private static final long CLOCK_SAMPLE_NS = 200_000_000L;
    private static final int FORCES = 200;

    private Doctor() {}

    /**
     * The checks, in the order in which they are to be read.
     *
     * @param config of the engine.
     * @param machine it is to run on.
     * @return checks that have not looked yet.
     */
    public static List<Check> checks(final EngineConfig config, final Machine machine) {
        final GatewaySettings settings = EngineSettings.of(config, List.of());
        final Path journal = config.journal().folder();
        final Path journalNearest = machine.nearest(journal);
        final Path driver = Path.of(settings.aeron().directory());
        final Path driverParent = machine.nearest(driver.toAbsolutePath().getParent());
        final int sessions = config.sessions().max();
        return List.of(
                new JdkCheck(
                        machine,
                        Runtime.version().feature(),
                        System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor")),
                new OpensCheck(Opens.asked(), Opens::isOpen),
                new EngineCheck(journalNearest, () -> EngineTrial.start(journalNearest, driverParent)),
                new SharedMemoryCheck(machine, driver, config.aeron().termBytes(), sessions),
                new HeapCheck(machine, () -> EngineTrial.bytesOfState(config.limits())),
                new CoresCheck(machine, threads(settings.layout()), settings.idle() == IdleMode.SPIN),
                new ClockSourceCheck(machine),
                new ClockCheck(() -> ClockSample.take(CLOCK_SAMPLE_NS)),
                new ClockSyncCheck(machine),
                new HugePagesCheck(machine),
                new SwapCheck(machine),
                new OvercommitCheck(machine),
                new OpenFilesCheck(machine, sessions),
                new FileSystemCheck(machine, journal),
                new DiskSpaceCheck(machine, journal, config.journal().rollBytes()),
                new ForceTimeCheck(journalNearest, () -> ForceSample.take(journalNearest, FORCES)),
                new PortCheck(config.aeron().channel(), address -> new DatagramSocket(address).close()),
                new FolderCheck(machine, "journal", journal),
                new FolderCheck(machine, "driver", driver),
                new UmaskCheck(machine),
                new LockCheck(machine, journal));
    }

    private static int threads(final Layout layout) {
        return switch (layout) {
            case ONE -> 1;
            case TWO -> 2;
            case FOUR -> 4;
        };
    }
}
