package io.plimsoll.lab.picture;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Words {
    private Words() {}

    /** Lines that are about so wide at most; a longer word has a line of its own. */
    static List<String> wrapped(final String words, final double width, final Type type) {
        final List<String> lines = new ArrayList<>();
        String line = "";
        for (final String word : words.split(" ")) {
            final String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && type.width(longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
