package io.plimsoll.vector;

import io.plimsoll.core.math.SameBitsIT;
import java.util.List;
import java.util.Set;

/** The golden hash of plain Java once more, in Javas that use the vector loops. */
class VectorSameBitsIT extends SameBitsIT {
    /** Every number of a vector is an object there. */
    private static final Set<String> SLOW = Set.of("-Xint", "-XX:TieredStopAtLevel=1");

    @Override
    protected List<String> options() {
        return List.of("--add-modules", "jdk.incubator.vector");
    }

    @Override
    protected boolean isSlow(final String mode) {
        return super.isSlow(mode) || SLOW.contains(mode);
    }
}
