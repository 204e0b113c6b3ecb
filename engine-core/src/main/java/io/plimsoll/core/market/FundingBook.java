package io.plimsoll.core.market;

import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.TickRescale;

/**
 * Funding of all perpetuals whose terms were defined. With an interval, the mean premium of the interval, by time, gives the rate
 * when it ends, and the index moves by it at once; without one, the index grows with time at the rate of the last premium, for
 * one period at most. An instrument's index is moved before anything of the instrument changes, so that a position pays for
 * the time it was held and no other.
 */
public final class FundingBook {
    /** No funding is due at any time. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Funded[] byInstrument;
    private final StateHash stateHash;
    private final Funded[] all;
    private int count;
    private long nextDueNs = NEVER;

    /**
     * Nothing pays funding yet.
     *
     * @param instruments room for instruments.
     * @param stateHash hash to keep up to date.
     */
    public FundingBook(final int instruments, final StateHash stateHash) {
        this.byInstrument = new Funded[instruments];
        this.all = new Funded[instruments];
        this.stateHash = stateHash;
    }

    /**
     * Sets the terms of an instrument. Its index has been brought up to now.
     *
     * @param instrument a perpetual.
     * @param terms valid.
     * @param nowNs the engine's time.
     */
    public void define(final Instrument instrument, final FundingTerms terms, final long nowNs) {
        Funded funded = byInstrument[instrument.ordinal()];
        final long before = funded == null ? 0 : funded.hash();
        if (funded == null) {
            funded = new Funded(instrument);
            byInstrument[instrument.ordinal()] = funded;
            all[count++] = funded;
        }
        funded.terms(terms, nowNs);
        stateHash.replace(before, funded.hash());
        findNextDue();
    }

    /**
     * Terms of an instrument.
     *
     * @param instrument any.
     * @return its terms; null: it pays no funding.
     */
    public FundingTerms terms(final Instrument instrument) {
        final Funded funded = byInstrument[instrument.ordinal()];
        return funded == null ? null : funded.terms();
    }

    /**
     * Takes a premium. The index has been brought up to now.
     *
     * @param instrument with terms.
     * @param premium signed, over the index.
     * @param indexTicks positive.
     * @param nowNs the engine's time.
     */
    public void sample(final Instrument instrument, final long premium, final long indexTicks, final long nowNs) {
        final Funded funded = byInstrument[instrument.ordinal()];
        final long before = funded.hash();
        funded.sample(premium, indexTicks, nowNs);
        stateHash.replace(before, funded.hash());
    }

    /**
     * Whether an index is behind the time.
     *
     * @param instrument any.
     * @param nowNs the engine's time.
     * @return true when {@link #bringUp} has something to do.
     */
    public boolean isBehind(final Instrument instrument, final long nowNs) {
        final Funded funded = byInstrument[instrument.ordinal()];
        return funded != null && funded.isBehind(nowNs);
    }

    /**
     * Moves the index of an instrument up to now.
     *
     * @param instrument that {@link #isBehind}.
     * @param nowNs the engine's time.
     * @return whether the index has moved.
     */
    public boolean bringUp(final Instrument instrument, final long nowNs) {
        final Funded funded = byInstrument[instrument.ordinal()];
        final long before = funded.hash();
        final long dueNs = funded.dueNs();
        final boolean moved = funded.bringUp(nowNs);
        stateHash.replace(before, funded.hash());
        if (funded.dueNs() != dueNs) {
            findNextDue();
        }
        return moved;
    }

    /**
     * Stops the funding of an instrument for good. Its index has been brought up to now.
     *
     * @param instrument any.
     */
    public void stop(final Instrument instrument) {
        final Funded funded = byInstrument[instrument.ordinal()];
        if (funded != null) {
            final long before = funded.hash();
            funded.stop();
            stateHash.replace(before, funded.hash());
            findNextDue();
        }
    }

    private void findNextDue() {
        nextDueNs = NEVER;
        for (int i = 0; i < count; i++) {
            nextDueNs = Math.min(nextDueNs, all[i].dueNs());
        }
    }

    /** {@return time at which the next interval of any instrument ends; {@link #NEVER}: there is none} */
    public long nextDueNs() {
        return nextDueNs;
    }

    /** {@return the instrument whose interval ends next, of several the one defined first; null: there is none} */
    public Instrument nextDue() {
        for (int i = 0; i < count; i++) {
            if (all[i].dueNs() == nextDueNs && nextDueNs != NEVER) {
                return all[i].instrument();
            }
        }
        return null;
    }

    /**
     * Premium that the rate follows.
     *
     * @param instrument with terms.
     * @return mean of the last interval; with funding all the time the last premium.
     */
    public long premium(final Instrument instrument) {
        return byInstrument[instrument.ordinal()].premium();
    }

    /**
     * Rate in force, or that of the last interval.
     *
     * @param instrument with terms.
     * @return signed, for one period.
     */
    public long rate(final Instrument instrument) {
        return byInstrument[instrument.ordinal()].rate();
    }

    /**
     * Index price of an instrument, as the last premium told it.
     *
     * @param instrument any.
     * @return ticks; 0: there was none.
     */
    public long indexTicks(final Instrument instrument) {
        final Funded funded = byInstrument[instrument.ordinal()];
        return funded == null ? 0 : funded.indexTicks();
    }

    /**
     * Follows a change of the tick size.
     *
     * @param instrument any.
     * @param rescale how ticks change; {@link #indexTicks} fits.
     */
    public void rescale(final Instrument instrument, final TickRescale rescale) {
        final Funded funded = byInstrument[instrument.ordinal()];
        if (funded != null) {
            final long before = funded.hash();
            funded.rescale(rescale);
            stateHash.replace(before, funded.hash());
        }
    }

    /**
     * Time up to which an index has moved.
     *
     * @param instrument with terms.
     * @return ns since 1970.
     */
    public long movedNs(final Instrument instrument) {
        return byInstrument[instrument.ordinal()].movedNs();
    }

    /**
     * Whether the last move was left out because the index would have passed its bound.
     *
     * @param instrument with terms.
     * @return true when funding is not paid any more in this direction.
     */
    public boolean isLimited(final Instrument instrument) {
        return byInstrument[instrument.ordinal()].isLimited();
    }

    /**
     * Its part of the state hash.
     *
     * @param instrument any.
     * @return the hash; 0 without terms.
     */
    public long hashOf(final Instrument instrument) {
        final Funded funded = byInstrument[instrument.ordinal()];
        return funded == null ? 0 : funded.hash();
    }
}
