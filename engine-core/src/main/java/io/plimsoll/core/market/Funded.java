package io.plimsoll.core.market;

import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.FundingIndex;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.TickRescale;
import io.plimsoll.core.instrument.TierTable;

/** Funding of one perpetual: its terms, the premiums of the interval, and its index as far as it has moved. */
final class Funded {
    private static final long PER_PPM = Rate.ofPpm(1);

    private final Instrument instrument;
    private final TimeWeightedMean premiums = new TimeWeightedMean();
    private FundingTerms terms;
    private long indexTicks;
    private long sampledNs;
    private long movedNs;
    private long dueNs;
    private long premium;
    private long rate;
    private boolean limited;
    private boolean stopped;

    Funded(final Instrument instrument) {
        this.instrument = instrument;
    }

    Instrument instrument() {
        return instrument;
    }

    FundingTerms terms() {
        return terms;
    }

    long dueNs() {
        return dueNs;
    }

    /** Whether the index is behind the time. */
    boolean isBehind(final long nowNs) {
        return !stopped && (terms.isContinuous() || nowNs >= dueNs);
    }

    /** The tick size changes. */
    void rescale(final TickRescale rescale) {
        indexTicks = rescale.of(indexTicks);
    }

    /** Pays no more. */
    void stop() {
        stopped = true;
        dueNs = FundingBook.NEVER;
    }

    long indexTicks() {
        return indexTicks;
    }

    /** The mean premium of the last interval; with funding all the time the last premium. */
    long premium() {
        return premium;
    }

    long rate() {
        return rate;
    }

    /** Time up to which the index has moved. */
    long movedNs() {
        return movedNs;
    }

    /** Whether the last move would have led beyond the bound of the index, and so was left out. */
    boolean isLimited() {
        return limited;
    }

    /** The interval begins anew; a premium that is known goes on to count. */
    void terms(final FundingTerms newTerms, final long nowNs) {
        terms = newTerms;
        premiums.restart(nowNs);
        movedNs = nowNs;
        dueNs = newTerms.isContinuous() ? FundingBook.NEVER : next(nowNs);
        rate = premiums.isStarted() ? rate(premiums.value()) : 0;
    }

    private long next(final long nowNs) {
        return (nowNs / terms.intervalNs() + 1) * terms.intervalNs();
    }

    /** The index has been brought up to now. */
    void sample(final long newPremium, final long ticks, final long nowNs) {
        premiums.sample(nowNs, newPremium);
        indexTicks = ticks;
        sampledNs = nowNs;
        if (terms.isContinuous()) {
            movedNs = nowNs;
            premium = newPremium;
            rate = rate(newPremium);
        }
    }

    private long rate(final long ofPremium) {
        final long followed = terms.rule().rate(ofPremium);
        if (terms.marginFactorPpm() == 0) {
            return followed;
        }
        final TierTable tiers = instrument.tiers();
        final long ppm = FundingRule.boundPpm(terms.marginFactorPpm(), tiers.initialPpm(0), tiers.maintenancePpm(0));
        return FundingRule.within(followed, Math.min(ppm, FundingRule.FIGURE_MAX / PER_PPM) * PER_PPM);
    }

    /** Moves the index up to now: by the rate that holds, or by that of an interval that has ended. Whether it moved. */
    boolean bringUp(final long nowNs) {
        if (terms.isContinuous()) {
            return premiums.isStarted()
                    && nowNs > movedNs
                    && grow(Math.min(nowNs, sampledNs + terms.periodNs()), nowNs);
        }
        return nowNs >= dueNs && close(nowNs);
    }

    private boolean grow(final long untilNs, final long nowNs) {
        final boolean moved = untilNs > movedNs && move(untilNs - movedNs);
        movedNs = nowNs;
        return moved;
    }

    /** An interval without a premium of its own pays nothing: what nobody saw is not paid for. */
    private boolean close(final long nowNs) {
        boolean moved = false;
        if (premiums.isSampled()) {
            premium = premiums.mean(dueNs);
            rate = rate(premium);
            moved = move(terms.intervalNs());
        }
        movedNs = dueNs;
        premiums.restart(dueNs);
        dueNs = next(nowNs);
        return moved;
    }

    private boolean move(final long elapsedNs) {
        final FundingIndex index = instrument.funding();
        final long change = FundingIndex.change(instrument.fundedValue(indexTicks), rate, elapsedNs, terms.periodNs());
        limited = !index.hasRoomFor(change);
        if (!limited) {
            index.add(change);
        }
        return !limited;
    }

    long hash() {
        long h = StateHash.mix(StateHash.start(HashKind.FUNDING), instrument.id());
        h = StateHash.mix(h, instrument.funding().value());
        h = StateHash.mix(h, indexTicks);
        h = StateHash.mix(h, sampledNs);
        h = StateHash.mix(h, movedNs);
        h = StateHash.mix(h, dueNs);
        h = StateHash.mix(h, premium);
        h = StateHash.mix(h, rate);
        h = StateHash.mix(h, (limited ? 1 : 0) + (stopped ? 2 : 0));
        return StateHash.finish(terms.mixInto(premiums.mixInto(h)));
    }
}
