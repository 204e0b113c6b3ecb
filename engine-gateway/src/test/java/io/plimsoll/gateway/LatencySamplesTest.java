package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencySamplesTest {
    private final TestCounters counters = new TestCounters();
    private final LatencySamples samples = new LatencySamples();

    @Test
    void measuresOneCommandInSixteen() {
        int sampled = 0;
        for (long sequence = 1; sequence <= 160; sequence++) {
            sampled += LatencySamples.isSampled(sequence) ? 1 : 0;
        }

        assertThat(sampled).isEqualTo(10);
    }

    @Test
    void showsWhatWasRecordedSinceTheLastLookAndKeepsItWhileNothingIs() {
        final long hourNs = 3_600_000_000_000L;
        samples.record(System.nanoTime() - hourNs);
        publish();
        // Nothing counts for longer than a minute, and two digits are kept.
        assertThat(counters.of("sequenced to applied, max, ns")).isBetween(60_000_000_000L, 60_600_000_000L);

        publish();
        assertThat(counters.of("sequenced to applied, max, ns")).isBetween(60_000_000_000L, 60_600_000_000L);

        samples.record(System.nanoTime());
        publish();
        assertThat(counters.of("sequenced to applied, max, ns")).isLessThan(60_000_000_000L);
    }

    private void publish() {
        samples.publish(
                counters.counters,
                EngineCounter.APPLIED_P50,
                EngineCounter.APPLIED_P99,
                EngineCounter.APPLIED_P999,
                EngineCounter.APPLIED_MAX);
    }
}
