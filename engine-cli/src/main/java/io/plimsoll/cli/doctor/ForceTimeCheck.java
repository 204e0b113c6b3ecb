package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** The disk makes a write safe soon. */
final class ForceTimeCheck implements Check {
    private static final long P50_MAX_NS = 10_000_000L;
    private static final long P99_MAX_NS = 100_000_000L;

    private final Path folder;
    private final Callable<ForceSample> sampler;

    ForceTimeCheck(final Path folder, final Callable<ForceSample> sampler) {
        this.folder = folder;
        this.sampler = sampler;
    }

    @Override
    public String name() {
        return "force time";
    }

    @Override
    public Finding look() {
        final ForceSample sample;
        try {
            sample = sampler.call();
        } catch (final Exception e) {
            return Finding.fail(
                    "cannot write in " + folder + ": " + e, "make the folder writable, or set another journal.folder");
        }
        final String found = sample.count() + " writes of 4 KiB in " + folder + ": p50 " + Amounts.nanos(sample.p50Ns())
                + ", p99 " + Amounts.nanos(sample.p99Ns()) + "; DURABLE waits for it, JOURNALED does not";
        return sample.p50Ns() > P50_MAX_NS || sample.p99Ns() > P99_MAX_NS
                ? Finding.warn(found, "use a local SSD, best with a protected write cache")
                : Finding.ok(found);
    }
}
