package io.plimsoll.lab.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lab.tape.BitstampTape.Print;
import io.plimsoll.lab.tape.TapeEvent.Fill;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BitstampTapeTest {
    @Test
    void findsAllTradesInTheLibrary() {
        final List<Print> prints = BitstampTape.prints();
        assertThat(prints).hasSize(100_000);
        // First line of the file: 1385337600,800.010000000000,0.100000000000
        assertThat(prints.get(0)).isEqualTo(new Print(1_385_337_600_000_000_000L, 80_001));
        assertThat(prints).extracting(Print::ticks).allMatch(ticks -> ticks >= 77_010 && ticks <= 116_300);
    }

    @Test
    void letsTheSamePopulationTradeForTheSameSeed() {
        final Tape tape = BitstampTape.load(7);
        assertThat(BitstampTape.load(7).events()).isEqualTo(tape.events());
        assertThat(BitstampTape.load(8).events()).isNotEqualTo(tape.events());
        assertThat(tape.source()).contains("seed 7");
        assertThat(tape.hasVenueList()).isFalse();
        assertThat(tape.coins().get(0).tickValue()).isEqualTo(1);
        assertThat(tape.events().size()).isGreaterThanOrEqualTo(100_000);
        assertThat(tape.fills()).isGreaterThan(10_000);
    }

    @Test
    void tradesAtRealPricesOnlyAndInOrderOfTime() {
        final List<Print> prints = BitstampTape.prints();
        int at = 0;
        for (final TapeEvent event : BitstampTape.load(3).events()) {
            while (prints.get(at).timeNs() < event.timeNs()) {
                at++;
            }
            assertThat(prints.get(at).timeNs()).isEqualTo(event.timeNs());
            if (event instanceof Fill fill) {
                final long timeNs = event.timeNs();
                int same = at;
                while (prints.get(same).ticks() != fill.ticks()) {
                    same++;
                    assertThat(prints.get(same).timeNs()).isEqualTo(timeNs);
                }
            }
        }
    }

    @Test
    void isTheTapeOfACloneWithoutADataFolder(@TempDir final Path folder) {
        assertThat(Tapes.load(null, folder, 5).name()).isEqualTo("bitstamp-2013");
        new TapeFolder(folder.resolve("shared/data"))
                .fills("10:00:00 A ETH Bid 2000 1 true")
                .write();
        assertThat(Tapes.load(null, folder.resolve("plimsoll"), 5).name()).isEqualTo("hyperliquid-2023");
        assertThat(Tapes.load(folder.resolve("shared/data"), folder, 5).name()).isEqualTo("hyperliquid-2023");
    }
}
