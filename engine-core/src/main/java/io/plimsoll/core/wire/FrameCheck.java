package io.plimsoll.core.wire;

import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.engine.QuoteLines;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.TierTable;
import io.plimsoll.sbe.AdvanceTimeDecoder;
import io.plimsoll.sbe.BasketPlaceDecoder;
import io.plimsoll.sbe.CancelOnDisconnectDecoder;
import io.plimsoll.sbe.CheckpointDecoder;
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
import io.plimsoll.sbe.DefineSourceDecoder;
import io.plimsoll.sbe.DefineTierTableDecoder;
import io.plimsoll.sbe.DepositDecoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.FeeScheduleAssignDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.FrameVerdict;
import io.plimsoll.sbe.GroupTransferDecoder;
import io.plimsoll.sbe.IndexPriceDecoder;
import io.plimsoll.sbe.InstrumentDelistDecoder;
import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.LedgerAccount;
import io.plimsoll.sbe.LedgerMoveDecoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.MarketHaltDecoder;
import io.plimsoll.sbe.MarketResumeDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangeDecoder;
import io.plimsoll.sbe.ModelChangeDecoder;
import io.plimsoll.sbe.OptionSide;
import io.plimsoll.sbe.OrderAmendDecoder;
import io.plimsoll.sbe.OrderCancelDecoder;
import io.plimsoll.sbe.OrderPlaceDecoder;
import io.plimsoll.sbe.OrderSides;
import io.plimsoll.sbe.OrdersCancelDecoder;
import io.plimsoll.sbe.ParameterChangeDecoder;
import io.plimsoll.sbe.PocketOpenDecoder;
import io.plimsoll.sbe.PremiumSampleDecoder;
import io.plimsoll.sbe.PremiumStyle;
import io.plimsoll.sbe.QuotesReplaceDecoder;
import io.plimsoll.sbe.RedemptionRateDecoder;
import io.plimsoll.sbe.RevalueDecoder;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SourceDisconnectedDecoder;
import io.plimsoll.sbe.SourceOrdering;
import io.plimsoll.sbe.SurfacePartDecoder;
import io.plimsoll.sbe.TickDecoder;
import io.plimsoll.sbe.TradeDecoder;
import io.plimsoll.sbe.TradingResumeDecoder;
import io.plimsoll.sbe.TradingStopDecoder;
import io.plimsoll.sbe.TransferDecoder;
import io.plimsoll.sbe.VolatilityFixDecoder;
import io.plimsoll.sbe.WithdrawalRequestDecoder;
import io.plimsoll.sbe.WithdrawalResult;
import io.plimsoll.sbe.WithdrawalSettleDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Says whether bytes are a command that can be decoded, whatever they are. A frame that passes here decodes at every replay;
 * what its figures mean is the engine's business. Reads nothing outside the frame; allocates nothing.
 */
public final class FrameCheck {
    /** Most words of a document in one part. */
    public static final int WORDS_MAX = 48;

    private static final int GROUP_HEADER_LENGTH = 4;
    private static final int SIDE_OFFSET = BasketPlaceDecoder.OrdersDecoder.sideEncodingOffset();
    private static final int REDUCE_ONLY_OFFSET = BasketPlaceDecoder.OrdersDecoder.reduceOnlyEncodingOffset();

    private FrameCheck() {}

    /**
     * Checks a frame.
     *
     * @param frame buffer.
     * @param offset of the SBE header.
     * @param length of the frame.
     * @return {@link FrameVerdict#ACCEPTED}, or the first thing that is wrong.
     */
    public static FrameVerdict check(final DirectBuffer frame, final int offset, final int length) {
        if (length < CommandFrames.COMMAND_LENGTH_MIN) {
            return FrameVerdict.TOO_SHORT;
        }
        if (length > CommandFrames.COMMAND_LENGTH_MAX) {
            return FrameVerdict.TOO_LONG;
        }
        if (unsignedShort(frame, offset + 4) != MessageHeaderDecoder.SCHEMA_ID) {
            return FrameVerdict.WRONG_SCHEMA;
        }
        final int version = unsignedShort(frame, offset + 6);
        if (version < 1 || version > MessageHeaderDecoder.SCHEMA_VERSION) {
            return FrameVerdict.WRONG_VERSION;
        }
        final int template = CommandFrames.templateId(frame, offset);
        final int blockLength = blockLength(template);
        if (blockLength < 0) {
            return FrameVerdict.UNKNOWN_TEMPLATE;
        }
        if (unsignedShort(frame, offset) != blockLength) {
            return FrameVerdict.WRONG_BLOCK_LENGTH;
        }
        final int bodyEnd = CommandFrames.HEADER_LENGTH + blockLength;
        if (length < bodyEnd) {
            return FrameVerdict.TOO_SHORT;
        }
        if (!hasKnownEnums(template, frame, offset + CommandFrames.HEADER_LENGTH)) {
            return FrameVerdict.BAD_ENUM;
        }
        return checkRest(template, frame, offset + bodyEnd, length - bodyEnd);
    }

    private static FrameVerdict checkRest(
            final int template, final DirectBuffer frame, final int offset, final int rest) {
        return switch (template) {
            case DefineTierTableDecoder.TEMPLATE_ID ->
                checkGroup(
                        DefineTierTableDecoder.TiersDecoder.sbeBlockLength(), TierTable.TIERS_MAX, frame, offset, rest);
            case DefineHaircutsDecoder.TEMPLATE_ID ->
                checkGroup(
                        DefineHaircutsDecoder.TiersDecoder.sbeBlockLength(), Haircuts.TIERS_MAX, frame, offset, rest);
            case DefineDocumentPartDecoder.TEMPLATE_ID ->
                checkGroup(DefineDocumentPartDecoder.WordsDecoder.sbeBlockLength(), WORDS_MAX, frame, offset, rest);
            case SurfacePartDecoder.TEMPLATE_ID ->
                checkGroup(SurfacePartDecoder.WordsDecoder.sbeBlockLength(), WORDS_MAX, frame, offset, rest);
            case QuotesReplaceDecoder.TEMPLATE_ID ->
                checkGroup(
                        QuotesReplaceDecoder.QuotesDecoder.sbeBlockLength(), QuoteLines.LINES_MAX, frame, offset, rest);
            case BasketPlaceDecoder.TEMPLATE_ID -> checkBasket(frame, offset, rest);
            default -> rest == 0 ? FrameVerdict.ACCEPTED : FrameVerdict.TOO_LONG;
        };
    }

    private static FrameVerdict checkBasket(final DirectBuffer frame, final int offset, final int rest) {
        final int length = BasketPlaceDecoder.OrdersDecoder.sbeBlockLength();
        final FrameVerdict verdict = checkGroup(length, OrderProposal.ORDERS_MAX, frame, offset, rest);
        boolean isKnown = true;
        final int end = offset + rest;
        for (int entry = offset + GROUP_HEADER_LENGTH;
                verdict == FrameVerdict.ACCEPTED && entry < end;
                entry += length) {
            isKnown &= isFrom1To(Side.SELL.value(), frame, entry + SIDE_OFFSET)
                    && isUpTo(Flag.YES.value(), frame, entry + REDUCE_ONLY_OFFSET);
        }
        return isKnown ? verdict : FrameVerdict.BAD_ENUM;
    }

    private static FrameVerdict checkGroup(
            final int entryLength, final int entriesMax, final DirectBuffer frame, final int offset, final int rest) {
        if (rest < GROUP_HEADER_LENGTH) {
            return FrameVerdict.TOO_SHORT;
        }
        final int entries = unsignedShort(frame, offset + 2);
        if (unsignedShort(frame, offset) != entryLength || entries > entriesMax) {
            return FrameVerdict.BAD_GROUP;
        }
        final int needed = GROUP_HEADER_LENGTH + entryLength * entries;
        if (rest < needed) {
            return FrameVerdict.BAD_GROUP;
        }
        return rest == needed ? FrameVerdict.ACCEPTED : FrameVerdict.TOO_LONG;
    }

    /** Length of a command's block, or -1 for what is not a command. Grows by schema version when fields are added. */
    private static int blockLength(final int template) {
        return switch (template) {
            case DefineSourceDecoder.TEMPLATE_ID -> DefineSourceDecoder.BLOCK_LENGTH;
            case DefineAssetDecoder.TEMPLATE_ID -> DefineAssetDecoder.BLOCK_LENGTH;
            case DefineTierTableDecoder.TEMPLATE_ID -> DefineTierTableDecoder.BLOCK_LENGTH;
            case DefineInstrumentDecoder.TEMPLATE_ID -> DefineInstrumentDecoder.BLOCK_LENGTH;
            case DefineGroupDecoder.TEMPLATE_ID -> DefineGroupDecoder.BLOCK_LENGTH;
            case DefineAccountDecoder.TEMPLATE_ID -> DefineAccountDecoder.BLOCK_LENGTH;
            case DefineDocumentPartDecoder.TEMPLATE_ID -> DefineDocumentPartDecoder.BLOCK_LENGTH;
            case DefineHaircutsDecoder.TEMPLATE_ID -> DefineHaircutsDecoder.BLOCK_LENGTH;
            case DefineFeeScheduleDecoder.TEMPLATE_ID -> DefineFeeScheduleDecoder.BLOCK_LENGTH;
            case FeeScheduleAssignDecoder.TEMPLATE_ID -> FeeScheduleAssignDecoder.BLOCK_LENGTH;
            case CreditLineDecoder.TEMPLATE_ID -> CreditLineDecoder.BLOCK_LENGTH;
            case LedgerMoveDecoder.TEMPLATE_ID -> LedgerMoveDecoder.BLOCK_LENGTH;
            case GroupTransferDecoder.TEMPLATE_ID -> GroupTransferDecoder.BLOCK_LENGTH;
            case DefineFundingDecoder.TEMPLATE_ID -> DefineFundingDecoder.BLOCK_LENGTH;
            case DepositDecoder.TEMPLATE_ID -> DepositDecoder.BLOCK_LENGTH;
            case WithdrawalRequestDecoder.TEMPLATE_ID -> WithdrawalRequestDecoder.BLOCK_LENGTH;
            case TransferDecoder.TEMPLATE_ID -> TransferDecoder.BLOCK_LENGTH;
            case ModeChangeDecoder.TEMPLATE_ID -> ModeChangeDecoder.BLOCK_LENGTH;
            case ModelChangeDecoder.TEMPLATE_ID -> ModelChangeDecoder.BLOCK_LENGTH;
            case PocketOpenDecoder.TEMPLATE_ID -> PocketOpenDecoder.BLOCK_LENGTH;
            case WithdrawalSettleDecoder.TEMPLATE_ID -> WithdrawalSettleDecoder.BLOCK_LENGTH;
            case IndexPriceDecoder.TEMPLATE_ID -> IndexPriceDecoder.BLOCK_LENGTH;
            case MarkPriceDecoder.TEMPLATE_ID -> MarkPriceDecoder.BLOCK_LENGTH;
            case DefineClaimDecoder.TEMPLATE_ID -> DefineClaimDecoder.BLOCK_LENGTH;
            case RedemptionRateDecoder.TEMPLATE_ID -> RedemptionRateDecoder.BLOCK_LENGTH;
            case SurfacePartDecoder.TEMPLATE_ID -> SurfacePartDecoder.BLOCK_LENGTH;
            case PremiumSampleDecoder.TEMPLATE_ID -> PremiumSampleDecoder.BLOCK_LENGTH;
            case TradeDecoder.TEMPLATE_ID -> TradeDecoder.BLOCK_LENGTH;
            case OrderPlaceDecoder.TEMPLATE_ID -> OrderPlaceDecoder.BLOCK_LENGTH;
            case BasketPlaceDecoder.TEMPLATE_ID -> BasketPlaceDecoder.BLOCK_LENGTH;
            case QuotesReplaceDecoder.TEMPLATE_ID -> QuotesReplaceDecoder.BLOCK_LENGTH;
            case CancelOnDisconnectDecoder.TEMPLATE_ID -> CancelOnDisconnectDecoder.BLOCK_LENGTH;
            case SourceDisconnectedDecoder.TEMPLATE_ID -> SourceDisconnectedDecoder.BLOCK_LENGTH;
            case OrderAmendDecoder.TEMPLATE_ID -> OrderAmendDecoder.BLOCK_LENGTH;
            case OrderCancelDecoder.TEMPLATE_ID -> OrderCancelDecoder.BLOCK_LENGTH;
            case OrdersCancelDecoder.TEMPLATE_ID -> OrdersCancelDecoder.BLOCK_LENGTH;
            case TradingStopDecoder.TEMPLATE_ID -> TradingStopDecoder.BLOCK_LENGTH;
            case TradingResumeDecoder.TEMPLATE_ID -> TradingResumeDecoder.BLOCK_LENGTH;
            case AdvanceTimeDecoder.TEMPLATE_ID -> AdvanceTimeDecoder.BLOCK_LENGTH;
            case TickDecoder.TEMPLATE_ID -> TickDecoder.BLOCK_LENGTH;
            case ParameterChangeDecoder.TEMPLATE_ID -> ParameterChangeDecoder.BLOCK_LENGTH;
            case MarketHaltDecoder.TEMPLATE_ID -> MarketHaltDecoder.BLOCK_LENGTH;
            case MarketResumeDecoder.TEMPLATE_ID -> MarketResumeDecoder.BLOCK_LENGTH;
            case InstrumentDelistDecoder.TEMPLATE_ID -> InstrumentDelistDecoder.BLOCK_LENGTH;
            case CheckpointDecoder.TEMPLATE_ID -> CheckpointDecoder.BLOCK_LENGTH;
            case VolatilityFixDecoder.TEMPLATE_ID -> VolatilityFixDecoder.BLOCK_LENGTH;
            case RevalueDecoder.TEMPLATE_ID -> RevalueDecoder.BLOCK_LENGTH;
            case ContinueDecoder.TEMPLATE_ID -> ContinueDecoder.BLOCK_LENGTH;
            default -> -1;
        };
    }

    /** Parameters are left to the engine, which says UNKNOWN_PARAMETER. Surfaces come as SurfacePart only. */
    private static boolean hasKnownEnums(final int template, final DirectBuffer frame, final int body) {
        return switch (template) {
            case DefineSourceDecoder.TEMPLATE_ID ->
                isUpTo(Role.LEDGER.value(), frame, body + DefineSourceDecoder.roleEncodingOffset())
                        && isFrom1To(
                                SourceOrdering.MONOTONE.value(),
                                frame,
                                body + DefineSourceDecoder.orderingEncodingOffset());
            case DefineAssetDecoder.TEMPLATE_ID ->
                isUpTo(Flag.YES.value(), frame, body + DefineAssetDecoder.stableEncodingOffset());
            case DefineInstrumentDecoder.TEMPLATE_ID ->
                isFrom1To(InstrumentKind.OPTION.value(), frame, body + DefineInstrumentDecoder.kindEncodingOffset())
                        && isUpTo(
                                OptionSide.PUT.value(),
                                frame,
                                body + DefineInstrumentDecoder.optionSideEncodingOffset())
                        && isUpTo(
                                PremiumStyle.FUTURES.value(),
                                frame,
                                body + DefineInstrumentDecoder.premiumStyleEncodingOffset());
            case DefineAccountDecoder.TEMPLATE_ID ->
                isFrom1To(MarginMode.ISOLATED.value(), frame, body + DefineAccountDecoder.modeEncodingOffset());
            case DefineDocumentPartDecoder.TEMPLATE_ID ->
                isFrom1To(
                        DocumentKind.MARGIN_MODEL.value(),
                        frame,
                        body + DefineDocumentPartDecoder.kindEncodingOffset());
            case TradeDecoder.TEMPLATE_ID ->
                isFrom1To(Side.SELL.value(), frame, body + TradeDecoder.takerSideEncodingOffset());
            case OrderPlaceDecoder.TEMPLATE_ID ->
                isFrom1To(Side.SELL.value(), frame, body + OrderPlaceDecoder.sideEncodingOffset())
                        && isUpTo(Flag.YES.value(), frame, body + OrderPlaceDecoder.reduceOnlyEncodingOffset());
            case ModeChangeDecoder.TEMPLATE_ID ->
                isFrom1To(MarginMode.ISOLATED.value(), frame, body + ModeChangeDecoder.modeEncodingOffset());
            case OrdersCancelDecoder.TEMPLATE_ID ->
                isUpTo(OrderSides.SELL.value(), frame, body + OrdersCancelDecoder.sidesEncodingOffset());
            case CancelOnDisconnectDecoder.TEMPLATE_ID ->
                isUpTo(Flag.YES.value(), frame, body + CancelOnDisconnectDecoder.activeEncodingOffset());
            case LedgerMoveDecoder.TEMPLATE_ID ->
                isUpTo(LedgerAccount.HOUSE.value(), frame, body + LedgerMoveDecoder.fromLedgerEncodingOffset())
                        && isUpTo(
                                LedgerAccount.HOUSE.value(), frame, body + LedgerMoveDecoder.toLedgerEncodingOffset());
            case WithdrawalSettleDecoder.TEMPLATE_ID ->
                isFrom1To(
                        WithdrawalResult.RETURNED.value(),
                        frame,
                        body + WithdrawalSettleDecoder.resultEncodingOffset());
            default -> true;
        };
    }

    private static boolean isUpTo(final int last, final DirectBuffer frame, final int offset) {
        return (frame.getByte(offset) & 0xFF) <= last;
    }

    private static boolean isFrom1To(final int last, final DirectBuffer frame, final int offset) {
        return frame.getByte(offset) != 0 && isUpTo(last, frame, offset);
    }

    private static int unsignedShort(final DirectBuffer frame, final int offset) {
        return frame.getShort(offset, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }
}
