package io.plimsoll.client;

import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.RecordEnvelopeDecoder;
import io.plimsoll.sbe.RejectReason;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Takes event records off the session stream: drops what was seen, dispatches the rest, frees answered commands. */
final class EventReceiver {
    /** First two bytes of a record, little endian: the letters PL. No session message can begin so. */
    static final int MAGIC = 0x4C50;

    private static final int MASK_16 = 0xFFFF;

    private final int source;
    private final SendWindow window;
    private final ResumeTracker resume;
    private final ClientHandler handler;
    private final EventDispatcher dispatcher;
    private final EventInfo info = new EventInfo();

    EventReceiver(final int source, final SendWindow window, final ResumeTracker resume, final ClientHandler handler) {
        this.source = source;
        this.window = window;
        this.resume = resume;
        this.handler = handler;
        dispatcher = new EventDispatcher(handler);
    }

    /**
     * Takes the first record of those that a message holds.
     *
     * @return its length; 0: what is there is no whole record, and nothing after it can be read.
     */
    int onRecord(final DirectBuffer buffer, final int offset, final int length) {
        if (length <= RecordEnvelopeDecoder.ENCODED_LENGTH || !beginsRecord(buffer, offset)) {
            return 0;
        }
        info.wrap(buffer, offset);
        final int payloadLength = info.payloadLength();
        if (payloadLength <= 0 || payloadLength > length - RecordEnvelopeDecoder.ENCODED_LENGTH) {
            return 0;
        }
        onEvent(buffer, offset + RecordEnvelopeDecoder.ENCODED_LENGTH, payloadLength);
        return RecordEnvelopeDecoder.ENCODED_LENGTH + payloadLength;
    }

    /** Whether the message, of at least two bytes, begins with a record. */
    static boolean beginsRecord(final DirectBuffer buffer, final int offset) {
        return (buffer.getShort(offset, ByteOrder.LITTLE_ENDIAN) & MASK_16) == MAGIC;
    }

    private void onEvent(final DirectBuffer buffer, final int payload, final int payloadLength) {
        if (resume.replacesSeen(info)) {
            handler.onRolledBack(info.sequence() - 1, window.next(), 0);
        }
        if (!resume.accept(info)) {
            return;
        }
        final int templateId = dispatcher.dispatch(info, buffer, payload, payloadLength);
        if (info.lastOfCommand()) {
            resume.completed(info);
        }
        if (templateId == CommandCompletedDecoder.TEMPLATE_ID && source != 0) {
            onCompletion(dispatcher.completion());
        }
    }

    private void onCompletion(final CommandCompletedDecoder completion) {
        if (completion.source() != source) {
            return;
        }
        if (completion.reason() == RejectReason.SOURCE_GAP) {
            window.rewind(completion.detail());
        } else {
            window.answer(completion.sourceSequence());
        }
    }
}
