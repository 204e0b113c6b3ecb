package io.plimsoll.core.market;

import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Settlement of all dated instruments: the mean price of each window, what a lot is worth by it, and how far settlement is. The
 * mean is of the underlying's index price by time; a linear future that does not say what a lot holds settles to the mean of its
 * mark.
 */
public final class SettlementBook {
    /** Nothing is due at any time. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Settling[] byInstrument;
    private final List<Settling> all = new ArrayList<>();
    private final List<Fixing> fixings = new ArrayList<>();
    private final PriceBook prices;
    private final StateHash stateHash;
    private long nextDueNs = NEVER;

    /**
     * Nothing is to be settled yet.
     *
     * @param instruments room for instruments.
     * @param prices index and mark prices.
     * @param stateHash hash to keep up to date.
     */
    public SettlementBook(final int instruments, final PriceBook prices, final StateHash stateHash) {
        this.byInstrument = new Settling[instruments];
        this.prices = prices;
        this.stateHash = stateHash;
    }

    /**
     * Takes note of an instrument.
     *
     * @param instrument of any kind; one that is not dated never settles.
     * @param nowNs the engine's time: no window begins before.
     */
    public void define(final Instrument instrument, final long nowNs) {
        if (!instrument.kind().isDated()) {
            return;
        }
        final ContractTerms contract = instrument.terms().contract();
        final long expiryNs = contract.expiry().timeNs();
        final long fromNs = Math.max(nowNs, expiryNs - contract.expiry().settlementWindowNs());
        final boolean byMark = contract.kind() == InstrumentKind.LINEAR_FUTURE && contract.lotSize() == 0;
        final Settling settling = new Settling(
                instrument,
                byMark ? ofMark(instrument, fromNs, expiryNs) : ofIndex(instrument.underlying(), fromNs, expiryNs),
                expiryNs);
        byInstrument[instrument.ordinal()] = settling;
        all.add(settling);
        nextDueNs = Math.min(nextDueNs, expiryNs);
    }

    private Fixing ofMark(final Instrument instrument, final long fromNs, final long expiryNs) {
        final Fixing fixing = Fixing.ofMark(instrument, fromNs, expiryNs);
        fixings.add(fixing);
        return fixing;
    }

    private Fixing ofIndex(final Asset asset, final long fromNs, final long expiryNs) {
        for (int i = 0; i < fixings.size(); i++) {
            if (fixings.get(i).isFor(asset, fromNs, expiryNs)) {
                return fixings.get(i);
            }
        }
        final Fixing fixing = Fixing.ofIndex(asset, fromNs, expiryNs);
        fixings.add(fixing);
        return fixing;
    }

    /**
     * An index price is about to change.
     *
     * @param asset of which.
     * @param price that comes.
     * @param nowNs the engine's time.
     */
    public void onIndexPrice(final Asset asset, final long price, final long nowNs) {
        for (int i = 0; i < fixings.size(); i++) {
            if (fixings.get(i).isOfIndex(asset) && fixings.get(i).isOpen(nowNs)) {
                final long before = prices.indexPrice(asset);
                sample(fixings.get(i), before != 0, before, price, nowNs);
            }
        }
    }

    /**
     * A mark is about to change.
     *
     * @param instrument of which.
     * @param ticks that come.
     * @param nowNs the engine's time.
     */
    public void onMarkPrice(final Instrument instrument, final long ticks, final long nowNs) {
        final Settling settling = byInstrument[instrument.ordinal()];
        if (settling != null && settling.isByMark() && settling.fixing().isOpen(nowNs)) {
            sample(
                    settling.fixing(),
                    prices.hasMark(instrument),
                    LotSettlement.atTicks(instrument, prices.markTicks(instrument)),
                    LotSettlement.atTicks(instrument, ticks),
                    nowNs);
        }
    }

    private void sample(
            final Fixing fixing, final boolean hadPrice, final long before, final long price, final long nowNs) {
        final long hash = fixing.hash();
        fixing.onPrice(hadPrice, before, price, nowNs);
        stateHash.replace(hash, fixing.hash());
    }

    /**
     * Time before the expiry over which the mean is taken: the settlement window, or what was left of it at the definition.
     *
     * @param instrument any.
     * @return ns; 0 of what is not dated.
     */
    public long averagedNs(final Instrument instrument) {
        final Settling settling = byInstrument[instrument.ordinal()];
        return settling == null || settling.fixing() == null
                ? 0
                : settling.fixing().spanNs();
    }

    /**
     * Whether a mean of an asset's index price is being taken.
     *
     * @param asset of which.
     * @param nowNs the engine's time.
     * @return true within the settlement window of any of its instruments.
     */
    public boolean isAnyOpen(final Asset asset, final long nowNs) {
        boolean isAnyOpen = false;
        for (int i = 0; i < fixings.size(); i++) {
            isAnyOpen |= fixings.get(i).isOfIndex(asset) && fixings.get(i).isOpen(nowNs);
        }
        return isAnyOpen;
    }

    /**
     * Mean of the underlying's index price so far.
     *
     * @param instrument dated, settled by the mean of an index price, within its settlement window.
     * @param nowNs the engine's time.
     * @return price x 10^10, rounded down; when none came within the window, the one that holds.
     */
    public long averageSoFar(final Instrument instrument, final long nowNs) {
        return byInstrument[instrument.ordinal()].fixing().meanSoFar(prices.indexPrice(instrument.underlying()), nowNs);
    }

    /** {@return time from which something is to be settled; {@link #NEVER}: there is nothing} */
    public long nextDueNs() {
        return nextDueNs;
    }

    /** {@return the instrument to settle next, of several the one defined first; null: there is none} */
    public Instrument nextDue() {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).dueNs() == nextDueNs && nextDueNs != NEVER) {
                return all.get(i).instrument();
            }
        }
        return null;
    }

    /**
     * Fixes what a lot is worth. It is kept within what the instrument's prices allow.
     *
     * @param instrument that is due.
     * @return whether it had to be kept within.
     */
    public boolean begin(final Instrument instrument) {
        final Settling settling = byInstrument[instrument.ordinal()];
        final long before = settling.hash();
        final boolean byIndex = settling.fixing().isOfIndex() && prices.indexPrice(instrument.underlying()) != 0;
        final long price = byIndex ? mean(settling.fixing(), prices.indexPrice(instrument.underlying())) : 0;
        final BigInteger worth = price > 0
                ? LotSettlement.atIndex(instrument, price, prices)
                : BigInteger.valueOf(atMark(instrument, settling.fixing()));
        final BigInteger within = within(instrument, worth);
        settling.begin(price, within.longValueExact());
        stateHash.replace(before, settling.hash());
        return !within.equals(worth);
    }

    private long mean(final Fixing fixing, final long price) {
        final long before = fixing.hash();
        final long mean = fixing.mean(price);
        stateHash.replace(before, fixing.hash());
        return mean;
    }

    private long atMark(final Instrument instrument, final Fixing fixing) {
        if (!prices.hasMark(instrument)) {
            return 0;
        }
        final long atMark = LotSettlement.atTicks(instrument, prices.markTicks(instrument));
        return fixing.isOfIndex() ? atMark : mean(fixing, atMark);
    }

    private static BigInteger within(final Instrument instrument, final BigInteger worth) {
        final boolean option = instrument.kind() == InstrumentKind.OPTION;
        final long first = option
                ? 0
                : LotSettlement.atTicks(
                        instrument, instrument.terms().contract().priceTicksMin());
        final long last = LotSettlement.atTicks(instrument, instrument.terms().priceTicksMax());
        return worth.max(BigInteger.valueOf(first)).min(BigInteger.valueOf(last));
    }

    /**
     * Settles an instrument of any kind at a price.
     *
     * @param instrument whose settlement has not begun.
     * @param ticks a price of it.
     * @param nowNs the engine's time.
     */
    public void delist(final Instrument instrument, final long ticks, final long nowNs) {
        Settling settling = byInstrument[instrument.ordinal()];
        if (settling == null) {
            settling = new Settling(instrument, null, nowNs);
            byInstrument[instrument.ordinal()] = settling;
            all.add(settling);
        }
        settling.delist(nowNs, LotSettlement.atTicks(instrument, ticks));
        stateHash.replace(0, settling.hash());
        findNextDue();
    }

    /**
     * Whether a price came within the settlement window.
     *
     * @param instrument dated.
     * @return false when the last price before settles.
     */
    public boolean hasFreshPrice(final Instrument instrument) {
        return byInstrument[instrument.ordinal()].fixing().isSampled();
    }

    /**
     * Whether settlement has begun.
     *
     * @param instrument any.
     * @return true once a lot's worth is fixed.
     */
    public boolean isBegun(final Instrument instrument) {
        final Settling settling = byInstrument[instrument.ordinal()];
        return settling != null && settling.isBegun();
    }

    /**
     * Settlement price of the underlying.
     *
     * @param instrument whose settlement has begun.
     * @return price x 10^10; 0: the mark settled.
     */
    public long price(final Instrument instrument) {
        return byInstrument[instrument.ordinal()].price();
    }

    /**
     * What a lot is worth.
     *
     * @param instrument whose settlement has begun.
     * @return signed, in 2^-{@link #fractionBits} minor units of the settlement asset.
     */
    public long lotValue(final Instrument instrument) {
        return byInstrument[instrument.ordinal()].lotValue();
    }

    /**
     * Bits of {@link #lotValue} behind the point.
     *
     * @param instrument any.
     * @return 0 to 30.
     */
    public int fractionBits(final Instrument instrument) {
        return LotSettlement.fractionBits(instrument);
    }

    /**
     * The account with which settlement goes on.
     *
     * @param instrument whose settlement has begun.
     * @return its id, or one between two.
     */
    public long nextAccount(final Instrument instrument) {
        return byInstrument[instrument.ordinal()].nextAccount();
    }

    /**
     * Settlement goes on with an account.
     *
     * @param instrument whose settlement has begun.
     * @param account its id; 0 begins again, for what a late trade brought.
     */
    public void goOnWith(final Instrument instrument, final long account) {
        final Settling settling = byInstrument[instrument.ordinal()];
        final long before = settling.hash();
        settling.nextAccount(account);
        stateHash.replace(before, settling.hash());
        findNextDue();
    }

    /**
     * All accounts are settled.
     *
     * @param instrument whose settlement has begun.
     */
    public void done(final Instrument instrument) {
        final Settling settling = byInstrument[instrument.ordinal()];
        final long before = settling.hash();
        settling.done();
        stateHash.replace(before, settling.hash());
        findNextDue();
    }

    private void findNextDue() {
        nextDueNs = NEVER;
        for (int i = 0; i < all.size(); i++) {
            nextDueNs = Math.min(nextDueNs, all.get(i).dueNs());
        }
    }

    /**
     * A position was settled.
     *
     * @param instrument of which.
     * @param lots what it was, signed.
     */
    public void settled(final Instrument instrument, final long lots) {
        final Settling settling = byInstrument[instrument.ordinal()];
        final long before = settling.hash();
        settling.settled(lots);
        stateHash.replace(before, settling.hash());
    }

    /**
     * Lots that were settled while others are still open.
     *
     * @param instrument any.
     * @return signed; with those that are open they sum to 0.
     */
    public long settledLots(final Instrument instrument) {
        final Settling settling = byInstrument[instrument.ordinal()];
        return settling == null ? 0 : settling.settledLots();
    }

    /** {@return its part of the state hash, made from nothing} */
    public long hashFromScratch() {
        long sum = 0;
        for (int i = 0; i < all.size(); i++) {
            sum += all.get(i).hash();
        }
        for (int i = 0; i < fixings.size(); i++) {
            sum += fixings.get(i).hash();
        }
        return sum;
    }
}
