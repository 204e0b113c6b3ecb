package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;
import java.util.Arrays;

/** Takes orders away and says so. */
final class Cancellation {
    private final Orders orders;
    private final CommandContext context;
    private final long[] found;

    Cancellation(final EngineState state, final CommandContext context) {
        this.orders = state.orders();
        this.context = context;
        this.found = new long[state.limits().openOrdersPerAccount()];
    }

    /** Takes one order away. */
    void one(final int slot) {
        one(slot, RejectReason.NONE);
    }

    private void one(final int slot, final RejectReason reason) {
        final Account account = orders.account(slot);
        final long orderId = orders.id(slot);
        final Instrument instrument = orders.instrument(slot);
        final long remaining = Math.abs(orders.signedLots(slot));
        final long limit = orders.limit(slot);
        orders.remove(slot);
        context.events()
                .orders()
                .onOrderChanged(account, orderId, instrument, remaining, limit, OrderState.CANCELLED, reason);
    }

    /**
     * Takes the reduce-only orders of an account away that are more than its position, after this has changed: whole orders, from the
     * highest id down, until those that stay can but reduce. Before the change all of them were on the side that reduces.
     */
    void notReducing(final Account account, final Instrument instrument) {
        if (account.reduceOnlyCount() == 0) {
            return;
        }
        int count = 0;
        long resting = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (orders.isReduceOnly(slot) && orders.instrument(slot) == instrument) {
                found[count++] = orders.id(slot);
                resting += orders.signedLots(slot);
            }
        }
        final long position = account.positions().lotsOf(instrument);
        final long most = Long.signum(position) == -Long.signum(resting) ? Math.abs(position) : 0;
        long left = Math.abs(resting);
        Arrays.sort(found, 0, count);
        for (int i = count - 1; i >= 0 && left > most; i--) {
            final int slot = orders.slotOf(found[i]);
            left -= Math.abs(orders.signedLots(slot));
            one(slot, RejectReason.NOT_REDUCING);
        }
    }

    /** Takes the orders away that are to go for others and do not come again themselves, by id. */
    void replaced(final OrderProposal change) {
        int count = 0;
        for (int i = 0; i < change.leavingCount(); i++) {
            final long id = orders.id(change.leavingAt(i));
            if (!change.hasId(id)) {
                found[count++] = id;
            }
        }
        cancel(count);
    }

    /**
     * Takes orders of an account away: of an instrument, null for all, and a side, {@link TradingCommands#BOTH_SIDES} for both; says
     * how many. By id, not as the account's list has them: so events follow from the state, not from the way that led to it.
     */
    int all(final Account account, final Instrument instrument, final int side) {
        int count = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            final boolean isOfInstrument = instrument == null || orders.instrument(slot) == instrument;
            final boolean isOfSide = side == TradingCommands.BOTH_SIDES || Long.signum(orders.signedLots(slot)) == side;
            if (isOfInstrument && isOfSide) {
                found[count++] = orders.id(slot);
            }
        }
        cancel(count);
        return count;
    }

    /** Takes the orders of an account away that are bound to a source, by id; says how many. */
    int boundTo(final Account account, final int source) {
        int count = 0;
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            if (orders.boundTo(slot) == source) {
                found[count++] = orders.id(slot);
            }
        }
        cancel(count);
        return count;
    }

    private void cancel(final int count) {
        Arrays.sort(found, 0, count);
        for (int i = 0; i < count; i++) {
            one(orders.slotOf(found[i]));
        }
    }
}
