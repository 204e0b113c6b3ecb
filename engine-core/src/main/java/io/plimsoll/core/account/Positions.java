package io.plimsoll.core.account;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.FundingIndex;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.TierTable;
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
    private long[] fundedUpTo = new long[INITIAL_CAPACITY];
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
     * Funding at an index that accrued and was not booked.
     *
     * @param index from 0, below {@link #count}.
     * @return signed minor units of the settlement asset, rounded down; negative: to be paid.
     */
    public long accruedFundingAt(final int index) {
        final FundingIndex funding = instruments[index].funding();
        return funding == null ? 0 : funding.received(lots[index], fundedUpTo[index]);
    }

    /**
     * Takes note that the funding of a position was booked.
     *
     * @param instrument of an open position; a perpetual.
     * @return what had accrued, signed minor units of the settlement asset, rounded down.
     */
    long settleFunding(final Instrument instrument) {
        final int at = indexOf(instrument);
        final long accrued = accruedFundingAt(at);
        final long before = hashAt(at);
        fundedUpTo[at] = instrument.funding().value();
        stateHash.replace(before, hashAt(at));
        return accrued;
    }

    /**
     * Whether funding has moved since that of a position was booked.
     *
     * @param instrument of the position.
     * @return false also where there is no position, or no funding.
     */
    public boolean isFundingDue(final Instrument instrument) {
        if (instrument.funding() == null) {
            return false;
        }
        final int at = indexOf(instrument);
        return at >= 0 && fundedUpTo[at] != instrument.funding().value();
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

    /** Whether one of them is in an instrument that has a table of tiers. */
    boolean areUnder(final TierTable table) {
        for (int i = 0; i < count; i++) {
            if (instruments[i].tiers() == table) {
                return true;
            }
        }
        return false;
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
     * Sets a position; 0 lots take it away. A position that opens owes no funding of before.
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
        stateHash.replace(present ? hashAt(at) : 0, 0);
        if (newLots == 0) {
            if (present) {
                removeAt(at);
            }
            return;
        }
        if (!present) {
            insertAt(at);
            instruments[at] = instrument;
            fundedUpTo[at] =
                    instrument.funding() == null ? 0 : instrument.funding().value();
        }
        lots[at] = newLots;
        entryCosts[at] = newEntryCost;
        stateHash.replace(0, hashAt(at));
    }

    /** Becomes what another account has, for a copy that nobody hashes. */
    void copy(final Positions other) {
        instruments = other.instruments.clone();
        lots = other.lots.clone();
        entryCosts = other.entryCosts.clone();
        fundedUpTo = other.fundedUpTo.clone();
        count = other.count;
    }

    private void removeAt(final int at) {
        count--;
        System.arraycopy(instruments, at + 1, instruments, at, count - at);
        System.arraycopy(lots, at + 1, lots, at, count - at);
        System.arraycopy(entryCosts, at + 1, entryCosts, at, count - at);
        System.arraycopy(fundedUpTo, at + 1, fundedUpTo, at, count - at);
        instruments[count] = null;
    }

    private void insertAt(final int at) {
        if (count == instruments.length) {
            instruments = Arrays.copyOf(instruments, count * 2);
            lots = Arrays.copyOf(lots, count * 2);
            entryCosts = Arrays.copyOf(entryCosts, count * 2);
            fundedUpTo = Arrays.copyOf(fundedUpTo, count * 2);
        }
        System.arraycopy(instruments, at, instruments, at + 1, count - at);
        System.arraycopy(lots, at, lots, at + 1, count - at);
        System.arraycopy(entryCosts, at, entryCosts, at + 1, count - at);
        System.arraycopy(fundedUpTo, at, fundedUpTo, at + 1, count - at);
        count++;
    }

    /** {@return sum of the hashes of all positions} */
    public long hash() {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += hashAt(i);
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

    /** A position of an instrument that never paid funding has no figure for it. */
    private long hashAt(final int at) {
        final long id = instruments[at].id();
        if (fundedUpTo[at] == 0) {
            return StateHash.of(HashKind.POSITION, account, id, lots[at], entryCosts[at]);
        }
        long h = StateHash.mix(StateHash.start(HashKind.POSITION), account);
        h = StateHash.mix(h, id);
        h = StateHash.mix(h, lots[at]);
        h = StateHash.mix(h, entryCosts[at]);
        return StateHash.finish(StateHash.mix(h, fundedUpTo[at]));
    }
}
