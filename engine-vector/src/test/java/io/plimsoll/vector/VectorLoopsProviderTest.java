package io.plimsoll.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.math.ArrayLoops;
import org.junit.jupiter.api.Test;

class VectorLoopsProviderTest {
    @Test
    void vectorsAreUsedWhereTheModuleIsThere() {
        assertThat(ArrayLoops.fastest()).isInstanceOf(VectorLoops.class);
    }

    @Test
    void aSystemPropertyLeavesThemOut() {
        final VectorLoopsProvider provider = new VectorLoopsProvider();
        assertThat(provider.isUsable()).isTrue();
        System.setProperty(VectorLoopsProvider.SWITCH, "off");
        try {
            assertThat(provider.isUsable()).isFalse();
        } finally {
            System.clearProperty(VectorLoopsProvider.SWITCH);
        }
    }
}
