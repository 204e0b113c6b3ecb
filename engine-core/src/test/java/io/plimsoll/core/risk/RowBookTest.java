package io.plimsoll.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowBookTest {
    private static final int PLACE = 1;

    private final StateHash stateHash = new StateHash();
    private final RowBook book = new RowBook(2, 8, stateHash);
    private final RiskInstrument terms =
            new RiskInstrument(1, RiskKind.PERPETUAL, 0, 0, 0, 0, 0, Rate.ONE, new RiskRow(8, 0), CoinTiers.NONE);

    @Test
    void eachRevaluationDecidesTheWidthOfARowAnew() {
        for (final long number : new long[] {5, 1L << 40, 6, 7, 1L << 31, Integer.MAX_VALUE, 1L << 33, 1L << 34}) {
            Arrays.fill(book.draft(PLACE, terms, 0).row().values(), number);
            book.made(PLACE);
            book.switchOver(PLACE);
            final RiskRow row = book.at(PLACE).row();
            assertThat(row.isPacked()).as("%d", number).isEqualTo(number == (int) number);
            assertThat(sums(row)).as("%d", number).containsOnly(-3 * number);
            assertThat(book.hashFromScratch()).isEqualTo(stateHash.value());
        }
    }

    private static long[] sums(final RiskRow row) {
        final LongAccumulator tree = new LongAccumulator(8);
        final int vector = tree.take(0);
        tree.addTimes(vector, -3, row);
        return tree.numbers(vector);
    }
}
