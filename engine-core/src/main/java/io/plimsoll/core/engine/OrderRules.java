package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.OrderCash;
import io.plimsoll.core.margin.Valuation;

/** Rules that an order must keep whatever margin there is: that it reduces where it may do nothing else, prices, limits, cash. */
final class OrderRules {
    private final EngineState state;
    private final OrderLimits limits;
    private final PriceRule priceRule;
    private RejectReason ofPrices;
    private Account account;
    private OrderProposal proposal;
    private int earlier;
    private Instrument instrument;
    private int side;
    private long position;
    private long sameSide;
    private long detail;

    OrderRules(final EngineState state, final Valuation valuation, final PriceRule priceRule) {
        this.state = state;
        this.priceRule = priceRule;
        this.limits = new OrderLimits(state, valuation);
    }

    /** Begins with an order among those of an account that stay, and the first of those that are to come with it. */
    void begin(
            final Account ofAccount,
            final OrderProposal change,
            final int first,
            final Instrument ofInstrument,
            final int ofSide) {
        account = ofAccount;
        proposal = change;
        earlier = first;
        instrument = ofInstrument;
        side = ofSide;
        position = account.positions().lotsOf(instrument);
        sameSide = change.lotsOf(account, instrument, side, first);
        ofPrices = priceRule.check(account, instrument);
    }

    /** The first rule that an order of so many lots breaks. */
    RejectReason broken(final long lots, final long limit, final boolean isReduceOnly) {
        detail = 0;
        if (reduces(lots)) {
            return RejectReason.NONE;
        }
        if (isReduceOnly) {
            return RejectReason.NOT_REDUCING;
        }
        if (ofPrices != RejectReason.NONE) {
            detail = priceRule.unusable().id();
            return ofPrices;
        }
        final RejectReason limited = limits.broken(account, instrument, side, lots, sameSide, limit);
        if (limited != RejectReason.NONE) {
            detail = limits.left();
            return limited;
        }
        return isPaid(lots, limit) ? RejectReason.NONE : RejectReason.INSUFFICIENT_BALANCE;
    }

    /** What the sender of the order that broke a rule may want to know. */
    long detail() {
        return detail;
    }

    /** Whether so many lots can but reduce the position, whichever orders of the side fill. */
    boolean reduces(final long lots) {
        return position != 0 && Long.signum(position) != side && sameSide + lots <= Math.abs(position);
    }

    /** The most lots that can but reduce the position; 0, if none can. */
    long mostThatReduce() {
        return reduces(0) ? Math.abs(position) - sameSide : 0;
    }

    /** The most lots below some that break a rule which break none: rules are monotone in the size, so halving finds it. */
    long mostThatKeep(final long broken, final long limit, final boolean isReduceOnly) {
        long keeps = 0;
        long breaks = broken;
        while (breaks - keeps > 1) {
            final long middle = keeps + (breaks - keeps) / 2;
            if (broken(middle, limit, isReduceOnly) == RejectReason.NONE) {
                keeps = middle;
            } else {
                breaks = middle;
            }
        }
        return keeps;
    }

    /** Whether balance and allowed debt cover what the order pays at once; says, where not, what of it is left. */
    private boolean isPaid(final long lots, final long limit) {
        final Asset paid = OrderCash.assetOf(instrument, side * lots);
        if (paid == null) {
            return true;
        }
        state.accounts().place(account, paid);
        detail = OrderCash.unpromised(state.orders(), account, proposal, earlier, paid);
        return OrderCash.amountOf(instrument, side * lots, limit) <= detail;
    }
}
