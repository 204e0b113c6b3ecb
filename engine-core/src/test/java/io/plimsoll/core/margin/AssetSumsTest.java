package io.plimsoll.core.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetSumsTest {
    private static final long MAX = 1_000;

    private final Asset dollar = asset(0);
    private final Asset bitcoin = asset(1);
    private final Asset ether = asset(2);
    private final AssetSums sums = new AssetSums(3, MAX);

    private static Asset asset(final int ordinal) {
        return new Asset(10 + ordinal, ordinal, new Symbol(0x435442, 0), 8, false, new Haircuts(0, 0, 0));
    }

    @Test
    void whatIsTriedIsTakenBackAndWhatWasThereBeforeStays() {
        sums.add(bitcoin, 5);
        sums.settle();
        for (int i = 0; i < 2; i++) {
            sums.add(bitcoin, 7);
            sums.add(ether, 3);
            assertThat(of(dollar, bitcoin, ether)).containsExactly(0L, 12L, 3L);
            sums.takeBack();
            assertThat(of(dollar, bitcoin, ether)).containsExactly(0L, 5L, 0L);
        }
    }

    @Test
    void listsEachAssetOnceInTheOrderOfItsFirstAmount() {
        sums.add(ether, 0);
        sums.add(bitcoin, 5);
        sums.settle();
        sums.add(dollar, 1);
        sums.add(ether, 3);
        sums.takeBack();
        sums.add(bitcoin, 2);
        assertThat(listed()).containsExactly(ether, bitcoin, dollar);
    }

    @Test
    void forgetsEverythingWhereItBegins() {
        sums.add(bitcoin, 5);
        sums.settle();
        sums.add(ether, 3);
        sums.begin();
        assertThat(listed()).isEmpty();
        sums.add(ether, 4);
        sums.takeBack();
        assertThat(of(dollar, bitcoin, ether)).containsExactly(0L, 0L, 4L);
    }

    @Test
    void keepsWhatStaysAndWhatIsTriedEachWithinItsBound() {
        sums.add(dollar, MAX - 1);
        sums.add(dollar, 2);
        sums.settle();
        sums.add(dollar, Long.MAX_VALUE);
        sums.add(dollar, 1);
        assertThat(sums.of(dollar)).isEqualTo(2 * MAX);
    }

    private List<Long> of(final Asset... assets) {
        return List.of(assets).stream().map(sums::of).toList();
    }

    private List<Asset> listed() {
        final List<Asset> listed = new ArrayList<>();
        for (int i = 0; i < sums.count(); i++) {
            listed.add(sums.assetAt(i));
        }
        return listed;
    }
}
