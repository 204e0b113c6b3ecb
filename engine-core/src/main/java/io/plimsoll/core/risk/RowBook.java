package io.plimsoll.core.risk;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;

/**
 * The rows in use of everything that can be held, by place, and behind each the one that is being made. They are switched over
 * together, an underlying at a time. A row is packed when it is made, whatever its width was before. Rows are a part of the state
 * hash: a replay that prices otherwise shows.
 */
final class RowBook {
    private final int scenarios;
    private final StateHash stateHash;
    private final RiskInstrument[] inUse;
    private final RiskInstrument[] inMaking;
    private final long[] hashes;
    private final long[] hashesInMaking;
    private final boolean[] isMade;

    RowBook(final int places, final int scenarios, final StateHash stateHash) {
        this.scenarios = scenarios;
        this.stateHash = stateHash;
        this.inUse = new RiskInstrument[places];
        this.inMaking = new RiskInstrument[places];
        this.hashes = new long[places];
        this.hashesInMaking = new long[places];
        this.isMade = new boolean[places];
    }

    /** The row to fill for a place; {@link #made} or {@link #notMade} follows. */
    RiskInstrument draft(final int place, final RiskInstrument terms, final int exponent) {
        final RiskInstrument behind = inMaking[place];
        if (behind == null || behind.row().exponent() != exponent) {
            inMaking[place] = terms.with(new RiskRow(scenarios, exponent));
        }
        return inMaking[place];
    }

    void made(final int place) {
        isMade[place] = true;
        inMaking[place].row().pack();
        hashesInMaking[place] = hash(place, inMaking[place].row());
    }

    void notMade(final int place) {
        isMade[place] = false;
        hashesInMaking[place] = 0;
    }

    /** Puts what was made last in use; a place that could not be made has no row from now on. */
    void switchOver(final int place) {
        final RiskInstrument old = inUse[place];
        stateHash.replace(hashes[place], hashesInMaking[place]);
        hashes[place] = hashesInMaking[place];
        if (isMade[place]) {
            inUse[place] = inMaking[place];
            inMaking[place] = old;
        } else {
            inUse[place] = null;
            inMaking[place] = old == null ? inMaking[place] : old;
        }
    }

    /** What is in use at a place; null when it has no row. */
    RiskInstrument at(final int place) {
        return inUse[place];
    }

    /** What was made last for a place, until it is switched over. */
    RiskInstrument inMaking(final int place) {
        return inMaking[place];
    }

    boolean isMade(final int place) {
        return isMade[place];
    }

    /** Takes all rows out of the state hash: another book takes over. */
    void leave() {
        for (int i = 0; i < hashes.length; i++) {
            stateHash.replace(hashes[i], 0);
        }
    }

    long hashFromScratch() {
        long sum = 0;
        for (int i = 0; i < inUse.length; i++) {
            sum += inUse[i] == null ? 0 : hash(i, inUse[i].row());
        }
        return sum;
    }

    private static long hash(final int place, final RiskRow row) {
        long h = StateHash.mix(StateHash.start(HashKind.REVALUATION), place);
        h = StateHash.mix(h, row.exponent());
        for (int i = 0; i < row.length(); i++) {
            h = StateHash.mix(h, row.column(i));
        }
        return StateHash.finish(h);
    }
}
