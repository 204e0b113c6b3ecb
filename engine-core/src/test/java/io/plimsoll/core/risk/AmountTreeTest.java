package io.plimsoll.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmountTreeTest {
    private static final List<Accumulator> BOTH = List.of(new LongAccumulator(4), new WideAccumulator(4));

    @Test
    void aSumIsItsChildrenAndALargestNamesTheChildThatBinds() {
        for (final Accumulator tree : BOTH) {
            tree.clear();
            final int sum = tree.sum("sum", 7);
            tree.amount("a", 0, 5, 0);
            final int max = tree.max("max", 0);
            final int first = tree.amount("b", 0, 3, 0);
            tree.amount("c", 0, 3, 0);
            assertThat(tree.close()).isEqualTo(max);
            assertThat(tree.close()).isEqualTo(sum);
            assertThat(tree.exact(sum)).isEqualByComparingTo(BigDecimal.valueOf(8));
            assertThat(tree.binding(max)).as("the first of equals").isEqualTo(first);
            assertThat(tree.parent(max)).isEqualTo(sum);
            assertThat(tree.key(sum)).isEqualTo(7);
        }
    }

    @Test
    void aLargestOfNegativeAmountsIsNotZero() {
        for (final Accumulator tree : BOTH) {
            tree.clear();
            tree.max("max", 0);
            tree.amount("a", 0, -5, 0);
            tree.amount("b", 0, -3, 0);
            assertThat(tree.ceil(tree.close())).isEqualTo(-3);
        }
    }

    @Test
    void aMultipleIsRoundedUpInLongAndExactInWide() {
        final long third = Rate.ONE / 3;
        for (final Accumulator tree : BOTH) {
            tree.clear();
            tree.scale("third", 0, third);
            tree.amount("a", 0, 10, 0);
            assertThat(tree.ceil(tree.close())).isEqualTo(4);
        }
        assertThat(BOTH.get(0).exact(0)).isEqualByComparingTo("4");
        assertThat(BOTH.get(1).exact(0)).isEqualByComparingTo("3.33333333333333");
    }

    @Test
    void amountsFinerThanAMinorUnitAreRoundedUpInLong() {
        for (final Accumulator tree : BOTH) {
            tree.clear();
            assertThat(tree.ceil(tree.amount("a", 0, 1_001, 3))).isEqualTo(2);
            assertThat(tree.ceil(tree.amount("a", 0, -1_001, 3))).isEqualTo(-1);
            assertThat(tree.ceil(tree.amount("a", 0, 7, -3))).isEqualTo(7_000);
        }
    }

    @Test
    void itGrowsAndForgetsWhatItHeld() {
        for (final Accumulator tree : BOTH) {
            tree.clear();
            tree.sum("all", 0);
            for (int i = 0; i < 5_000; i++) {
                tree.amount("a", i, 1, 0);
            }
            assertThat(tree.ceil(tree.close())).isEqualTo(5_000);
            tree.clear();
            assertThat(tree.count()).isZero();
            tree.sum("all", 0);
            assertThat(tree.ceil(tree.close())).isZero();
        }
    }
}
