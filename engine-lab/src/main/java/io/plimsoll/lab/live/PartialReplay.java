package io.plimsoll.lab.live;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.sbe.CreditLineDecoder;
import io.plimsoll.sbe.DefineAccountDecoder;
import io.plimsoll.sbe.DefineAssetDecoder;
import io.plimsoll.sbe.DefineClaimDecoder;
import io.plimsoll.sbe.DefineDocumentPartDecoder;
import io.plimsoll.sbe.DefineFeeScheduleDecoder;
import io.plimsoll.sbe.DefineFundingDecoder;
import io.plimsoll.sbe.DefineGroupDecoder;
import io.plimsoll.sbe.DefineHaircutsDecoder;
import io.plimsoll.sbe.DefineInstrumentDecoder;
import io.plimsoll.sbe.DefineTierTableDecoder;
import io.plimsoll.sbe.DepositDecoder;
import io.plimsoll.sbe.FeeScheduleAssignDecoder;
import io.plimsoll.sbe.GroupTransferDecoder;
import io.plimsoll.sbe.IndexPriceDecoder;
import io.plimsoll.sbe.InstrumentDelistDecoder;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangeDecoder;
import io.plimsoll.sbe.ModelChangeDecoder;
import io.plimsoll.sbe.ParameterChangeDecoder;
import io.plimsoll.sbe.PocketOpenDecoder;
import io.plimsoll.sbe.PremiumSampleDecoder;
import io.plimsoll.sbe.RedemptionRateDecoder;
import io.plimsoll.sbe.SurfacePartDecoder;
import io.plimsoll.sbe.TradeDecoder;
import io.plimsoll.sbe.TransferDecoder;
import io.plimsoll.sbe.VolatilityFixDecoder;
import io.plimsoll.sbe.WithdrawalRequestDecoder;
import io.plimsoll.sbe.WithdrawalSettleDecoder;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * Goes on with an engine as if only some of the commands had come that came: those of the first steps. They come from the host,
 * so that no source misses a number; orders do not come at all, for what is compared is margin without them.
 */
public final class PartialReplay {
    private final EngineState state;
    private final HostFeed feed;
    private final Optional<ChangeStep> last;
    private final long beganNs;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DefineTierTableDecoder tierTable = new DefineTierTableDecoder();
    private final IndexPriceDecoder indexPrice = new IndexPriceDecoder();
    private final RedemptionRateDecoder redemptionRate = new RedemptionRateDecoder();
    private final MarkPriceDecoder markPrice = new MarkPriceDecoder();

    /**
     * Goes on where an engine is.
     *
     * @param engine is changed.
     * @param last step whose commands come; empty: none.
     */
    public PartialReplay(final MarginEngine engine, final Optional<ChangeStep> last) {
        this.state = engine.state();
        this.feed = new HostFeed(engine);
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
        final Optional<ChangeStep> step = stepOf(command, offset);
        if (step.isPresent() && takes(step.get())) {
            feed.send(timeOf(timeNs), command, offset, length);
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

    private Optional<ChangeStep> stepOf(final DirectBuffer command, final int offset) {
        return switch (CommandFrames.templateId(command, offset)) {
            case DefineAssetDecoder.TEMPLATE_ID,
                    DefineInstrumentDecoder.TEMPLATE_ID,
                    DefineClaimDecoder.TEMPLATE_ID,
                    DefineGroupDecoder.TEMPLATE_ID,
                    DefineAccountDecoder.TEMPLATE_ID,
                    DepositDecoder.TEMPLATE_ID,
                    WithdrawalRequestDecoder.TEMPLATE_ID,
                    WithdrawalSettleDecoder.TEMPLATE_ID,
                    DefineFeeScheduleDecoder.TEMPLATE_ID,
                    FeeScheduleAssignDecoder.TEMPLATE_ID,
                    GroupTransferDecoder.TEMPLATE_ID,
                    TransferDecoder.TEMPLATE_ID,
                    ModeChangeDecoder.TEMPLATE_ID,
                    PocketOpenDecoder.TEMPLATE_ID,
                    InstrumentDelistDecoder.TEMPLATE_ID,
                    TradeDecoder.TEMPLATE_ID -> Optional.of(ChangeStep.TRADES);
            case DefineTierTableDecoder.TEMPLATE_ID ->
                Optional.of(isNewTable(command, offset) ? ChangeStep.TRADES : ChangeStep.PARAMETERS);
            case IndexPriceDecoder.TEMPLATE_ID, MarkPriceDecoder.TEMPLATE_ID ->
                Optional.of(isFirstPrice(command, offset) ? ChangeStep.TRADES : ChangeStep.PRICES);
            case RedemptionRateDecoder.TEMPLATE_ID ->
                Optional.of(isFirstRate(command, offset) ? ChangeStep.TRADES : ChangeStep.PRICES);
            case PremiumSampleDecoder.TEMPLATE_ID -> Optional.of(ChangeStep.PRICES);
            case SurfacePartDecoder.TEMPLATE_ID, VolatilityFixDecoder.TEMPLATE_ID ->
                Optional.of(ChangeStep.VOLATILITIES);
            case ParameterChangeDecoder.TEMPLATE_ID,
                    DefineFundingDecoder.TEMPLATE_ID,
                    DefineHaircutsDecoder.TEMPLATE_ID,
                    CreditLineDecoder.TEMPLATE_ID,
                    ModelChangeDecoder.TEMPLATE_ID,
                    DefineDocumentPartDecoder.TEMPLATE_ID -> Optional.of(ChangeStep.PARAMETERS);
            default -> Optional.empty();
        };
    }

    private boolean isNewTable(final DirectBuffer command, final int offset) {
        tierTable.wrapAndApplyHeader(command, offset, header);
        return state.tierTables().get(tierTable.tierTable()) == null;
    }

    private boolean isFirstRate(final DirectBuffer command, final int offset) {
        final Asset claim = state.assets()
                .get(redemptionRate.wrapAndApplyHeader(command, offset, header).asset());
        return claim != null && claim.claim() != null && claim.claim().rate() == 0;
    }

    private boolean isFirstPrice(final DirectBuffer command, final int offset) {
        if (CommandFrames.templateId(command, offset) == IndexPriceDecoder.TEMPLATE_ID) {
            final Asset priced = state.assets()
                    .get(indexPrice.wrapAndApplyHeader(command, offset, header).asset());
            return priced != null && state.prices().indexPrice(priced) == 0;
        }
        final Instrument marked = state.instruments()
                .get(markPrice.wrapAndApplyHeader(command, offset, header).instrument());
        return marked != null && !state.prices().hasMark(marked);
    }
}
