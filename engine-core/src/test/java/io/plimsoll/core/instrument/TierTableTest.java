package io.plimsoll.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TierTableTest {
    private final TierTable table = new TierTable(1, 0);

    @Test
    void marginsEachPartAtTheRateOfItsTier() {
        table.add(0, 20_000, 10_000);
        table.add(250_000, 40_000, 20_000);
        // 250,000 at 2 % is 5,000; the 50,000 above at 4 % are 2,000.
        assertThat(table.initialMarginCeil(300_000)).isEqualTo(7_000);
        // 2,500 and 1,000.
        assertThat(table.maintenanceMarginCeil(300_000)).isEqualTo(3_500);
    }

    @Test
    void hasNoJumpAtABoundary() {
        table.add(0, 20_000, 10_000);
        table.add(250_000, 40_000, 20_000);
        assertThat(table.initialMarginCeil(250_000)).isEqualTo(5_000);
        assertThat(table.initialMarginCeil(250_001)).isEqualTo(5_001);
        assertThat(table.initialMarginCeil(0)).isZero();
    }

    @Test
    void refusesTiersThatDoNotRise() {
        assertThat(table.isValid()).isFalse();
        table.add(0, 20_000, 10_000);
        assertThat(table.isValid()).isTrue();
        table.add(100, 10_000, 10_000);
        assertThat(table.isValid()).isFalse();
        table.clear();
        table.add(1, 20_000, 10_000);
        assertThat(table.isValid()).isFalse();
        table.clear();
        table.add(0, 10_000, 20_000);
        assertThat(table.isValid()).isFalse();
        table.clear();
        table.add(0, 1_000_001, 20_000);
        assertThat(table.isValid()).isFalse();
        table.clear();
        table.add(0, 10_000, 0);
        assertThat(table.isValid()).isFalse();
    }
}
