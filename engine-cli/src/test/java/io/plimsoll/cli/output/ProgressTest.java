package io.plimsoll.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void drawsABarOnATerminalAndTakesItAway() {
        try (Progress progress = new Progress(Progress.Mode.AUTO, terminal(true), "replay", "commands")) {
            clock.addAndGet(SECOND_NS);
            progress.at(500, 2_000);
            progress.at(600, 2_000);
        }

        final String bar = "replay [#######.......................] 25 %: 500 of 2,000 commands, 500/s, 3 s left";
        assertThat(said()).isEqualTo("\r" + bar + "\r" + " ".repeat(bar.length()) + "\r");
    }

    @Test
    void saysALineEveryFiveSecondsElsewhere() {
        try (Progress progress = new Progress(Progress.Mode.AUTO, terminal(false), "verify", "records")) {
            for (int second = 1; second <= 11; second++) {
                clock.addAndGet(SECOND_NS);
                progress.at(1_000L * second, 0);
            }
        }

        assertThat(said().lines()).containsExactly("verify: 5,000 records, 1,000/s", "verify: 10,000 records, 1,000/s");
    }

    @Test
    void drawsNoBarWhenPlainLinesAreWanted() {
        try (Progress progress = new Progress(Progress.Mode.PLAIN, terminal(true), "replay", "commands")) {
            clock.addAndGet(5 * SECOND_NS);
            progress.at(2_000, 1_000);
        }

        assertThat(said().lines()).containsExactly("replay 100 %: 2,000 of 1,000 commands, 400/s");
    }

    @Test
    void saysNothingWhenNothingIsWanted() {
        try (Progress progress = new Progress(Progress.Mode.NONE, terminal(true), "replay", "commands")) {
            clock.addAndGet(60 * SECOND_NS);
            progress.at(1, 2);
        }

        assertThat(said()).isEmpty();
    }

    @Test
    void saysTheTimeLeftInMinutes() {
        try (Progress progress = new Progress(Progress.Mode.PLAIN, terminal(false), "replay", "commands")) {
            clock.addAndGet(10 * SECOND_NS);
            progress.at(1_000, 8_501);
        }

        assertThat(said().lines()).containsExactly("replay 11 %: 1,000 of 8,501 commands, 100/s, 1 min 16 s left");
    }

    private Terminal terminal(final boolean errIsTerminal) {
        final PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, errIsTerminal, false, clock::get);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
