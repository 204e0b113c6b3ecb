package io.plimsoll.cli.doctor;

import java.util.function.Supplier;

/** The clock is quick to read and runs forwards. */
final class ClockCheck implements Check {
    private static final long COST_MAX_NS = 200;
    private static final long GAP_MAX_NS = 20_000_000L;

    private final Supplier<ClockSample> sampler;

    ClockCheck(final Supplier<ClockSample> sampler) {
        this.sampler = sampler;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding look() {
        final ClockSample sample = sampler.get();
        final String found = "nanoTime takes " + Amounts.nanos(sample.costNs()) + "; in "
                + Amounts.nanos(sample.lookedNs()) + " the largest step back was " + Amounts.nanos(sample.backNs())
                + ", the largest forwards " + Amounts.nanos(sample.gapNs());
        if (sample.backNs() > 0) {
            return Finding.warn(found, "let chrony or ntpd slew the clock instead of setting it");
        }
        if (sample.costNs() > COST_MAX_NS) {
            return Finding.warn(found, "see 'clock source'");
        }
        return sample.gapNs() > GAP_MAX_NS
                ? Finding.warn(found, "the process was not run for that long: free cores, or isolate some for it")
                : Finding.ok(found);
    }
}
