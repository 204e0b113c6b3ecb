package io.plimsoll.core.wire;

import io.plimsoll.core.engine.DocumentKind;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.RiskCommands;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.sbe.ContinueDecoder;
import io.plimsoll.sbe.DefineDocumentPartDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RevalueDecoder;
import io.plimsoll.sbe.SurfacePartDecoder;
import io.plimsoll.sbe.VolatilityFixDecoder;
import org.agrona.DirectBuffer;

/** Decodes the commands about documents, volatilities and revaluation. */
final class RiskDispatcher {
    private final RiskCommands risk;
    private final DefineDocumentPartDecoder document = new DefineDocumentPartDecoder();
    private final SurfacePartDecoder surface = new SurfacePartDecoder();
    private final RevalueDecoder revalue = new RevalueDecoder();
    private final Words part = new Words(FrameCheck.WORDS_MAX);

    RiskDispatcher(final RiskCommands risk) {
        this.risk = risk;
    }

    RejectReason apply(
            final int template, final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        return switch (template) {
            case DefineDocumentPartDecoder.TEMPLATE_ID -> onDocument(frame, offset, header);
            case SurfacePartDecoder.TEMPLATE_ID -> onSurface(frame, offset, header);
            case VolatilityFixDecoder.TEMPLATE_ID -> risk.onVolatilityFix();
            case RevalueDecoder.TEMPLATE_ID ->
                risk.onRevalue(revalue.wrapAndApplyHeader(frame, offset, header).asset());
            case ContinueDecoder.TEMPLATE_ID -> risk.onContinue();
            default -> throw new EngineFault("message " + template + " is not about risk");
        };
    }

    private RejectReason onDocument(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        document.wrapAndApplyHeader(frame, offset, header);
        part.clear();
        for (final DefineDocumentPartDecoder.WordsDecoder words : document.words()) {
            part.add(words.word());
        }
        return risk.onPart(
                DocumentKind.of(document.kindRaw()),
                document.document(),
                document.documentVersion(),
                document.total(),
                document.firstWord(),
                part);
    }

    private RejectReason onSurface(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        surface.wrapAndApplyHeader(frame, offset, header);
        part.clear();
        for (final SurfacePartDecoder.WordsDecoder words : surface.words()) {
            part.add(words.word());
        }
        return risk.onPart(
                DocumentKind.SURFACE,
                surface.asset(),
                surface.documentVersion(),
                surface.total(),
                surface.firstWord(),
                part);
    }
}
