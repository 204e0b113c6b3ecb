package io.plimsoll.lab.live;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.sbe.IndexPriceDecoder;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Goes on with an engine as if only some of the commands had come that came: those of the first steps. They come from the host,
 * so that no source misses a number; orders do not come at all, for what is compared is margin without them. Where time comes and
 * prices do not, the price that holds is said again whenever one came: time goes on at it.
 */
public final class PartialReplay {
    private final EngineState state;
    private final HostFeed feed;
    private final CommandSteps steps;
    private final Optional<ChangeStep> last;
    private final long beganNs;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final IndexPriceDecoder indexPrice = new IndexPriceDecoder();
    private final MarkPriceDecoder markPrice = new MarkPriceDecoder();

    /**
     * Goes on where an engine is.
     *
     * @param engine is changed.
     * @param last step whose commands come; empty: none.
     */
    public PartialReplay(final MarginEngine engine, final Optional<ChangeStep> last) {
        this(engine, last, FeedListener.NONE);
    }

    /**
     * The same, and somebody listens.
     *
     * @param engine is changed.
     * @param last step whose commands come; empty: none.
     * @param listener hears commands and events.
     */
    public PartialReplay(final MarginEngine engine, final Optional<ChangeStep> last, final FeedListener listener) {
        this.state = engine.state();
        this.feed = new HostFeed(engine, listener);
        this.steps = new CommandSteps(state);
        this.last = last;
        this.beganNs = state.timeNs();
    }

    /**
     * Takes the next command that was accepted, if it is of the steps that come.
     *
     * @param timeNs of the command.
     * @param command buffer.
     * @param offset of the SBE header.
     * @param length of header and body.
     */
    public void command(final long timeNs, final DirectBuffer command, final int offset, final int length) {
        final Optional<ChangeStep> step = steps.of(command, offset);
        if (step.isPresent() && takes(step.get())) {
            if (steps.isTickSize(command, offset)) {
                // It is refused while rows are being made, and they may take longer here.
                feed.workAt(timeOf(timeNs));
            }
            feed.send(timeOf(timeNs), command, offset, length);
        } else if (step.isPresent() && takes(ChangeStep.TIME)) {
            sayAgain(timeNs, command, offset);
        }
    }

    /** Interest and funding go on with a price; the mark of an option would hold from then on, and has neither. */
    private void sayAgain(final long timeNs, final DirectBuffer command, final int offset) {
        switch (CommandFrames.templateId(command, offset)) {
            case IndexPriceDecoder.TEMPLATE_ID -> {
                final Asset asset = state.assets()
                        .get(indexPrice
                                .wrapAndApplyHeader(command, offset, header)
                                .asset());
                feed.index(timeNs, asset, state.prices().indexPrice(asset));
            }
            case MarkPriceDecoder.TEMPLATE_ID -> {
                final Instrument instrument = state.instruments()
                        .get(markPrice
                                .wrapAndApplyHeader(command, offset, header)
                                .instrument());
                if (instrument.funding() != null) {
                    feed.mark(timeNs, instrument, state.prices().markTicks(instrument));
                }
            }
            default -> {
                // Brings nothing but what does not come.
            }
        }
    }

    private boolean takes(final ChangeStep step) {
        return last.isPresent() && step.compareTo(last.get()) <= 0;
    }

    /**
     * Ends at a moment: all rows are made from what is known.
     *
     * @param timeNs the moment.
     */
    public void end(final long timeNs) {
        feed.revalueAll(timeOf(timeNs));
    }

    /** Time stands still where it does not come. */
    private long timeOf(final long timeNs) {
        return takes(ChangeStep.TIME) ? timeNs : beganNs;
    }
}
