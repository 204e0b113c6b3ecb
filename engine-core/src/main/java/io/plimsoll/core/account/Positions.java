package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Instrument;
import java.util.Arrays;

/**
 * Open positions of one account, in the order of instrument ids. A position is signed lots and what they cost, an exact
 * integer in the settlement asset, never an average price.
 */
public final class Positions {
    private static final int INITIAL_CAPACITY = 4;

    private final long account;
    private final StateHash stateHash;
    private Instrument[] instruments = new Instrument[INITIAL_CAPACITY];
    private long[] lots = new long[INITIAL_CAPACITY];
    private long[] entryCosts = new long[INITIAL_CAPACITY];
    private int count;

    Positions(final long account, final StateHash stateHash) {
        this.account = account;
        this.stateHash = stateHash;
    }

    /** {@return number of open positions} */
    public int count() {
        return count;
    }

    /**
     * Instrument at an index.
     *
     * @param index from 0, below {@link #count}.
     * @return the instrument.
     */
    public Instrument instrumentAt(final int index) {
        return instruments[index];
    }

    /**
     * Lots at an index.
     *
     * @param index from 0, below {@link #count}.
     * @return signed lots, never 0.
     */
    public long lotsAt(final int index) {
        return lots[index];
    }

    /**
     * Entry cost at an index.
     *
     * @param index from 0, below {@link #count}.
     * @return signed minor units of the settlement asset.
     */
    public long entryCostAt(final int index) {
        return entryCosts[index];
    }

    /**
     * Lots of an instrument.
     *
     * @param instrument the instrument.
     * @return signed lots; 0 when flat.
     */
    public long lotsOf(final Instrument instrument) {
        final int index = indexOf(instrument);
        return index < 0 ? 0 : lots[index];
    }

    /**
     * Entry cost of an instrument.
     *
     * @param instrument the instrument.
     * @return signed minor units of the settlement asset; 0 when flat.
     */
    public long entryCostOf(final Instrument instrument) {
        final int index = indexOf(instrument);
        return index < 0 ? 0 : entryCosts[index];
    }

    /**
     * Sets a position; 0 lots take it away.
     *
     * @param instrument the instrument.
     * @param newLots signed.
     * @param newEntryCost signed; 0 when flat.
     */
    void set(final Instrument instrument, final long newLots, final long newEntryCost) {
        int at = 0;
        while (at < count && instruments[at].id() < instrument.id()) {
            at++;
        }
        final boolean present = at < count && instruments[at] == instrument;
        stateHash.replace(
                present ? hash(instrument, lots[at], entryCosts[at]) : 0, hash(instrument, newLots, newEntryCost));
        if (newLots == 0) {
            if (present) {
                removeAt(at);
            }
            return;
        }
        if (!present) {
            insertAt(at);
        }
        instruments[at] = instrument;
        lots[at] = newLots;
        entryCosts[at] = newEntryCost;
    }

    private void removeAt(final int at) {
        count--;
        System.arraycopy(instruments, at + 1, instruments, at, count - at);
        System.arraycopy(lots, at + 1, lots, at, count - at);
        System.arraycopy(entryCosts, at + 1, entryCosts, at, count - at);
        instruments[count] = null;
    }

    private void insertAt(final int at) {
        if (count == instruments.length) {
            instruments = Arrays.copyOf(instruments, count * 2);
            lots = Arrays.copyOf(lots, count * 2);
            entryCosts = Arrays.copyOf(entryCosts, count * 2);
        }
        System.arraycopy(instruments, at, instruments, at + 1, count - at);
        System.arraycopy(lots, at, lots, at + 1, count - at);
        System.arraycopy(entryCosts, at, entryCosts, at + 1, count - at);
        count++;
    }

    /** {@return sum of the hashes of all positions} */
    public long hash() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += hash(instruments[i], lots[i], entryCosts[i]);
        }
        return sum;
    }

    private int indexOf(final Instrument instrument) {
        for (int i = 0; i < count; i++) {
            if (instruments[i] == instrument) {
                return i;
            }
        }
        return -1;
    }

    private long hash(final Instrument instrument, final long size, final long cost) {
        return size == 0 ? 0 : StateHash.of(HashKind.POSITION, account, instrument.id(), size, cost);
    }
}
