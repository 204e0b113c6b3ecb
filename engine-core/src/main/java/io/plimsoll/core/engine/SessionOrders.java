package io.plimsoll.core.engine;

import io.plimsoll.core.account.Holders;

/** Orders that go when the session that placed them is gone: a source asks for it, and the host says when it is gone for too long. */
final class SessionOrders {
    private final EngineState state;
    private final CommandContext context;
    private final Cancellation cancellation;

    SessionOrders(final EngineState state, final CommandContext context, final Cancellation cancellation) {
        this.state = state;
        this.context = context;
        this.cancellation = cancellation;
    }

    /** An order was placed by the command in hand. */
    void placed(final long orderId) {
        if (state.sources().get(context.source()).isBinding()) {
            state.orders().bind(state.orders().slotOf(orderId), context.source());
        }
    }

    /** The source of the command in hand asks for it, or no longer does. Accepted when it is so already, too. */
    RejectReason ask(final boolean isActive) {
        // The command is valid from here on: state is written only below this line.
        final Source source = state.sources().get(context.source());
        if (source.isBinding() != isActive) {
            source.binding(isActive);
            context.events().orders().onCancelOnDisconnectChanged(source, 0);
        }
        return RejectReason.NONE;
    }

    /** A source is gone: so is what it asked for, and a session that comes later asks again. */
    RejectReason gone(final int sourceId) {
        if (!state.sources().get(context.source()).role().maySend(CommandFamily.CONTROL)) {
            return RejectReason.NOT_ALLOWED;
        }
        final Source source = state.sources().get(sourceId);
        if (source == null) {
            return RejectReason.UNKNOWN_SOURCE;
        }
        // The command is valid from here on: state is written only below this line.
        final Holders accounts = state.accounts().all();
        int cancelled = 0;
        for (int i = 0; i < accounts.count(); i++) {
            cancelled += sourceId == 0 ? 0 : cancellation.boundTo(accounts.at(i), sourceId);
        }
        if (source.isBinding() || cancelled > 0) {
            source.binding(false);
            context.events().orders().onCancelOnDisconnectChanged(source, cancelled);
        }
        return context.accept(cancelled);
    }
}
