package io.plimsoll.gateway;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.sbe.DefineAccountDecoder;
import io.plimsoll.sbe.DefineAssetDecoder;
import io.plimsoll.sbe.DefineClaimDecoder;
import io.plimsoll.sbe.DefineDocumentPartDecoder;
import io.plimsoll.sbe.DefineFeeScheduleDecoder;
import io.plimsoll.sbe.DefineFundingDecoder;
import io.plimsoll.sbe.DefineGroupDecoder;
import io.plimsoll.sbe.DefineHaircutsDecoder;
import io.plimsoll.sbe.DefineInstrumentDecoder;
import io.plimsoll.sbe.DefineSourceDecoder;
import io.plimsoll.sbe.DefineTierTableDecoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.IndexPriceDecoder;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ParameterChangeDecoder;
import io.plimsoll.sbe.RedemptionRateDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The host's definitions: what the configuration names and the state does not know yet. What is known is left as it is; it
 * changes by command only.
 */
final class Genesis {
    private final EngineState state;
    private final boolean silent;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    Genesis(final EngineState state) {
        this.state = state;
        this.silent = isSilent(state);
    }

    /** Whether nobody but the host has ever spoken: then parameters and haircuts are still the host's, also if it was cut short. */
    private static boolean isSilent(final EngineState state) {
        boolean silent = true;
        for (int i = 0; i < state.sources().count(); i++) {
            silent &= state.sources().at(i).id() == 0 || state.sources().at(i).last() == 0;
        }
        return silent;
    }

    /**
     * Those frames that are still to be applied, in their order.
     *
     * @throws IllegalArgumentException a frame is not a command that may define something.
     */
    List<byte[]> missing(final List<byte[]> frames) {
        final List<byte[]> missing = new ArrayList<>();
        for (final byte[] frame : frames) {
            final UnsafeBuffer buffer = new UnsafeBuffer(frame);
            final FrameVerdict verdict = FrameCheck.check(buffer, 0, frame.length);
            if (verdict != FrameVerdict.ACCEPTED) {
                throw new IllegalArgumentException("a definition of the host is not a command: " + verdict);
            }
            if (!isKnown(buffer)) {
                missing.add(frame);
            }
        }
        return missing;
    }

    private boolean isKnown(final UnsafeBuffer frame) {
        final int template = CommandFrames.templateId(frame, 0);
        return switch (template) {
            case DefineSourceDecoder.TEMPLATE_ID ->
                state.sources()
                                .get(new DefineSourceDecoder()
                                        .wrapAndApplyHeader(frame, 0, header)
                                        .newSource())
                        != null;
            case DefineTierTableDecoder.TEMPLATE_ID ->
                state.tierTables()
                                .get(new DefineTierTableDecoder()
                                        .wrapAndApplyHeader(frame, 0, header)
                                        .tierTable())
                        != null;
            case DefineFeeScheduleDecoder.TEMPLATE_ID ->
                state.feeSchedules()
                                .get(new DefineFeeScheduleDecoder()
                                        .wrapAndApplyHeader(frame, 0, header)
                                        .schedule())
                        != null;
            case DefineGroupDecoder.TEMPLATE_ID ->
                state.accounts()
                                .group(new DefineGroupDecoder()
                                        .wrapAndApplyHeader(frame, 0, header)
                                        .group())
                        != null;
            case DefineAccountDecoder.TEMPLATE_ID ->
                state.accounts()
                                .account(new DefineAccountDecoder()
                                        .wrapAndApplyHeader(frame, 0, header)
                                        .account())
                        != null;
            default -> isKnownOfMarkets(template, frame);
        };
    }

    private boolean isKnownOfMarkets(final int template, final UnsafeBuffer frame) {
        return switch (template) {
            case DefineAssetDecoder.TEMPLATE_ID ->
                asset(new DefineAssetDecoder()
                                .wrapAndApplyHeader(frame, 0, header)
                                .asset())
                        != null;
            case DefineHaircutsDecoder.TEMPLATE_ID ->
                isLeftAlone(new DefineHaircutsDecoder()
                        .wrapAndApplyHeader(frame, 0, header)
                        .asset());
            case DefineInstrumentDecoder.TEMPLATE_ID ->
                instrument(new DefineInstrumentDecoder()
                                .wrapAndApplyHeader(frame, 0, header)
                                .instrument())
                        != null;
            case DefineFundingDecoder.TEMPLATE_ID -> hasFunding(frame);
            case DefineClaimDecoder.TEMPLATE_ID ->
                isClaim(new DefineClaimDecoder()
                        .wrapAndApplyHeader(frame, 0, header)
                        .asset());
            case RedemptionRateDecoder.TEMPLATE_ID -> hasRate(frame);
            case DefineDocumentPartDecoder.TEMPLATE_ID -> hasDocument(frame);
            case IndexPriceDecoder.TEMPLATE_ID, MarkPriceDecoder.TEMPLATE_ID -> hasPrice(template, frame);
            case ParameterChangeDecoder.TEMPLATE_ID -> hasParameter(frame);
            default -> throw new IllegalArgumentException("command " + template + " defines nothing");
        };
    }

    private boolean isClaim(final int id) {
        final Asset asset = asset(id);
        return asset != null && asset.claim() != null;
    }

    private boolean hasRate(final UnsafeBuffer frame) {
        final int id =
                new RedemptionRateDecoder().wrapAndApplyHeader(frame, 0, header).asset();
        return isClaim(id) && asset(id).claim().rate() != 0;
    }

    private boolean hasFunding(final UnsafeBuffer frame) {
        final Instrument instrument = instrument(
                new DefineFundingDecoder().wrapAndApplyHeader(frame, 0, header).instrument());
        return instrument != null && state.funding().terms(instrument) != null;
    }

    /** Parameters of the host with a scope are those of assets. */
    private boolean hasParameter(final UnsafeBuffer frame) {
        final int scope = new ParameterChangeDecoder()
                .wrapAndApplyHeader(frame, 0, header)
                .scope();
        return scope == 0 ? !silent : isLeftAlone(scope);
    }

    /** Whether what belongs to an asset is no longer the host's: the asset is known, and others have spoken. */
    private boolean isLeftAlone(final int asset) {
        return !silent && asset(asset) != null;
    }

    /** One document of a kind is in force, whatever its version; what is half there is sent again from its first part. */
    private boolean hasDocument(final UnsafeBuffer frame) {
        final DefineDocumentPartDecoder part = new DefineDocumentPartDecoder().wrapAndApplyHeader(frame, 0, header);
        return part.kind() == DocumentKind.SCENARIO_SET
                ? state.risk().set() != null
                : state.risk().modelVersion(part.document()) != 0;
    }

    private boolean hasPrice(final int template, final UnsafeBuffer frame) {
        if (template == IndexPriceDecoder.TEMPLATE_ID) {
            final Asset asset = asset(
                    new IndexPriceDecoder().wrapAndApplyHeader(frame, 0, header).asset());
            return asset != null && state.prices().indexPrice(asset) != 0;
        }
        final Instrument instrument = instrument(
                new MarkPriceDecoder().wrapAndApplyHeader(frame, 0, header).instrument());
        return instrument != null && state.prices().hasMark(instrument);
    }

    private Asset asset(final int id) {
        return state.assets().get(id);
    }

    private Instrument instrument(final int id) {
        return state.instruments().get(id);
    }
}
