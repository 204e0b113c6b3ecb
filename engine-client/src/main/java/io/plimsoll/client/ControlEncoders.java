package io.plimsoll.client;

import io.plimsoll.sbe.AdvanceTimeEncoder;
import io.plimsoll.sbe.CheckpointEncoder;
import io.plimsoll.sbe.InstrumentDelistEncoder;
import io.plimsoll.sbe.MarketHaltEncoder;
import io.plimsoll.sbe.MarketResumeEncoder;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.ParameterId;

/** Writes parameters, halts, time and checkpoints. */
final class ControlEncoders {
    private final CommandSender sender;
    private final ParameterChangeEncoder parameter = new ParameterChangeEncoder();
    private final MarketHaltEncoder halt = new MarketHaltEncoder();
    private final MarketResumeEncoder resume = new MarketResumeEncoder();
    private final InstrumentDelistEncoder delist = new InstrumentDelistEncoder();
    private final AdvanceTimeEncoder advanceTime = new AdvanceTimeEncoder();
    private final CheckpointEncoder checkpoint = new CheckpointEncoder();

    ControlEncoders(final CommandSender sender) {
        this.sender = sender;
    }

    Result parameter(final ParameterId id, final int scope, final long value) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (id == null || id == ParameterId.NULL_VAL) {
            return Result.INVALID;
        }
        parameter
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .scope(scope)
                .value(value)
                .parameter(id);
        return sender.send(parameter.encodedLength());
    }

    Result halt(final int instrument) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        halt.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .instrument(instrument);
        return sender.send(halt.encodedLength());
    }

    Result resume(final int instrument) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        resume.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .instrument(instrument);
        return sender.send(resume.encodedLength());
    }

    Result delist(final int instrument, final long priceTicks) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        delist.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .instrument(instrument)
                .price(priceTicks);
        return sender.send(delist.encodedLength());
    }

    Result advanceTime(final long timeNs) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        advanceTime
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .timeNs(timeNs);
        return sender.send(advanceTime.encodedLength());
    }

    Result checkpoint() {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        checkpoint
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source());
        return sender.send(checkpoint.encodedLength());
    }
}
