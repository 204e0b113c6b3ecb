package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.ExpiryFactors;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.ScenarioBlock;
import java.util.List;

/**
 * By how much a charge can grow at most for each lot of an instrument that orders could bring, whatever else the account holds:
 * what measures of scenario losses allow, which move by no more than the largest move of any scenario, and add-ons that follow
 * size. Per lot, in risk units of the instrument's row, rounded up. Used again for other instruments.
 */
public final class Growth {
    private RiskInstrument instrument;
    private RiskFrame frame;
    private ExpiryFactors factors;
    private MarginModel model;
    private Growth part;
    private long buy;
    private long sell;
    private long either;
    private long both;
    private long addOn;
    private long addOnSold;
    private long fresh;

    /**
     * Begins anew.
     *
     * @param of one lot of it.
     * @param in the frame of its row.
     * @param counting how values count there under the model.
     * @param by the model.
     * @return whether every charge of the model says by how much it can grow.
     */
    boolean measure(final RiskInstrument of, final RiskFrame in, final ExpiryFactors counting, final MarginModel by) {
        begin(of, in, counting, by);
        return by.maintenanceAddOns().isEmpty()
                && multiple(by.risk(), Math.max(by.initial(), by.maintenance()))
                && all(by.addOns())
                && all(by.initialAddOns());
    }

    private void begin(
            final RiskInstrument of, final RiskFrame in, final ExpiryFactors counting, final MarginModel by) {
        instrument = of;
        frame = in;
        factors = counting;
        model = by;
        buy = 0;
        sell = 0;
        either = 0;
        both = 0;
        addOn = 0;
        addOnSold = 0;
        fresh = 0;
    }

    /** Adds the growth of charges that are added up. */
    boolean all(final List<Charge> charges) {
        boolean isKnown = true;
        for (int i = 0; i < charges.size() && isKnown; i++) {
            isKnown = charges.get(i).growth(this);
        }
        return isKnown;
    }

    /** Adds the largest growth of charges of which one decides. */
    boolean largest(final List<Charge> charges) {
        final Growth most = part();
        boolean isKnown = true;
        for (int i = 0; i < charges.size() && isKnown; i++) {
            final Growth one = most.part();
            isKnown = charges.get(i).growth(one);
            most.raise(one);
        }
        add(most, Rate.ONE);
        return isKnown;
    }

    /** Adds a multiple of the growth of a charge. */
    boolean multiple(final Charge charge, final long rate) {
        final boolean isKnown = charge.growth(part());
        add(part, rate);
        return isKnown;
    }

    private Growth part() {
        if (part == null) {
            part = new Growth();
        }
        part.begin(instrument, frame, factors, model);
        return part;
    }

    private void add(final Growth other, final long rate) {
        addRisk(Rate.timesCeil(other.buy, rate), Rate.timesCeil(other.sell, rate), Rate.timesCeil(other.either, rate));
        both += Rate.timesCeil(other.both, rate);
        addOn += Rate.timesCeil(other.addOn, rate);
        addOnSold += Rate.timesCeil(other.addOnSold, rate);
        fresh += Rate.timesCeil(other.fresh, rate);
    }

    /**
     * Adds what one charge more can grow by. Charges need not bind in the same scenario: where one grows by what is bought and
     * another by what is sold, or one of them by both, the larger of the two, or their sum, counts for every lot of either side.
     */
    private void addRisk(final long ofBuy, final long ofSell, final long ofEither) {
        long mixed = either + ofEither;
        if (buy > 0 && ofSell > 0) {
            mixed = Math.max(mixed, Math.max(buy, ofSell));
        }
        if (sell > 0 && ofBuy > 0) {
            mixed = Math.max(mixed, Math.max(sell, ofBuy));
        }
        if (either > 0) {
            mixed = Math.max(mixed, either + Math.max(ofBuy, ofSell));
        }
        if (ofEither > 0) {
            mixed = Math.max(mixed, ofEither + Math.max(buy, sell));
        }
        buy += ofBuy;
        sell += ofSell;
        either = mixed;
    }

    private void raise(final Growth other) {
        buy = Math.max(buy, other.buy);
        sell = Math.max(sell, other.sell);
        either = Math.max(either, other.either);
        both = Math.max(both, other.both);
        addOn = Math.max(addOn, other.addOn);
        addOnSold = Math.max(addOnSold, other.addOnSold);
        fresh = Math.max(fresh, other.fresh);
    }

    /**
     * Adds the worst that one lot can lose under a block, as the model counts it. A scenario looks at the sign: where a lot that is
     * bought loses, one that is sold gains. Where values are discounted both may lose, and what both do counts for every lot besides.
     */
    void worst(final ScenarioBlock block, final boolean isDamped) {
        final long[] damping = frame.damping(instrument.underlying());
        long mostOfBuy = 0;
        long mostOfSell = 0;
        long mostEither = 0;
        long mostBoth = 0;
        for (int s = block.from(); s < block.to(); s++) {
            final long share = isDamped && isIn(model.damped(), s) ? damping[s] : Rate.ONE;
            final long ofBuy = timesShare(loss(1, s), share);
            final long ofSell = timesShare(loss(-1, s), share);
            if (isIn(model.alwaysLoss(), s)) {
                mostEither = Math.max(mostEither, Math.max(ofBuy, ofSell));
            } else {
                final long ofBoth = Math.min(ofBuy, ofSell);
                mostOfBuy = Math.max(mostOfBuy, ofBuy - ofBoth);
                mostOfSell = Math.max(mostOfSell, ofSell - ofBoth);
                mostBoth = Math.max(mostBoth, ofBoth);
            }
        }
        addRisk(mostOfBuy, mostOfSell, mostEither);
        both += mostBoth;
    }

    private static long timesShare(final long loss, final long share) {
        return share == Rate.ONE ? loss : Rate.timesCeil(loss, share);
    }

    /** What a lot that is bought or sold loses under a scenario; nothing, where it gains. Losses of both and gains are of one size. */
    private long loss(final int lots, final int scenario) {
        final RiskRow row = instrument.row();
        final long move = lots * row.scenario(scenario);
        final boolean isDiscounted = model.byExpiry() && isIn(model.discounted(), scenario);
        final long least =
                isDiscounted ? factors.lowestChange(instrument.expiry(), lots * row.column(Column.VALUE), move) : move;
        return Math.max(0, -least);
    }

    private static boolean isIn(final List<ScenarioBlock> blocks, final int scenario) {
        for (int i = 0; i < blocks.size(); i++) {
            if (scenario >= blocks.get(i).from() && scenario < blocks.get(i).to()) {
                return true;
            }
        }
        return false;
    }

    /** Adds a rate of a column's size, whichever side is taken. */
    void size(final int column, final long rate) {
        addOn += Rate.timesCeil(Math.abs(instrument.row().column(column)), rate);
    }

    /** Adds a rate of a column's size for what is sold. */
    void sizeSold(final int column, final long rate) {
        addOnSold += Rate.timesCeil(Math.abs(instrument.row().column(column)), rate);
    }

    /** A rate of the half of all delta of the underlying, unless the instrument's expiry takes part in it already. */
    void ifFresh(final long rate) {
        fresh += rate;
    }

    RiskInstrument instrument() {
        return instrument;
    }

    RiskFrame frame() {
        return frame;
    }

    /** {@return a rate of the half of the account's delta in the underlying, where it holds nothing of the expiry yet} */
    public long fresh() {
        return fresh;
    }

    /**
     * By how much the initial margin grows at most.
     *
     * @param bought lots of orders that buy, not negative.
     * @param sold lots of orders that sell, not negative.
     * @return millionths of the margin currency, at most 2^62.
     */
    public long of(final long bought, final long sold) {
        final long apart = Math.max(times(bought, buy), times(sold, sell));
        final long together = times(bought + sold, either);
        // One charge may follow the side of which there is more, while another follows what is sold.
        final long addOns = plus(times(Math.max(bought, sold), addOn), times(sold, addOnSold));
        final long risk = plus(Math.max(apart, together), times(bought + sold, both));
        return plus(risk, addOns);
    }

    private long times(final long lots, final long units) {
        final int exponent = instrument.row().exponent();
        return exponent >= 0
                ? FixedPoint.mulDivCeil(lots, units, FixedPoint.powerOfTen(exponent), Long.MAX_VALUE >> 1)
                : FixedPoint.mulDivCeil(
                        FixedPoint.mulDivCeil(lots, units, 1, Long.MAX_VALUE >> 1),
                        FixedPoint.powerOfTen(-exponent),
                        1,
                        Long.MAX_VALUE >> 1);
    }

    private static long plus(final long a, final long b) {
        return FixedPoint.addSaturated(a, b, Long.MAX_VALUE >> 1);
    }
}
