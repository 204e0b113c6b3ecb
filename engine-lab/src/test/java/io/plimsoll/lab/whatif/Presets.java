package io.plimsoll.lab.whatif;

import io.plimsoll.config.YamlFile;
import io.plimsoll.config.model.ModelFile;
import java.util.stream.Stream;

/** The margin models that ship. */
final class Presets {
    private Presets() {}

    static Stream<String> there() {
        return ModelFile.SHIPPED.stream()
                .filter(name -> YamlFile.class.getResource("models/" + name + ".yaml") != null);
    }

    static Preset[] all() {
        return there().map(Preset::shipped).toArray(Preset[]::new);
    }
}
