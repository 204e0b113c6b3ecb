package io.plimsoll.lab.whatif;

import io.plimsoll.config.Shipped;
import java.util.stream.Stream;

/** The margin models that ship. */
final class Presets {
    private Presets() {}

    static Stream<String> there() {
        return Shipped.MODELS.stream();
    }

    static Preset[] all() {
        return there().map(Preset::shipped).toArray(Preset[]::new);
    }
}
