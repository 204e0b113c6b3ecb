package io.plimsoll.lab.live;

import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.sbe.ContinueDecoder;
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
import io.plimsoll.sbe.MarketHaltDecoder;
import io.plimsoll.sbe.MarketResumeDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangeDecoder;
import io.plimsoll.sbe.ModelChangeDecoder;
import io.plimsoll.sbe.ParameterChangeDecoder;
import io.plimsoll.sbe.ParameterId;
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

/** Of which step a command is, by what an engine knows when it comes. */
final class CommandSteps {
    private final EngineState state;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DefineTierTableDecoder tierTable = new DefineTierTableDecoder();
    private final DefineFundingDecoder funding = new DefineFundingDecoder();
    private final ParameterChangeDecoder parameterChange = new ParameterChangeDecoder();
    private final IndexPriceDecoder indexPrice = new IndexPriceDecoder();
    private final RedemptionRateDecoder redemptionRate = new RedemptionRateDecoder();
    private final MarkPriceDecoder markPrice = new MarkPriceDecoder();

    CommandSteps(final EngineState state) {
        this.state = state;
    }

    /** Of a command; empty: of none, such as an order. */
    Optional<ChangeStep> of(final DirectBuffer command, final int offset) {
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
                    MarketHaltDecoder.TEMPLATE_ID,
                    MarketResumeDecoder.TEMPLATE_ID,
                    InstrumentDelistDecoder.TEMPLATE_ID,
                    TradeDecoder.TEMPLATE_ID -> Optional.of(ChangeStep.TRADES);
            case ContinueDecoder.TEMPLATE_ID -> Optional.of(ChangeStep.TIME);
            case DefineTierTableDecoder.TEMPLATE_ID ->
                Optional.of(isNewTable(command, offset) ? ChangeStep.TRADES : ChangeStep.PARAMETERS);
            case IndexPriceDecoder.TEMPLATE_ID, MarkPriceDecoder.TEMPLATE_ID ->
                Optional.of(isFirstPrice(command, offset) ? ChangeStep.TRADES : ChangeStep.PRICES);
            case RedemptionRateDecoder.TEMPLATE_ID ->
                Optional.of(isFirstRate(command, offset) ? ChangeStep.TRADES : ChangeStep.PRICES);
            case PremiumSampleDecoder.TEMPLATE_ID -> Optional.of(ChangeStep.PRICES);
            case SurfacePartDecoder.TEMPLATE_ID, VolatilityFixDecoder.TEMPLATE_ID ->
                Optional.of(ChangeStep.VOLATILITIES);
            case DefineFundingDecoder.TEMPLATE_ID ->
                Optional.of(isFirstFunding(command, offset) ? ChangeStep.TRADES : ChangeStep.PARAMETERS);
            case ParameterChangeDecoder.TEMPLATE_ID ->
                Optional.of(isTickSize(command, offset) ? ChangeStep.TRADES : ChangeStep.PARAMETERS);
            case DefineHaircutsDecoder.TEMPLATE_ID,
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

    private boolean isFirstFunding(final DirectBuffer command, final int offset) {
        final Instrument funded = state.instruments()
                .get(funding.wrapAndApplyHeader(command, offset, header).instrument());
        return funded != null && state.funding().terms(funded) == null;
    }

    /** Nothing is worth more or less by it, but trades that follow are in new ticks. */
    boolean isTickSize(final DirectBuffer command, final int offset) {
        return CommandFrames.templateId(command, offset) == ParameterChangeDecoder.TEMPLATE_ID
                && parameterChange.wrapAndApplyHeader(command, offset, header).parameter() == ParameterId.TICK_VALUE;
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
