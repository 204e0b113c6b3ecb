package io.plimsoll.lab.demo;

import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.wire.EventSink;
import io.plimsoll.lab.venue.Trigger;
import io.plimsoll.sbe.AlarmDecoder;
import io.plimsoll.sbe.CheckpointTakenDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.LiquidationRequestedDecoder;
import io.plimsoll.sbe.MarginCallDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.StatusChangedDecoder;
import io.plimsoll.sbe.WithdrawalReleasedDecoder;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/** Turns events of an engine in this process into news, and keeps them until they are asked for. */
final class NewsDecoder implements EventSink {
    private final int source;
    private final EngineNews news;
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final Map<RejectReason, Integer> refusedOfOthers = new EnumMap<>(RejectReason.class);
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private MarginStatus status = MarginStatus.NORMAL;
    private long sequence;
    private long timeNs;

    NewsDecoder(final int source, final EngineNews news) {
        this.source = source;
        this.news = news;
    }

    void at(final long newSequence, final long newTimeNs) {
        sequence = newSequence;
        timeNs = newTimeNs;
    }

    /** Refused commands of other sources, by reason. */
    Map<RejectReason, Integer> refusedOfOthers() {
        return refusedOfOthers;
    }

    int deliver() {
        final int number = waiting.size();
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        return number;
    }

    @Override
    public void onEvent(
            final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
        header.wrap(event, offset);
        switch (header.templateId()) {
            case CommandCompletedDecoder.TEMPLATE_ID ->
                completed(new CommandCompletedDecoder().wrapAndApplyHeader(event, offset, header));
            case StatusChangedDecoder.TEMPLATE_ID ->
                status = MarginStatus.valueOf(new StatusChangedDecoder()
                        .wrapAndApplyHeader(event, offset, header)
                        .to()
                        .name());
            case MarginCallDecoder.TEMPLATE_ID ->
                marginCall(new MarginCallDecoder().wrapAndApplyHeader(event, offset, header));
            case LiquidationRequestedDecoder.TEMPLATE_ID ->
                liquidation(new LiquidationRequestedDecoder().wrapAndApplyHeader(event, offset, header));
            case WithdrawalReleasedDecoder.TEMPLATE_ID ->
                released(new WithdrawalReleasedDecoder().wrapAndApplyHeader(event, offset, header));
            case CheckpointTakenDecoder.TEMPLATE_ID ->
                checkpoint(new CheckpointTakenDecoder().wrapAndApplyHeader(event, offset, header));
            case AlarmDecoder.TEMPLATE_ID -> waiting.add(news::onAlarm);
            default -> {
                // Of no interest here.
            }
        }
    }

    private void completed(final CommandCompletedDecoder event) {
        final long at = sequence;
        final long sourceSequence = event.sourceSequence();
        final var reason = event.reason();
        final long detail = event.detail();
        if (event.source() == source) {
            waiting.add(() -> news.onCompleted(at, sourceSequence, reason, detail));
        } else if (reason != RejectReason.NONE) {
            refusedOfOthers.merge(reason, 1, Integer::sum);
        }
    }

    private void marginCall(final MarginCallDecoder event) {
        final MarginCall call =
                new MarginCall(sequence, timeNs, event.account(), event.shortfall(), event.toLiquidation());
        waiting.add(() -> news.onMarginCall(call));
    }

    private void liquidation(final LiquidationRequestedDecoder event) {
        final Trigger trigger = new Trigger(
                sequence,
                timeNs,
                event.account(),
                status,
                event.marginEquity(),
                event.maintenanceMargin(),
                event.notional());
        waiting.add(() -> news.onLiquidation(trigger));
    }

    private void released(final WithdrawalReleasedDecoder event) {
        final long account = event.account();
        final long amount = event.amount();
        waiting.add(() -> news.onReleased(account, amount));
    }

    private void checkpoint(final CheckpointTakenDecoder event) {
        final long at = sequence;
        final long hash = event.stateHash();
        waiting.add(() -> news.onCheckpoint(at, hash));
    }
}
