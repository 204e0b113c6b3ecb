package io.plimsoll.client;

import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.ModeChangeEncoder;
import io.plimsoll.sbe.ModelChangeEncoder;
import io.plimsoll.sbe.PocketOpenEncoder;

/** Writes changes of mode and new pockets. */
final class AccountEncoders {
    private final CommandSender sender;
    private final ModeChangeEncoder modeChange = new ModeChangeEncoder();
    private final ModelChangeEncoder modelChange = new ModelChangeEncoder();
    private final PocketOpenEncoder pocketOpen = new PocketOpenEncoder();

    AccountEncoders(final CommandSender sender) {
        this.sender = sender;
    }

    Result changeMode(final long account, final MarginMode mode) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (mode == null || mode == MarginMode.NULL_VAL) {
            return Result.INVALID;
        }
        modeChange
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .mode(mode);
        return sender.send(modeChange.encodedLength());
    }

    Result changeModel(final long account, final int model) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        modelChange
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(account)
                .model(model);
        return sender.send(modelChange.encodedLength());
    }

    Result openPocket(final long pocket, final long parent, final int instrument) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        pocketOpen
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(pocket)
                .parent(parent)
                .instrument(instrument);
        return sender.send(pocketOpen.encodedLength());
    }
}
