package io.plimsoll.lab.picture;

import java.util.Locale;

/** Colours that stand for numbers, even in steps of lightness, and told apart by those who do not see red or green. */
final class Ramp {
    /** Losses are red, profits blue, 0 is nearly white. */
    static final Ramp SIGNED = new Ramp(0xb2182b, 0xef8a62, 0xfddbc7, 0xf7f7f7, 0xd1e5f0, 0x67a9cf, 0x2166ac);

    /** From little to much. */
    static final Ramp GROWING = new Ramp(0xffffff, 0xf1f7fc, 0xdeebf7, 0xc6dbef, 0x9ecae1, 0x6baed6, 0x4292c6);

    private static final int BYTE = 0xff;

    private final int[] colours;

    private Ramp(final int... colours) {
        this.colours = colours;
    }

    /** The colour at a share of the way, from 0 to 1. */
    String at(final double share) {
        final double place = Math.max(0, Math.min(1, share)) * (colours.length - 1);
        final int before = Math.min(colours.length - 2, (int) place);
        final double rest = place - before;
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            final int low = colours[before] >> shift & BYTE;
            final int high = colours[before + 1] >> shift & BYTE;
            mixed |= (int) Math.round(low + rest * (high - low)) << shift;
        }
        return String.format(Locale.ROOT, "#%06x", mixed);
    }
}
