package io.plimsoll.core.wire;

import io.plimsoll.core.engine.AccountCommands;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangeDecoder;
import io.plimsoll.sbe.ModelChangeDecoder;
import io.plimsoll.sbe.PocketOpenDecoder;
import org.agrona.DirectBuffer;

/** Decodes the commands about modes, models and pockets of accounts. */
final class AccountDispatcher {
    private final AccountCommands accounts;
    private final ModeChangeDecoder modeChange = new ModeChangeDecoder();
    private final ModelChangeDecoder modelChange = new ModelChangeDecoder();
    private final PocketOpenDecoder pocketOpen = new PocketOpenDecoder();

    AccountDispatcher(final AccountCommands accounts) {
        this.accounts = accounts;
    }

    RejectReason apply(
            final int template, final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        return switch (template) {
            case ModeChangeDecoder.TEMPLATE_ID -> {
                modeChange.wrapAndApplyHeader(frame, offset, header);
                yield accounts.onModeChange(modeChange.account(), DefinitionDispatcher.mode(modeChange.mode()));
            }
            case ModelChangeDecoder.TEMPLATE_ID -> {
                modelChange.wrapAndApplyHeader(frame, offset, header);
                yield accounts.onModelChange(modelChange.account(), modelChange.model());
            }
            case PocketOpenDecoder.TEMPLATE_ID -> {
                pocketOpen.wrapAndApplyHeader(frame, offset, header);
                yield accounts.onPocketOpen(pocketOpen.account(), pocketOpen.parent(), pocketOpen.instrument());
            }
            default -> throw new EngineFault("message " + template + " is not about modes, models or pockets");
        };
    }
}
