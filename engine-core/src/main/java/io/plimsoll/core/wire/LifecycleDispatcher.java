package io.plimsoll.core.wire;

import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.LifecycleCommands;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.market.FundingRule;
import io.plimsoll.core.market.FundingTerms;
import io.plimsoll.sbe.DefineFundingDecoder;
import io.plimsoll.sbe.InstrumentDelistDecoder;
import io.plimsoll.sbe.MarketHaltDecoder;
import io.plimsoll.sbe.MarketResumeDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.PremiumSampleDecoder;
import org.agrona.DirectBuffer;

/** Decodes the commands about the course of an instrument's life. */
final class LifecycleDispatcher {
    private final LifecycleCommands lifecycle;
    private final MarketHaltDecoder halt = new MarketHaltDecoder();
    private final MarketResumeDecoder resume = new MarketResumeDecoder();
    private final InstrumentDelistDecoder delist = new InstrumentDelistDecoder();
    private final DefineFundingDecoder funding = new DefineFundingDecoder();
    private final PremiumSampleDecoder premium = new PremiumSampleDecoder();

    LifecycleDispatcher(final LifecycleCommands lifecycle) {
        this.lifecycle = lifecycle;
    }

    RejectReason apply(
            final int template, final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        return switch (template) {
            case MarketHaltDecoder.TEMPLATE_ID ->
                lifecycle.onMarketHalt(
                        halt.wrapAndApplyHeader(frame, offset, header).instrument());
            case MarketResumeDecoder.TEMPLATE_ID ->
                lifecycle.onMarketResume(
                        resume.wrapAndApplyHeader(frame, offset, header).instrument());
            case InstrumentDelistDecoder.TEMPLATE_ID -> {
                delist.wrapAndApplyHeader(frame, offset, header);
                yield lifecycle.onDelist(delist.instrument(), delist.price());
            }
            case DefineFundingDecoder.TEMPLATE_ID -> onFunding(frame, offset, header);
            case PremiumSampleDecoder.TEMPLATE_ID -> onPremium(frame, offset, header);
            default -> throw new EngineFault("message " + template + " is not about the life of an instrument");
        };
    }

    private RejectReason onFunding(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        funding.wrapAndApplyHeader(frame, offset, header);
        final FundingRule rule = new FundingRule(
                funding.interest(),
                funding.clampLower(),
                funding.clampUpper(),
                funding.factor(),
                funding.rateLower(),
                funding.rateUpper());
        return lifecycle.onDefineFunding(
                funding.instrument(),
                new FundingTerms(funding.intervalNs(), funding.periodNs(), rule, funding.marginFactorPpm()));
    }

    private RejectReason onPremium(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        premium.wrapAndApplyHeader(frame, offset, header);
        return lifecycle.onPremiumSample(premium.instrument(), premium.premium(), premium.indexTicks());
    }
}
