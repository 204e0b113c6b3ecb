package io.plimsoll.client;

import io.plimsoll.sbe.DefineDocumentPartEncoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.RevalueEncoder;
import io.plimsoll.sbe.SurfacePartEncoder;
import io.plimsoll.sbe.VolatilityFixEncoder;

/** Writes documents, surfaces and what asks for new rows. */
final class RiskEncoders {
    private final CommandSender sender;
    private final DefineDocumentPartEncoder document = new DefineDocumentPartEncoder();
    private final SurfacePartEncoder surface = new SurfacePartEncoder();
    private final VolatilityFixEncoder volatilityFix = new VolatilityFixEncoder();
    private final RevalueEncoder revalue = new RevalueEncoder();

    RiskEncoders(final CommandSender sender) {
        this.sender = sender;
    }

    /** Sends the parts that are left, as far as the window takes them. */
    Result load(final DocumentUpload upload) {
        if (upload == null || upload.isComplete()) {
            return Result.INVALID;
        }
        Result result = Result.SENT;
        while (result == Result.SENT && !upload.isComplete()) {
            result = part(upload);
            if (result == Result.SENT) {
                upload.partSent();
            }
        }
        return result;
    }

    private Result part(final DocumentUpload upload) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        return upload.kind() == DocumentKind.SURFACE ? surfacePart(upload) : documentPart(upload);
    }

    private Result documentPart(final DocumentUpload upload) {
        final int count = upload.partWords();
        final DefineDocumentPartEncoder.WordsEncoder group = document.wrapAndApplyHeader(
                        sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .document(upload.id())
                .documentVersion(upload.version())
                .total(upload.total())
                .firstWord(upload.sent())
                .kind(upload.kind())
                .wordsCount(count);
        for (int i = 0; i < count; i++) {
            group.next().word(upload.word(i));
        }
        return sender.send(document.encodedLength());
    }

    private Result surfacePart(final DocumentUpload upload) {
        final int count = upload.partWords();
        final SurfacePartEncoder.WordsEncoder group = surface.wrapAndApplyHeader(
                        sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(upload.id())
                .documentVersion(upload.version())
                .total(upload.total())
                .firstWord(upload.sent())
                .wordsCount(count);
        for (int i = 0; i < count; i++) {
            group.next().word(upload.word(i));
        }
        return sender.send(surface.encodedLength());
    }

    Result volatilityFix() {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        volatilityFix
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source());
        return sender.send(volatilityFix.encodedLength());
    }

    Result revalue(final int asset) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        revalue.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(asset);
        return sender.send(revalue.encodedLength());
    }
}
