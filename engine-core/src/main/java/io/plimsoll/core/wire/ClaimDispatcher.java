package io.plimsoll.core.wire;

import io.plimsoll.core.engine.ClaimCommands;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.sbe.DefineClaimDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RedemptionRateDecoder;
import org.agrona.DirectBuffer;

/** Decodes the commands about claims. */
final class ClaimDispatcher {
    private final ClaimCommands claims;
    private final DefineClaimDecoder define = new DefineClaimDecoder();
    private final RedemptionRateDecoder rate = new RedemptionRateDecoder();

    ClaimDispatcher(final ClaimCommands claims) {
        this.claims = claims;
    }

    RejectReason apply(
            final int template, final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        return switch (template) {
            case DefineClaimDecoder.TEMPLATE_ID -> {
                define.wrapAndApplyHeader(frame, offset, header);
                yield claims.onDefineClaim(define.asset(), define.underlying(), define.stepPpm());
            }
            case RedemptionRateDecoder.TEMPLATE_ID -> {
                rate.wrapAndApplyHeader(frame, offset, header);
                yield claims.onRedemptionRate(rate.asset(), rate.rate());
            }
            default -> throw new EngineFault("message " + template + " is not about a claim");
        };
    }
}
