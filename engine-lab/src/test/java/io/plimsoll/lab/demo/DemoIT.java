package io.plimsoll.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lab.tape.BitstampTape;
import io.plimsoll.lab.tape.DataFolders;
import io.plimsoll.lab.tape.HyperliquidTape;
import io.plimsoll.lab.tape.Tape;
import io.plimsoll.lab.venue.Compared;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    @TempDir
    private Path folder;

    private DemoResult play(final Tape tape, final String name) {
        return new DemoRun(
                        tape,
                        DemoOptions.of(folder.resolve(name)),
                        new ServerHost(folder.resolve(name)),
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        Progress.NONE)
                .run();
    }

    @Test
    void playsWeeksOfARealVenueThroughTheWholePipeAndAgreesWithItsLiquidations() {
        final DemoResult result = play(HyperliquidTape.load(DataFolders.orSkip()), "a");
        assertThat(result.replay().equal()).isTrue();
        assertThat(result.venue().agrees())
                .as(
                        "notional agrees at %d of %d",
                        result.venue().notionalAgrees(), result.venue().rows().size())
                .isTrue();
        assertThat(result.venue().rows())
                .filteredOn(row -> !row.notionalAgrees())
                .extracting(Compared::notionalCause)
                .noneMatch(String::isEmpty);
        assertThat(result.rejections()).isEmpty();
        assertThat(result.alarms()).isZero();
    }

    @Test
    void playsRealTradesWithoutADataFolderToTheSameStateInEveryRun() {
        final Tape tape = BitstampTape.load(7);
        final DemoResult result = play(tape, "a");
        assertThat(result.replay().equal()).isTrue();
        assertThat(result.marginCalls()).isNotEmpty();
        assertThat(result.triggers()).isNotEmpty();
        assertThat(result.rejections()).isEmpty();
        assertThat(play(tape, "b").stateHash()).isEqualTo(result.stateHash());
    }
}
